import { type Label, LENGTH_CLASSES, type Measure, type Tier } from "../domain/metrics.ts";
import { STATUS_CODES, STYLE_CODES, toStatus, toStyle } from "./codes.ts";
import type { SketchFilter } from "./metric-reading.ts";

// Measures and what they are of are stored as numbers. A number is never given twice.

/** The number of each tier. */
export const TIER_CODES: Record<Tier, number> = { minute: 1, hour: 2, day: 3 };

/** The number of each measure. */
export const MEASURE_CODES: Record<Measure, number> = {
  created: 1,
  completed: 2,
  failed: 3,
  cancelled: 4,
  compute: 5,
  scenes_made: 6,
  scenes_found: 7,
  voice: 8,
  language: 9,
  beat: 10,
  server_errors: 11,
  depth: 51,
  oldest_waiting: 52,
  films: 12,
  film_seconds: 13,
  render_time: 101,
  status_time: 103,
  api_time: 104,
};
const MEASURES = new Map(Object.entries(MEASURE_CODES).map(([name, code]) => [code, name as Measure]));
/** The measure that a number stands for. */
export const toMeasure = (code: number): Measure => MEASURES.get(code)!;

const NO_STYLE = 15;
/** Where each part of a label begins, and how many values it has. 0 stands for any, or none. */
const PARTS = { style: [1, 16], priority: [16, 16], length: [256, 8], status: [2048, 16], name: [32_768, 2 ** 30] } as const;
type Part = keyof typeof PARTS;
/** The parts of a label that can be asked for. */
const FREE: readonly Part[] = ["style", "priority", "length"];

const partOf = (code: number, part: Part): number => Math.floor(code / PARTS[part][0]) % PARTS[part][1];

/** A label as a number; its name by the number that `nameId` gives it. */
export const fromLabel = ({ style, priority = 0, length, status, name }: Label, nameId: (name: string) => number): number =>
  (style === undefined ? 0 : style === "none" ? NO_STYLE : STYLE_CODES[style]) * PARTS.style[0] +
  priority * PARTS.priority[0] +
  (length === undefined ? 0 : LENGTH_CLASSES.indexOf(length) + 1) * PARTS.length[0] +
  (status === undefined ? 0 : STATUS_CODES[status]) * PARTS.status[0] +
  (name === undefined ? 0 : nameId(name)) * PARTS.name[0];

/** The label that a number stands for. */
export function toLabel(code: number, nameOf: (id: number) => string): Label {
  const [style, priority, length, status, name] = (Object.keys(PARTS) as Part[]).map((part) => partOf(code, part)) as number[];
  return {
    ...(style && { style: style === NO_STYLE ? "none" : toStyle(style)! }),
    ...(priority && { priority }),
    ...(length && { length: LENGTH_CLASSES[length - 1]! }),
    ...(status && { status: toStatus(status) }),
    ...(name && { name: nameOf(name) }),
  };
}

/** By which single part of a label hours and days can be asked for at once; minutes have jobs under their own labels alone. */
const SINGLE: Record<Tier, readonly Part[]> = { minute: [], hour: ["style", "length"], day: ["style", "priority", "length"] };

const without = (code: number, kept: Part | undefined): number =>
  FREE.reduce((label, part) => (part === kept ? label : label - partOf(label, part) * PARTS[part][0]), code);

/** A label, and those that it counts towards in a tier: of any job, and of any that has one part in common with it. */
export const widerLabels = (code: number, tier: Tier): number[] =>
  tier === "minute" ? [code] : [...new Set([code, without(code, undefined), ...SINGLE[tier].map((part) => without(code, part))])];

/** Picks, of the labels that there are in a tier, those under which what is asked for lies. Each job is under one of them. */
export function pickLabels(known: readonly number[], tier: Tier, { style, priority, by }: SketchFilter): number[] {
  const wanted: Partial<Record<Part, number>> = { ...(style && { style: STYLE_CODES[style] }), ...(priority && { priority }) };
  const kept = FREE.filter((part) => wanted[part] || part === by);
  const isSingle = tier !== "minute" && (kept.length === 0 || (kept.length === 1 && SINGLE[tier].includes(kept[0]!)));
  const fits = (label: number, part: Part): boolean => {
    const value = partOf(label, part);
    if (wanted[part]) return value === wanted[part];
    if (part === by) return value > 0;
    // Labels of jobs have both a style and a priority; those of many jobs lack one.
    return isSingle ? value === 0 : tier === "minute" || part === "length" || value > 0;
  };
  return known.filter((label) => FREE.every((part) => fits(label, part)) && (by !== "status" || partOf(label, "status") > 0));
}
