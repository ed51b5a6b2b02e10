import type { OutcomeBucket } from "../../client/analytics.ts";

type Counts = Pick<OutcomeBucket, "completed" | "failed">;

/** Percent of jobs that were completed, of those that were completed or failed; null where there are none. */
export const rateOf = ({ completed, failed }: Counts): number | null =>
  completed + failed === 0 ? null : (completed / (completed + failed)) * 100;

/** The rate of all jobs of the buckets. */
export const rateOfAll = (buckets: readonly Counts[]): number | null =>
  rateOf({
    completed: buckets.reduce((sum, { completed }) => sum + completed, 0),
    failed: buckets.reduce((sum, { failed }) => sum + failed, 0),
  });

/** The worst bucket, where it is much worse than all together: at least two failed, and 5 points below. */
export function findOutlier(buckets: readonly OutcomeBucket[]): number | null {
  const usual = rateOfAll(buckets);
  const rated = buckets.flatMap((bucket, at) => (bucket.failed >= 2 ? [{ at, rate: rateOf(bucket) ?? 100 }] : []));
  const worst = rated.sort((a, b) => a.rate - b.rate)[0];
  return usual !== null && worst && worst.rate <= usual - 5 ? worst.at : null;
}
