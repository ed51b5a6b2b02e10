import type { OutcomeBucket } from "../../client/analytics.ts";
import { sayCount, sayPercent } from "../say.ts";
import { type Brush, markPoint, strokeLine } from "./brush.ts";
import { percentLevels } from "./levels.ts";
import { Marks } from "./marks.tsx";
import type { Chart } from "./plot.tsx";
import { findOutlier, rateOf, rateOfAll } from "./rates.ts";
import { sayBucket, sayStart, timeTicks } from "./time.ts";

/** The success rate over time: of each bucket, and of it with those before it, `window` in all. */
export function rateChart(buckets: readonly OutcomeBucket[], window: number): Chart {
  const rates = buckets.map(rateOf);
  const means = buckets.map((_, at) => rateOfAll(buckets.slice(Math.max(0, at - window + 1), at + 1)));
  const least = Math.min(95, ...rates.filter((rate) => rate !== null));
  return {
    positions: buckets.length,
    margin: 0,
    ticks: (width) => timeTicks(buckets, width),
    levels: percentLevels(least),
    sayLevel: (value) => sayPercent(value),
    say: (at) => sayPoint(buckets[at]!, means[at] ?? null),
    tip: (at) => tipOf(buckets[at]!, means[at] ?? null),
    paint: (brush) => paintRates(brush, { buckets, rates, means }),
  };
}

const sayRate = (rate: number | null): string => (rate === null ? "no job ended" : sayPercent(rate, 1));

const sayPoint = (bucket: OutcomeBucket, mean: number | null): string =>
  `${sayBucket(bucket)}: ${sayRate(rateOf(bucket))}, ${bucket.completed} completed, ${bucket.failed} failed, mean ${sayRate(mean)}`;

const tipOf = (bucket: OutcomeBucket, mean: number | null) => (
  <Marks
    title={sayBucket(bucket)}
    marks={[
      { name: "Success", token: "text", value: rateOf(bucket) === null ? "–" : sayPercent(rateOf(bucket)!, 1), line: true },
      { name: "Mean", token: "ctl", value: mean === null ? "–" : sayPercent(mean, 1), line: true },
      { name: "Completed", token: "good", value: sayCount(bucket.completed) },
      { name: "Failed", token: "failed-f", value: sayCount(bucket.failed) },
    ]}
  />
);

type Lines = { buckets: readonly OutcomeBucket[]; rates: readonly (number | null)[]; means: readonly (number | null)[] };

function paintRates(brush: Brush, { buckets, rates, means }: Lines): void {
  const known = (values: readonly (number | null)[]) => values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const toPoints = (line: { at: number; value: number }[]) => line.map(({ at, value }): [number, number] => [brush.x(at), brush.y(value)]);
  const [mean, rate] = [known(means), known(rates)];
  const dashFrom = (line: { at: number }[]) => {
    const found = line.findIndex(({ at }) => at === buckets.length - 1 && buckets[at]!.partial);
    return found < 0 ? line.length : found;
  };
  strokeLine(brush, toPoints(mean), { token: "ctl", width: 1.25, dashFrom: dashFrom(mean) });
  strokeLine(brush, toPoints(rate), { token: "text", width: 1.75, dashFrom: dashFrom(rate) });
  const last = rate.at(-1);
  if (last && buckets[last.at]!.partial) markPoint(brush, [brush.x(last.at), brush.y(last.value)], { token: "text" });
  const worst = findOutlier(buckets);
  if (worst === null) return;
  const { completed, failed } = buckets[worst]!;
  const text = `${sayStart(buckets[worst]!)}: ${failed} of ${completed + failed} failed`;
  markPoint(brush, [brush.x(worst), brush.y(rates[worst]!)], { token: "failed-f", text });
}
