import type { Spread } from "../../client/analytics.ts";

const WIDTH = 88;
const HEIGHT = 28;
const EDGE = 4;

/** A line without words: how something went. What is null is left out. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const [low, high] = [Math.min(...known.map(({ value }) => value)), Math.max(...known.map(({ value }) => value))];
  const x = (at: number) => EDGE + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => (high > low ? HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE) : HEIGHT / 2);
  const last = known.at(-1);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {last && (
        <>
          <polyline points={known.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ")} />
          <circle cx={x(last.at)} cy={y(last.value)} r="2.5" />
        </>
      )}
    </svg>
  );
}

/** From the shortest to the longest in one line: the bar ends at the 95th percentile, the mark is the average. */
export function SparkSpread({ spread: { count, minimum, maximum, p95, average } }: { spread: Spread }) {
  const most = maximum ?? 1;
  const x = (value: number | null) => EDGE + ((value ?? 0) / (most || 1)) * (WIDTH - 2 * EDGE);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {count > 0 && (
        <>
          <line x1={x(minimum)} x2={x(maximum)} y1="14" y2="14" />
          <rect x={x(minimum)} y="10" width={Math.max(1, x(p95) - x(minimum))} height="8" rx="2" />
          <line class="spark-average" x1={x(average)} x2={x(average)} y1="6" y2="22" />
        </>
      )}
    </svg>
  );
}
