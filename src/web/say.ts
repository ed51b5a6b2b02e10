// How things are said: by the browser's own rules for dates, numbers and sizes.

/** A format that is made when something is first said with it: each takes a slow phone some milliseconds, and most pages use few. */
const late = <Value>(make: () => { format: (value: Value) => string }) => {
  let made: { format: (value: Value) => string } | undefined;
  return {
    format(value: Value): string {
      made ??= make();
      return made.format(value);
    },
  };
};
const numbers = (options: Intl.NumberFormatOptions) => late<number>(() => new Intl.NumberFormat(undefined, options));
const dates = (options: Intl.DateTimeFormatOptions) => late<Date>(() => new Intl.DateTimeFormat(undefined, options));

const number = numbers({ maximumFractionDigits: 1 });
const whole = numbers({ maximumFractionDigits: 0 });
const time = dates({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const shortTime = dates({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const preciseTime = dates({
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
});
const day = dates({ day: "numeric", month: "short" });
const dayAndYear = dates({ day: "numeric", month: "short", year: "numeric" });
const longDay = dates({ weekday: "long", day: "numeric", month: "long" });
const utcDay = dates({ day: "numeric", month: "short", timeZone: "UTC" });
const utcWeekday = dates({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const dayAndTime = dates({
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const signed = numbers({ maximumFractionDigits: 1, signDisplay: "exceptZero" });
const full = dates({ dateStyle: "full", timeStyle: "long" });
let relative: Intl.RelativeTimeFormat | undefined;
const ago = (value: number, unit: Intl.RelativeTimeFormatUnit): string => {
  relative ??= new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });
  return relative.format(value, unit);
};

const unit = (name: string) => {
  const format = numbers({ style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: 0 });
  return (value: number) => format.format(value);
};
const seconds = unit("second");
const minutes = unit("minute");
const hours = unit("hour");
const days = unit("day");

export const sayNumber = (value: number): string => number.format(value);
export const sayCount = (value: number): string => whole.format(value);

/** 97.2 as `97.2 %`, in the language's way. `value` is percent. */
export const sayPercent = (value: number, digits = 0): string =>
  new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: digits }).format(value / 100);

/** Seconds as people say them: `9.6 s`, `1 min 48 s`, `2 h 5 min`, `12 days 4 hr`. */
export function saySeconds(value: number): string {
  if (value < 9.95) return `${number.format(Math.max(0, value))} s`;
  const sec = Math.round(value);
  if (sec < 60) return seconds(sec).replace(" sec", " s");
  if (sec < 3600) return join(minutes(Math.floor(sec / 60)), sec % 60 && `${sec % 60} s`);
  if (sec < 86_400) return join(hours(Math.floor(sec / 3600)), Math.floor((sec % 3600) / 60) && minutes(Math.floor((sec % 3600) / 60)));
  return join(days(Math.floor(sec / 86_400)), Math.floor((sec % 86_400) / 3600) && hours(Math.floor((sec % 86_400) / 3600)));
}

const join = (first: string, second: string | 0): string => (second ? `${first} ${second}` : first);

/** Seconds as a player shows them: `1:02`, `42:18`, `1:02:03`. */
export function sayClock(value: number): string {
  const sec = Math.max(0, Math.round(value));
  const two = (part: number) => String(part).padStart(2, "0");
  const [h, m, s] = [Math.floor(sec / 3600), Math.floor((sec % 3600) / 60), sec % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Bytes with decimal prefixes: `9.6 MB`. */
export function sayBytes(bytes: number): string {
  const names = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const step = Math.min(names.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const scaled = bytes / 1000 ** step;
  const digits = step === 0 || scaled >= 100 ? 0 : 1;
  return new Intl.NumberFormat(undefined, { style: "unit", unit: names[step]!, maximumFractionDigits: digits }).format(scaled);
}

/** Money, in a currency of ISO 4217: small amounts with more digits. */
export const sayMoney = (value: number, currency: string): string =>
  new Intl.NumberFormat(undefined, { style: "currency", currency, maximumFractionDigits: Math.abs(value) < 0.1 ? 4 : 2 }).format(value);

/** 1 as `1st`, as far as the browser's language has such words. */
export function sayOrdinal(value: number): string {
  const ends: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
  return value + (ends[new Intl.PluralRules("en", { type: "ordinal" }).select(value)] ?? "th");
}

/** `1 job`, `2 jobs`. */
export const sayMany = (count: number, one: string, many = `${one}s`): string => `${whole.format(count)} ${count === 1 ? one : many}`;

/** How long ago a moment was: `20 sec. ago`, `3 hr. ago`; a date once it is more than six days. */
export function sayAgo(at: Date, nowMs: number): string {
  const sec = Math.min(0, (at.getTime() - nowMs) / 1000);
  if (sec > -5) return "now";
  if (sec > -60) return ago(Math.round(sec), "second");
  if (sec > -3600) return ago(Math.ceil(sec / 60), "minute");
  if (sec > -86_400) return ago(Math.ceil(sec / 3600), "hour");
  return sec > -6 * 86_400 ? ago(Math.ceil(sec / 86_400), "day") : sayDay(at, nowMs);
}

export const sayTime = (at: Date): string => time.format(at);
/** With thousandths, as logs tell it: `13:21:46.118`. */
export const sayPreciseTime = (at: Date): string => preciseTime.format(at);
export const sayShortTime = (at: Date): string => shortTime.format(at);
export const sayLongDay = (at: Date): string => longDay.format(at);
/** A date, with its year where that is not this one. */
export const sayDay = (at: Date, nowMs: number): string =>
  (at.getFullYear() === new Date(nowMs).getFullYear() ? day : dayAndYear).format(at);
/** A moment, wholly. */
export const sayMoment = (at: Date): string => full.format(at);
/** The day of a moment in UTC, as measurements count days; with the day of the week. */
export const sayUtcDay = (at: Date): string => utcDay.format(at);
export const sayUtcWeekday = (at: Date): string => utcWeekday.format(at);
/** A moment to the minute, with its day. */
export const sayDayAndTime = (at: Date): string => dayAndTime.format(at);
/** A change: `+38`, `-2`, `0`. */
export const sayChange = (value: number): string => signed.format(value);

const signs = new Intl.Segmenter();

/** The beginning of a text in one line, cut between whole signs. */
export function sayBriefly(text: string, most: number): string {
  const line = text
    .slice(0, most * 8)
    .replace(/\s+/g, " ")
    .trim();
  const parts = [...signs.segment(line)];
  if (parts.length <= most && text.length <= most * 8) return line;
  return `${parts
    .slice(0, most)
    .map(({ segment }) => segment)
    .join("")
    .trimEnd()}…`;
}
