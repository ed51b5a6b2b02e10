import type { Bucket, OutcomeBucket } from "../../client/analytics.ts";
import { sayDay, sayDayAndTime, sayShortTime, sayUtcDay, sayUtcWeekday } from "../say.ts";
import type { Tick } from "./plot.tsx";

const DAY_SEC = 86_400;
const HOUR_SEC = 3600;
const TICK_PX = 76;
/** Hours between words below a chart. */
const HOURS = [1, 2, 3, 4, 6, 8, 12, 24, 48, 96, 168];

/** When a bucket is: its day in UTC, as days are counted; the beginning of shorter ones in the time of this place. */
export function sayStart({ start, seconds }: Bucket): string {
  const at = new Date(start);
  return seconds >= DAY_SEC ? sayUtcWeekday(at) : sayDayAndTime(at);
}

/** The same, with whether it is not over yet or was not measured wholly. */
export function sayBucket(bucket: Bucket): string {
  if (!bucket.partial) return sayStart(bucket);
  return `${sayStart(bucket)}, ${Date.parse(endOf(bucket)) > Date.now() ? "so far" : "in part"}`;
}

/** Words below buckets, as many as there is room for; the last is now. */
export function timeTicks(buckets: readonly Bucket[], width: number): Tick[] {
  const most = Math.max(2, Math.floor(width / TICK_PX));
  const isDays = (buckets[0]?.seconds ?? 0) >= DAY_SEC;
  const last = buckets.length - 1;
  const ticks = isDays ? dayTicks(buckets, most) : hourTicks(buckets, most);
  const near = buckets.length / most / 1.4;
  return [...ticks.filter(({ at }) => last - at >= near), { at: last, label: isDays ? "Today" : "Now" }];
}

function dayTicks(buckets: readonly Bucket[], most: number): Tick[] {
  const every = Math.ceil(buckets.length / most);
  return buckets.flatMap(({ start }, at) => ((buckets.length - 1 - at) % every === 0 ? [{ at, label: sayUtcDay(new Date(start)) }] : []));
}

function hourTicks(buckets: readonly Bucket[], most: number): Tick[] {
  const spanned = (buckets.length * (buckets[0]?.seconds ?? HOUR_SEC)) / HOUR_SEC;
  const every = HOURS.find((hours) => spanned / hours <= most) ?? 168;
  return buckets.flatMap(({ start }, at) => {
    const here = new Date(start);
    if (here.getMinutes() >= (buckets[0]?.seconds ?? 0) / 60 || !isEvery(here, every)) return [];
    return [{ at, label: here.getHours() === 0 ? sayDay(here, here.getTime()) : sayShortTime(here) }];
  });
}

const isEvery = (at: Date, hours: number): boolean =>
  hours <= 24
    ? at.getHours() % hours === 0
    : at.getHours() === 0 && Math.round((at.getTime() - at.getTimezoneOffset() * 60e3) / 864e5) % (hours / 24) === 0;

/** Outcomes in longer buckets, aligned to UTC as days are: quarters of an hour to hours, hours to days. */
export function groupOutcomes(buckets: readonly OutcomeBucket[], seconds: number): OutcomeBucket[] {
  const groups = new Map<number, OutcomeBucket[]>();
  for (const bucket of buckets) {
    const begin = Math.floor(Date.parse(bucket.start) / 1000 / seconds) * seconds;
    groups.set(begin, [...(groups.get(begin) ?? []), bucket]);
  }
  return [...groups].map(([begin, parts]) => {
    const sum = (of: "created" | "completed" | "failed" | "cancelled") => parts.reduce((total, part) => total + part[of], 0);
    return {
      start: new Date(begin * 1000).toISOString(),
      seconds,
      partial: parts.some(({ partial }) => partial) || parts.reduce((total, part) => total + part.seconds, 0) < seconds,
      created: sum("created"),
      completed: sum("completed"),
      failed: sum("failed"),
      cancelled: sum("cancelled"),
    };
  });
}

/** The end of a bucket, RFC 3339. */
export const endOf = ({ start, seconds }: Bucket): string => new Date(Date.parse(start) + seconds * 1000).toISOString();
