import type { LogEntry } from "../../client/answers.ts";

const BLOCK = 200;
const MOST_KEPT = 12_000;
const AT_ONCE = 3;

type Need = { from: number; to: number; last: number; isMoving: boolean; lineOf: (row: number) => number; load: Load };
type Load = (from: number, to: number, signal: AbortSignal) => Promise<readonly LogEntry[]>;

/** Lines that have been loaded, by their place in the log: the last 12,000 of them, so that a log of any length costs little. */
export function keepLines(changed: () => void) {
  const kept = new Map<number, LogEntry>();
  const asked = new Map<number, AbortController>();

  function put(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      kept.delete(entry.line);
      kept.set(entry.line, entry);
    }
    for (const line of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(line);
    }
  }

  async function loadBlock(block: number, last: number, load: Load): Promise<void> {
    if (asked.has(block)) return;
    const end = new AbortController();
    asked.set(block, end);
    try {
      put(await load(block * BLOCK, Math.min(last, (block + 1) * BLOCK - 1), end.signal));
    } catch {
      // What could not be had is asked for again when it is next in sight.
      return;
    } finally {
      if (asked.get(block) === end) asked.delete(block);
    }
    changed();
  }

  return {
    get: (line: number): LogEntry | undefined => kept.get(line),
    put,
    /**
     * Loads what is missing of rows `from`..`to` (of 0..`last`); where rows move, also what lies beyond when all of that is there. `lineOf` tells
     * a row's line. What is no longer wanted is given up when much is under way.
     */
    need({ from, to, last, isMoving, lineOf, load }: Need): void {
      const isMissing = (row: number) => row >= 0 && row <= last && !kept.has(lineOf(row));
      const blocks = new Set<number>();
      for (let row = from; row <= to; row++) if (isMissing(row)) blocks.add(Math.floor(row / BLOCK));
      if (blocks.size === 0 && isMoving)
        for (const row of [from - BLOCK / 2, to + BLOCK / 2]) if (isMissing(row)) blocks.add(Math.floor(row / BLOCK));
      const idle = [...asked.keys()].filter((block) => !blocks.has(block));
      for (const block of idle.slice(0, Math.max(0, asked.size + blocks.size - AT_ONCE))) {
        asked.get(block)?.abort(new Error("No longer in sight."));
        asked.delete(block);
      }
      for (const block of blocks) void loadBlock(block, last, load);
    },
    /** Gives up what is being loaded; what is there stays, unless `all` goes. */
    stop({ all = false } = {}): void {
      for (const end of asked.values()) end.abort(new Error("No longer wanted."));
      asked.clear();
      if (all) kept.clear();
    },
  };
}
