import type { Bucket } from "../../client/analytics.ts";
import { sayCount, sayMany } from "../say.ts";
import { type Brush, fillBox, markPoint } from "./brush.ts";
import { type Layer, totalsOf } from "./layer.ts";
import { levelsTo } from "./levels.ts";
import { Marks } from "./marks.tsx";
import type { Chart } from "./plot.tsx";
import { sayBucket, timeTicks } from "./time.ts";

type Steps = {
  buckets: readonly Bucket[];
  layers: readonly Layer[];
  peak: { at: string; depth: number } | null;
  /** What else is to be said of a bucket. */
  more: (at: number) => { name: string; value: string };
};

/** Layers on top of each other that change from bucket to bucket, with the highest labelled. */
export function stepsChart({ buckets, layers, peak, more }: Steps): Chart {
  const totals = totalsOf(layers, buckets.length);
  const high = Math.max(0, ...totals, peak?.depth ?? 0);
  return {
    positions: buckets.length,
    margin: 0.5,
    ticks: (width) => timeTicks(buckets, width),
    levels: levelsTo(high * 1.12, { whole: true }),
    sayLevel: sayCount,
    say: (at) => {
      const parts = layers.flatMap(({ name, values }) => (values[at] ? [`${values[at]} ${name.toLowerCase()}`] : []));
      const { name, value } = more(at);
      return `${sayBucket(buckets[at]!)}: ${[...(parts.length > 0 ? parts : ["no jobs"]), `${name.toLowerCase()} ${value}`].join(", ")}`;
    },
    tip: (at) => {
      const there = layers.filter(({ values }) => values[at]).reverse();
      const marks = there.map(({ name, token, values }) => ({ name, token, value: sayCount(values[at] ?? 0) }));
      return <Marks title={sayBucket(buckets[at]!)} marks={[...marks, { token: "panel", ...more(at) }]} />;
    },
    paint: (brush) => paintSteps(brush, { buckets, layers, totals, peak }),
  };
}

type Painted = Pick<Steps, "buckets" | "layers" | "peak"> & { totals: number[] };

function paintSteps(brush: Brush, { buckets, layers, totals, peak }: Painted): void {
  for (const [at, { partial }] of buckets.entries()) {
    const [left, right] = [Math.round(brush.x(at - 0.5)), Math.round(brush.x(at + 0.5))];
    let below = 0;
    for (const { token, values } of layers) {
      const value = values[at] ?? 0;
      if (value <= 0) continue;
      const [bottom, top] = [Math.round(brush.y(below)), Math.round(brush.y(below + value))];
      fillBox(brush, [left, top, Math.max(1, right - left), Math.max(1, bottom - top)], token, partial);
      below += value;
    }
  }
  const highest = peak && buckets.findIndex((bucket) => isIn(bucket, peak.at));
  if (peak === null || highest === null || highest < 0 || peak.depth === 0) return;
  const point: [number, number] = [brush.x(highest), brush.y(Math.max(totals[highest]!, peak.depth))];
  markPoint(brush, point, { token: "text", text: `Peak: ${sayMany(peak.depth, "job")}` });
}

const isIn = ({ start, seconds }: Bucket, at: string): boolean => {
  const since = Date.parse(at) - Date.parse(start);
  return since >= 0 && since < seconds * 1000;
};
