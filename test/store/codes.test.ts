import { expect, test } from "bun:test";
import { Style } from "../../src/domain/job.ts";
import { JobKind, JobStatus } from "../../src/domain/job-record.ts";
import { fromStyle, KIND_CODES, STATUS_CODES, STYLE_CODES, toKind, toStatus, toStyle } from "../../src/store/codes.ts";

const TABLES = [
  { words: JobStatus.options, codes: STATUS_CODES, back: toStatus, bits: 4 },
  { words: Style.options, codes: STYLE_CODES, back: toStyle, bits: 4 },
  { words: JobKind.options, codes: KIND_CODES, back: toKind, bits: 2 },
] as const;

test("each word has a number of its own that fits into the facets and stands for it again", () => {
  for (const { words, codes, back, bits } of TABLES) {
    const numbers = words.map((word) => (codes as Record<string, number>)[word]!);
    expect(new Set(numbers).size).toBe(words.length);
    expect(numbers.every((number) => number > 0 && number < 1 << bits)).toBe(true);
    expect(numbers.map((number) => back(number))).toEqual([...words]);
  }
  expect([fromStyle(null), toStyle(null)]).toEqual([null, null]);
});

test("numbers that are stored stay what they are", () => {
  expect([STATUS_CODES.pending, STATUS_CODES.publishing, STATUS_CODES.completed, STATUS_CODES.failed, STATUS_CODES.cancelled]).toEqual([
    1, 11, 12, 13, 14,
  ]);
  expect(Object.values(STYLE_CODES)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(Object.values(KIND_CODES)).toEqual([1, 2, 3]);
});
