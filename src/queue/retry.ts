import type { KinoraError } from "../domain/error.ts";
import { MOST_ATTEMPTS } from "../domain/job-record.ts";
import type { Settings } from "../domain/settings.ts";

/** Seconds to wait after so many failures (from 1): doubling from `base` up to `max`, of which half is certain and half is drawn. */
export function backOffSec(failures: number, { base, max }: Settings["retry"], random: () => number): number {
  const longest = Math.min(max, base * 2 ** (failures - 1));
  return longest / 2 + (longest / 2) * random();
}

/** What follows from a failure: another attempt after so many seconds, or none. `failures` counts this one, unless it does not use up an attempt. */
export type Verdict = { again: true; failures: number; afterSec: number } | { again: false; failures: number };

/**
 * Judges a failure that a stage has reported, after `before` earlier ones. What can pass is tried again, `MOST_ATTEMPTS` times in all and not
 * before the error itself says that it makes sense. A full disk ends the job at once and uses no attempt: trying again by itself would only
 * fail again, and when the user has made room all attempts are still there.
 */
export function judgeFailure(error: KinoraError, before: number, retry: Settings["retry"], random: () => number): Verdict {
  if (error.code === "disk_full") return { again: false, failures: before };
  const failures = before + 1;
  if (!error.retryable || failures >= MOST_ATTEMPTS) return { again: false, failures };
  return { again: true, failures, afterSec: Math.max(backOffSec(failures, retry, random), error.retryAfterSec ?? 0) };
}
