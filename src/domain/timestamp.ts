/** A moment in RFC 3339, UTC, with microseconds. `us` is microseconds since 1970. */
export function toTimestamp(us: number): string {
  const ms = Math.floor(us / 1000);
  const rest = String(Math.floor(us - ms * 1000)).padStart(3, "0");
  return `${new Date(ms).toISOString().slice(0, -1)}${rest}Z`;
}
