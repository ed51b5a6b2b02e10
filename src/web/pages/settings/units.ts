/** How a number is shown and typed: `factor` of the server's own unit make one of these. */
export type Unit = { suffix: string; factor: number; whole: boolean };

export const PLAIN: Unit = { suffix: "", factor: 1, whole: true };
export const JOBS: Unit = { suffix: "jobs", factor: 1, whole: true };
export const SECONDS: Unit = { suffix: "s", factor: 1, whole: false };
export const MINUTES: Unit = { suffix: "min", factor: 60, whole: false };
export const DAYS: Unit = { suffix: "days", factor: 1, whole: false };
export const MEGABYTES: Unit = { suffix: "MB", factor: 1e6, whole: false };
export const GIGABYTES: Unit = { suffix: "GB", factor: 1e9, whole: false };

const format = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });
const group = format.formatToParts(1_234_567).find(({ type, value }) => type === "group" && /[.,]/.test(value))?.value ?? ",";
const GROUPED = new RegExp(`^[-+]?\\d{1,3}(\\${group}\\d{3})+(\\${group === "." ? "," : "."}\\d+)?$`);

const roughly = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

/** A number as the browser's language writes it. */
export const writeNumber = (value: number): string => format.format(value);

/** A number as people type it, with or without marks for thousands, with a point or a comma; undefined for what is none. */
export function readNumber(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]/g, "");
  const plain = (GROUPED.test(bare) ? bare.replaceAll(group, "") : bare).replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** What a number may be, to follow its name: `must be from 1 to 10,000 jobs`. */
export function sayRange(least: number | null, most: number | null, { suffix, factor, whole }: Unit): string {
  const say = (value: number) => roughly.format(value / factor);
  const unit = suffix && ` ${suffix}`;
  const number = whole ? "a whole number " : "";
  if (least !== null && most !== null) return `must be ${number}from ${say(least)} to ${say(most)}${unit}`;
  if (least !== null) return `must be ${number}${whole ? "of " : ""}at least ${say(least)}${unit}`;
  return `must be ${whole ? "a whole number" : "a number"}`;
}
