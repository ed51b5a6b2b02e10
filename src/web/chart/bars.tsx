import type { Bucket } from "../../client/analytics.ts";
import { sayCount, sayMany } from "../say.ts";
import { type Brush, fillBox } from "./brush.ts";
import { levelsTo } from "./levels.ts";
import { Marks } from "./marks.tsx";
import type { Chart } from "./plot.tsx";
import { sayBucket, timeTicks } from "./time.ts";

/** One kind of what is counted: its name, its colour in the stylesheet, and how many there are in each bucket. */
export type Layer = { name: string; token: string; values: readonly number[] };

type Bars = {
  buckets: readonly Bucket[];
  layers: readonly Layer[] /** What is counted, such as `job`. */;
  noun: string;
  open?: (at: number) => void;
};

const WIDEST_PX = 44;
const SHARE = 0.68;

/** Bars, one a bucket, of layers on top of each other. */
export function barsChart({ buckets, layers, noun, open }: Bars): Chart {
  const totals = buckets.map((_, at) => layers.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return {
    positions: buckets.length,
    margin: 0.5,
    ticks: (width) => timeTicks(buckets, width),
    levels: levelsTo(Math.max(...totals), { whole: true }),
    sayLevel: sayCount,
    say: (at) =>
      `${sayBucket(buckets[at]!)}: ${sayMany(totals[at]!, noun)}, ${layers.map(({ name, values }) => `${values[at]} ${name.toLowerCase()}`).join(", ")}`,
    tip: (at) => (
      <Marks
        title={sayBucket(buckets[at]!)}
        marks={layers.map(({ name, token, values }) => ({ name, token, value: sayCount(values[at] ?? 0) }))}
      />
    ),
    ...(open && { open }),
    paint: (brush) => {
      const wide = Math.max(1, Math.min(WIDEST_PX * brush.scale, (brush.x(1) - brush.x(0)) * SHARE || WIDEST_PX * brush.scale));
      for (const [at, { partial }] of buckets.entries()) paintBar(brush, { at, wide, partial, layers });
    },
  };
}

type Bar = { at: number; wide: number; partial: boolean; layers: readonly Layer[] };

function paintBar(brush: Brush, { at, wide, partial, layers }: Bar): void {
  const left = Math.round(brush.x(at) - wide / 2);
  const gap = Math.max(1, Math.round(brush.scale));
  let below = 0;
  for (const { token, values } of layers) {
    const value = values[at] ?? 0;
    if (value <= 0) continue;
    const [bottom, top] = [Math.round(brush.y(below)), Math.round(brush.y(below + value))];
    fillBox(brush, [left, top, Math.round(wide), Math.max(brush.scale, bottom - top - (below > 0 ? gap : 0))], token, partial);
    below += value;
  }
}
