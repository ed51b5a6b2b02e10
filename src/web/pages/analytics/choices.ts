import { signal } from "@preact/signals";
import type { AnalyticsQuery, AnalyticsRange } from "../../../client/analytics.ts";
import { changeQuery, go, place } from "../../router.ts";

/** How far back can be looked. */
export const RANGES = [
  { value: "24h", label: "24 hours" },
  { value: "7d", label: "7 days" },
  { value: "30d", label: "30 days" },
  { value: "90d", label: "90 days" },
] as const;
const USUAL = "30d";

/** How each range is called within a sentence. */
export const RANGE_WORDS: Record<AnalyticsRange, string> = {
  "24h": "the last 24 hours",
  "7d": "the last 7 days",
  "30d": "the last 30 days",
  "90d": "the last 90 days",
};

const STYLE = /^[a-z]{1,20}$/;

/** What the address asks for, as far as it can be asked. */
export function readQuery(): AnalyticsQuery & { range: AnalyticsRange } {
  const { query } = place.value;
  const range = RANGES.find(({ value }) => value === query.get("range"))?.value ?? USUAL;
  const style = STYLE.exec(query.get("style") ?? "")?.[0] as AnalyticsQuery["style"];
  const priority = Number(/^(10|[1-9])$/.exec(query.get("priority") ?? "")?.[0]) || undefined;
  return { range, ...(style && { style }), ...(priority && { priority }) };
}

/** Changes what the address asks for. */
export const change = (to: { range?: string; style?: string | undefined; priority?: string | undefined }): void =>
  go(changeQuery({ ...to, ...(to.range === USUAL && { range: undefined }) }), { replace: true });

/** The styles that there are, by their names; none before anyone knows. */
export const styles = signal<readonly { id: string; name: string }[]>([]);

/** What a style is called. */
export const styleName = (id: string): string =>
  styles.value.find((style) => style.id === id)?.name ?? (id === "none" ? "No style" : id.charAt(0).toUpperCase() + id.slice(1));

const PRIORITY_NAMES: Record<number, string> = { 2: "Low", 5: "Normal", 8: "High", 10: "Critical" };

/** What a priority is called; those without a name are numbers. */
export const priorityName = (priority: number): string =>
  PRIORITY_NAMES[priority] ? `${PRIORITY_NAMES[priority]} (${priority})` : `Priority ${priority}`;
