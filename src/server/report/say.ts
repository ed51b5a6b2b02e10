/** How a report says what it tells; all in English and UTC. */
const LOCALE = "en-GB";

const whole = new Intl.NumberFormat(LOCALE);
const short = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const percents = new Intl.NumberFormat(LOCALE, { style: "unit", unit: "percent", maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
const hour = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
const moment = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", dateStyle: "long", timeStyle: "short" });
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
const DAY_SEC = 86_400;

/** What stands where there is nothing to say. */
export const NOTHING = "–";

type Say<Value> = (value: Value | null) => string;
const orNothing =
  <Value>(say: (value: Value) => string): Say<Value> =>
  (value) =>
    value === null ? NOTHING : say(value);

export const sayCount = orNothing<number>((count) => whole.format(count));
export const sayPercent = orNothing<number>((share) => percents.format(share));
export const sayMs = orNothing<number>((ms) => `${short.format(ms)} ms`);

/** Seconds as people say them: 0.42 s, 12.5 s, 3 min 5 s, 2 h 4 min. */
export const sayTime = orNothing<number>((sec) => {
  if (sec < 60) return `${short.format(sec)} s`;
  const [hours, minutes, seconds] = [Math.floor(sec / 3600), Math.floor((sec % 3600) / 60), Math.floor(sec % 60)];
  if (hours > 0) return `${whole.format(hours)} h ${minutes} min`;
  return `${minutes} min ${seconds} s`;
});

export function sayBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(LOCALE, { style: "unit", unit: UNITS[power]!, maximumFractionDigits: power > 0 ? 1 : 0 }).format(
    bytes / 1000 ** power,
  );
}

/** An amount of money; small ones with as many digits as they need. */
export const sayMoney = (currency: string) =>
  orNothing<number>((amount) =>
    new Intl.NumberFormat(LOCALE, {
      style: "currency",
      currency,
      ...(amount > 0 && amount < 0.1 && { maximumSignificantDigits: 2 }),
    }).format(amount),
  );

export const sayMoment = (sec: number): string => `${moment.format(sec * 1000)} UTC`;
/** A stretch of days, `toSec` exclusive. */
export const sayDays = (fromSec: number, toSec: number): string => day.formatRange(fromSec * 1000, (toSec - DAY_SEC) * 1000);
/** When a bucket of so many seconds begins: a day, or an hour within one. */
export const sayStart = (start: string, seconds: number): string => (seconds >= DAY_SEC ? shortDay : hour).format(new Date(start));
