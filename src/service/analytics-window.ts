import { bucketOf, TIERS, type Tier } from "../domain/metrics.ts";

/** A stretch of time in buckets, s; `toSec` is exclusive and may lie ahead. */
export type Window = { fromSec: number; toSec: number; bucketSec: number; tier: Tier };

/** How far back analytics look. */
export const RANGES = {
  "24h": { tier: "minute", bucketSec: 900, buckets: 96 },
  "7d": { tier: "hour", bucketSec: 3600, buckets: 168 },
  "30d": { tier: "day", bucketSec: 86_400, buckets: 30 },
  "90d": { tier: "day", bucketSec: 86_400, buckets: 90 },
} as const;
export type Range = keyof typeof RANGES;
export const RANGE_NAMES = Object.keys(RANGES) as Range[];

/** What a report is of: a day, a week from Monday on (ISO 8601), a month. All in UTC. */
export const PERIODS = ["daily", "weekly", "monthly"] as const;
export type Period = (typeof PERIODS)[number];

const DAY_SEC = 86_400;

/** The buckets of a range; the last of them holds the present. */
export function windowOfRange(range: Range, nowSec: number): Window {
  const { tier, bucketSec, buckets } = RANGES[range];
  const toSec = bucketOf(nowSec, bucketSec) + bucketSec;
  return { fromSec: toSec - buckets * bucketSec, toSec, bucketSec, tier };
}

/** The period that a moment lies in: a day in hours as long as they are kept, a week or a month in days. */
export function windowOfPeriod(period: Period, atSec: number, nowSec: number): Window {
  const day = new Date(bucketOf(atSec, DAY_SEC) * 1000);
  const date = (days: number, months = 0) => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, days) / 1000;
  if (period === "monthly") return { fromSec: date(1), toSec: date(1, 1), bucketSec: DAY_SEC, tier: "day" };
  const monday = date(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  if (period === "weekly") return { fromSec: monday, toSec: monday + 7 * DAY_SEC, bucketSec: DAY_SEC, tier: "day" };
  const fromSec = date(day.getUTCDate());
  const tier = fromSec > nowSec - (TIERS.hour.keepDays - 1) * DAY_SEC ? "hour" : "day";
  return { fromSec, toSec: fromSec + DAY_SEC, bucketSec: TIERS[tier].sec, tier };
}

/** The stretch of equal length before. */
export const windowBefore = ({ fromSec, toSec, ...rest }: Window): Window => ({ ...rest, fromSec: 2 * fromSec - toSec, toSec: fromSec });

/** The beginnings of a window's buckets, s. */
export const bucketsOf = ({ fromSec, toSec, bucketSec }: Window): number[] =>
  Array.from({ length: Math.round((toSec - fromSec) / bucketSec) }, (_, index) => fromSec + index * bucketSec);
