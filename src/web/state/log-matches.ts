import type { LogMatches } from "../../client/answers.ts";

type Ask = (query: { from_line?: number; limit: number }, signal: AbortSignal) => Promise<LogMatches>;

const AT_ONCE = 100_000;

/** Lines of a log that fit something, in order. `lines` grows in place; `change` counts what was added. */
export type Matches = { lines: number[]; done: boolean; failed: boolean };

/** Looks through a whole log, part by part, and then takes what comes. `most` is where it stops looking. */
export function findMatches(ask: Ask, { most = Number.POSITIVE_INFINITY, changed }: { most?: number; changed: () => void }) {
  const found: Matches = { lines: [], done: false, failed: false };
  const end = new AbortController();
  let came: number[] = [];

  function add(line: number): void {
    if (found.lines.length < most && line > (found.lines.at(-1) ?? 0)) found.lines.push(line);
  }

  async function look(): Promise<void> {
    let next: number | null | undefined;
    while (next !== null && found.lines.length < most) {
      const part: LogMatches = await ask({ limit: Math.min(AT_ONCE, most), ...(next && { from_line: next }) }, end.signal);
      for (const line of part.lines) add(line);
      next = part.next;
      changed();
    }
  }

  void look()
    .catch(() => {
      found.failed = !end.signal.aborted;
    })
    .finally(() => {
      found.done = true;
      for (const line of came) add(line);
      came = [];
      if (!end.signal.aborted) changed();
    });

  return {
    found,
    /** Takes a line that fits and has just been written. */
    take: (line: number): void => void (found.done ? add(line) : came.push(line)),
    stop: () => end.abort(new Error("No longer wanted.")),
  };
}

/** Where a line is, or would be, in rising lines: the index of the first that is not lower. */
export function indexOf(lines: readonly number[], line: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
