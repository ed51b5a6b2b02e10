/** What things cost; null where it is not set. */
export type Rates = { currency: string; computePerHour: number | null; storagePerGbMonth: number | null };

/** What was used: seconds of computing, and bytes that are kept now, for so many seconds. */
export type Use = { computeSec: number; bytes: number; keptSec: number };

/** What jobs cost in the currency of the rates; null where no rate is set. */
export type Cost = {
  currency: string;
  computeSec: number;
  bytes: number;
  compute: number | null;
  storage: number | null;
  total: number | null;
  perJob: number | null;
  monthToDate: number | null;
  projection: number | null;
};

/** A month as clouds reckon it: 730 hours. */
export const MONTH_SEC = 730 * 3600;
const GB = 1e9;

const times = (rate: number | null, amount: number): number | null => (rate === null ? null : rate * amount);
const plus = (a: number | null, b: number | null): number | null => (a === null && b === null ? null : (a ?? 0) + (b ?? 0));
/** To a millionth of the currency. */
const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6) / 1e6);

/** What a use costs; null where no rate is set. */
export function priceOf({ computePerHour, storagePerGbMonth }: Rates, { computeSec, bytes, keptSec }: Use) {
  const compute = times(computePerHour, computeSec / 3600);
  const storage = times(storagePerGbMonth, (bytes / GB) * (keptSec / MONTH_SEC));
  return { compute, storage, total: plus(compute, storage) };
}

/** Costs of a range with so many completed jobs, and of the calendar month: so far, and by its end if it goes on as it did in its `keptSec`. */
export function toCost(rates: Rates, use: Use, completed: number, month: Use & { leftSec: number }): Cost {
  const { compute, storage, total } = priceOf(rates, use);
  const soFar = priceOf(rates, month).total;
  const perSec = soFar === null || month.keptSec <= 0 ? null : soFar / month.keptSec;
  return {
    currency: rates.currency,
    computeSec: Math.round(use.computeSec * 1000) / 1000,
    bytes: use.bytes,
    compute: round(compute),
    storage: round(storage),
    total: round(total),
    perJob: round(total === null || completed === 0 ? null : total / completed),
    monthToDate: round(soFar),
    projection: round(soFar === null ? null : soFar + (perSec ?? 0) * month.leftSec),
  };
}
