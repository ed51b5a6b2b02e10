/** A moment in RFC 3339, UTC, with microseconds. `us` is microseconds since 1970. */
export function toTimestamp(us: number): string {
  const ms = Math.floor(us / 1000);
  const rest = String(Math.floor(us - ms * 1000)).padStart(3, "0");
  return `${new Date(ms).toISOString().slice(0, -1)}${rest}Z`;
}

/** The same, or null where there is no moment yet. */
export const toTimestampOrNull = (us: number | null): string | null => (us === null ? null : toTimestamp(us));

/** Seconds to a tenth, null when unknown. */
export const toSeconds = (sec: number | null): number | null => (sec === null ? null : Math.round(sec * 10) / 10);
