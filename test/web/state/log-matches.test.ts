import { describe, expect, test } from "bun:test";
import { findMatches, indexOf } from "../../../src/web/state/log-matches.ts";

const settled = (answers: { lines: number[]; next: number | null }[], more: { most?: number } = {}) => {
  const asked: object[] = [];
  const ask = async (query: object) => {
    asked.push(query);
    return answers[asked.length - 1]!;
  };
  return new Promise<{ matches: ReturnType<typeof findMatches>; asked: object[] }>((resolve) => {
    const matches = findMatches(ask, { ...more, changed: () => matches.found.done && resolve({ matches, asked }) });
  });
};

describe("matches", () => {
  test("are asked for until the log ends", async () => {
    const { matches, asked } = await settled([
      { lines: [2, 5], next: 1000 },
      { lines: [1001], next: null },
    ]);
    expect(matches.found.lines).toEqual([2, 5, 1001]);
    expect(asked).toEqual([{ limit: 100_000 }, { limit: 100_000, from_line: 1000 }]);
  });

  test("stop at the most that are wanted", async () => {
    const { matches } = await settled([{ lines: [1, 2, 3], next: 4 }], { most: 3 });
    expect(matches.found).toEqual({ lines: [1, 2, 3], done: true, failed: false });
  });

  test("that come meanwhile follow, each once", async () => {
    const matches = findMatches(async () => ({ lines: [1, 7], next: null }), { changed: () => undefined });
    matches.take(7);
    matches.take(9);
    while (!matches.found.done) await Promise.resolve();
    matches.take(12);
    expect(matches.found.lines).toEqual([1, 7, 9, 12]);
  });

  test("say that they could not be looked for", async () => {
    const matches = findMatches(() => Promise.reject(new Error("gone")), { changed: () => undefined });
    while (!matches.found.done) await Promise.resolve();
    expect(matches.found.failed).toBe(true);
  });

  test("are found by their line", () => {
    const lines = [2, 5, 9];
    expect([1, 2, 3, 9, 10].map((line) => indexOf(lines, line))).toEqual([0, 0, 1, 2, 3]);
  });
});
