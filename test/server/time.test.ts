import { expect, test } from "bun:test";
import { toTimestamp } from "../../src/domain/timestamp.ts";
import { toSeconds, toTimestampOrNull } from "../../src/server/time.ts";

test.each([
  [0, "1970-01-01T00:00:00.000000Z"],
  [1_763_658_927_123_456, "2025-11-20T17:15:27.123456Z"],
  [1_763_658_927_000_007, "2025-11-20T17:15:27.000007Z"],
])("%d µs is %s", (us, text) => expect(toTimestamp(us)).toBe(text));

test("no moment is null", () => expect(toTimestampOrNull(null)).toBeNull());
test("seconds are told to a tenth", () => expect([41.53, 0.04, null].map(toSeconds)).toEqual([41.5, 0, null]));
