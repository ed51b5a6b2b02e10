import { bucketOf, TIERS } from "../domain/metrics.ts";
import type { MetricReading } from "../store/metric-reading.ts";
import { percent, sumOf } from "./analytics-parts.ts";
import type { Window } from "./analytics-window.ts";

/** Which parts of a window were measured at all. */
export type Coverage = {
  /** Since when it is known what became of jobs, s since 1970. */
  jobsSinceSec: number | undefined;
  /** Whether it is not known of all of a bucket what became of jobs. */
  jobsPartial: (startSec: number) => boolean;
  /** Whether the server was not looked at in a part of a bucket. */
  serverPartial: (startSec: number) => boolean;
  /** Percent of the minutes since the first measurement in which the server was up. */
  uptime: number | null;
};

const MINUTE = TIERS.minute.sec;

/** Reads which minutes had a sign of life. Jobs are known of from before the first: the store tells what became of them. */
export function openCoverage(reading: MetricReading, window: Window, nowSec: number): Coverage {
  const { fromSec, toSec, bucketSec } = window;
  const [jobs, server] = [reading.since("jobs"), reading.since("server")];
  const first = Math.min(jobs ?? Number.POSITIVE_INFINITY, server ?? Number.POSITIVE_INFINITY);
  const [since, serverSince] = [first, server ?? Number.POSITIVE_INFINITY].map((sec) => bucketOf(sec, MINUTE)) as [number, number];
  const beats = reading.counts({ ...window, measures: ["beat"] });
  const beatsOf = new Map(beats.map(({ startSec, value }) => [startSec, value]));

  const isWatched = (startSec: number): boolean => {
    const expected = (startSec + bucketSec - Math.max(startSec, serverSince)) / MINUTE;
    return expected <= 0 || (beatsOf.get(startSec) ?? 0) >= expected;
  };
  const isBefore = (startSec: number, begun: number): boolean => startSec + bucketSec > nowSec || startSec < begun;
  const watchedFrom = Math.max(fromSec, serverSince);
  const minutes = (bucketOf(Math.min(nowSec, toSec - 1), MINUTE) + MINUTE - watchedFrom) / MINUTE;
  return {
    jobsSinceSec: Number.isFinite(first) ? first : undefined,
    jobsPartial: (startSec) => isBefore(startSec, since) || !isWatched(startSec),
    serverPartial: (startSec) => isBefore(startSec, serverSince) || !isWatched(startSec),
    uptime: minutes > 0 ? percent(sumOf(beats), minutes) : null,
  };
}
