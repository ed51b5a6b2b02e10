import type { Currency, ReadingWords } from "./reading-rules.ts";

const NUMBER = String.raw`[-−]?(?:\d[\d.,]*\d|\d)`;
const SIGN = "[€$£¥]";
const AMOUNT = new RegExp(`^(?:(${SIGN})(${NUMBER})|(${NUMBER})(${SIGN}))$`);
const MAGNITUDE = /^(?:thousand|[mbt]r?illion|mill[oó]n|mil$|milliard|mio\b|mrd\b)/i;

/** Money and measures in words: the sign of an amount may stand in the word after it, or its magnitude ("€5 million"). */
export function sayAmount(core: string, { previous, next }: { previous: string; next: string }, say: ReadingWords): string | undefined {
  return (
    sayJoined(core, next, say) ??
    saySign(core, previous, say) ??
    sayNumber(core, next, say) ??
    sayMagnitude(core, previous, say) ??
    sayUnit(core, previous, say)
  );
}

const isNumber = (word: string): boolean => new RegExp(`^${NUMBER}$`).test(word);

/** "€5" and "5€". */
function sayJoined(core: string, next: string, { currencies, and }: ReadingWords): string | undefined {
  const { sign, number } = parseAmount(core);
  const currency = own(currencies, sign ?? "");
  if (!currency) return undefined;
  return MAGNITUDE.test(next) ? number : sayMoney(number!, currency, and);
}

function parseAmount(core: string): { sign?: string; number?: string } {
  const [, before, after, first, last] = AMOUNT.exec(core) ?? [];
  return before ? { sign: before, number: after! } : last ? { sign: last, number: first! } : {};
}

/** "5 euro 50" with hundredths, else "5 euros". */
function sayMoney(number: string, { one, many }: Currency, and: string): string {
  const [, whole, hundredths] = /^(.+)[.,](\d\d)$/.exec(number) ?? [];
  if (!whole) return `${number} ${number === "1" ? one : many}`;
  const unit = whole === "1" ? one : many;
  return Number(hundredths) === 0 ? `${whole} ${unit}` : [whole, unit, and, Number(hundredths)].filter((part) => part !== "").join(" ");
}

/** The sign of the amount before it, silent where the amount's word has said it already. */
function saySign(core: string, previous: string, { currencies }: ReadingWords): string | undefined {
  const currency = own(currencies, core);
  if (!currency) return undefined;
  if (/[.,]\d\d$/.test(previous)) return "";
  return previous === "1" ? currency.one : currency.many;
}

/** A number with hundredths before a sign takes the sign between the two. */
function sayNumber(core: string, next: string, { currencies, and }: ReadingWords): string | undefined {
  const currency = own(currencies, next.replace(/[.]+$/, ""));
  return currency && isNumber(core) && /[.,]\d\d$/.test(core) ? sayMoney(core, currency, and) : undefined;
}

function sayMagnitude(core: string, previous: string, { currencies }: ReadingWords): string | undefined {
  const currency = own(currencies, parseAmount(previous).sign ?? "");
  return currency && MAGNITUDE.test(core) ? `${core} ${currency.many}` : undefined;
}

function sayUnit(core: string, previous: string, { units }: ReadingWords): string | undefined {
  if (isNumber(previous)) return own(units, core);
  const [, number, name] = new RegExp(`^(${NUMBER})(\\D+\\d?)$`).exec(core) ?? [];
  const unit = own(units, name ?? "");
  return unit && `${number} ${unit}`;
}

/** A table's entry, and nothing for the names that every object has. */
export function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
