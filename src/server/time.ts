import { toTimestamp } from "../domain/timestamp.ts";

/** A moment in RFC 3339, or null where there is no moment yet. */
export const toTimestampOrNull = (us: number | null): string | null => (us === null ? null : toTimestamp(us));

/** Seconds to a tenth, null when unknown. */
export const toSeconds = (sec: number | null): number | null => (sec === null ? null : Math.round(sec * 10) / 10);
