import { JobStatus } from "../domain/job-record.ts";
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
  render_time: 101,
  film_length: 102,
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
/** The parts by which hours and days can be asked for alone. */
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

/** A label, and all that it counts towards: the same with any style, any priority, any length, and every mix of them. */
export function widerLabels(code: number): number[] {
  let labels = [code];
  for (const part of FREE) {
    const own = partOf(code, part) * PARTS[part][0];
    if (own > 0) labels = labels.flatMap((label) => [label, label - own]);
  }
  return labels;
}

const STYLES = [...Object.values(STYLE_CODES), NO_STYLE];
const PRIORITIES = Array.from({ length: 10 }, (_, index) => index + 1);
const LENGTHS = LENGTH_CLASSES.map((_, index) => index + 1);
const STATUSES = JobStatus.options.map((status) => STATUS_CODES[status]);

/** The labels under which what is asked for lies. Minutes have jobs under their own labels alone, which `own` says. */
export function labelsFor({ style, priority, by }: SketchFilter, own: boolean): number[] {
  const filter = fromLabel({ ...(style && { style }), ...(priority && { priority }) }, () => 0);
  const choices = (part: "style" | "priority" | "length", all: number[], none: number[]) => {
    const fixed = partOf(filter, part);
    if (fixed > 0) return [fixed];
    return by === part ? all : own ? [...none, ...all] : [0];
  };
  const parts: [Part, number[]][] = [
    ["style", choices("style", STYLES, [0])],
    ["priority", choices("priority", PRIORITIES, [0])],
    ["length", choices("length", LENGTHS, [0])],
    ["status", by === "status" ? STATUSES : [0]],
  ];
  return parts.reduce((labels, [part, values]) => labels.flatMap((label) => values.map((value) => label + value * PARTS[part][0])), [0]);
}
