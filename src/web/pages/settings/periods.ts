import type { ReportPeriod } from "../../../client/analytics.ts";

const DAY_MS = 86_400_000;
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeZone: "UTC" });
const range = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" });

/** The day of a moment in UTC, as `2026-11-20`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The period that holds a day, in words; weeks begin on Monday. */
export function sayPeriod(period: ReportPeriod, date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (period === "daily") return day.format(at);
  if (period === "monthly") return month.format(at);
  const monday = new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS);
  return range.formatRange(monday, new Date(monday.getTime() + 6 * DAY_MS));
}
