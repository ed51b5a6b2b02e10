import type { LogLine } from "../domain/event.ts";
import type { Saver } from "./saver.ts";

/** Log lines on their way to the store, many at a time. */
export type Lines = {
  add: (line: LogLine) => void;
  /** Stores what there is, now. */
  flush: () => Promise<void>;
};

/** How long a line waits for others, ms. */
const GATHERING_MS = 200;
/** More than this is not kept while the disk refuses to store any. */
const MOST_WAITING = 10_000;

/** Opens the way; lines of jobs that have gone meanwhile go with them. */
export function openLines(saver: Saver): Lines {
  let waiting: LogLine[] = [];
  let timer: Timer | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return;
    await saver
      .save((store) => {
        const there = new Map<string, boolean>();
        const isThere = (id: string) => {
          if (!there.has(id)) there.set(id, store.job(id) !== undefined);
          return there.get(id)!;
        };
        store.addLogs(lines.filter(({ jobId }) => isThere(jobId)));
      })
      .catch(() => undefined);
  }

  return {
    add(line) {
      if (waiting.length < MOST_WAITING) waiting.push(line);
      timer ??= setTimeout(() => void flush(), GATHERING_MS);
    },
    flush,
  };
}
