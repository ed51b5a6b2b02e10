import { KinoraError } from "../domain/error.ts";
import type { LogQuery, LogScan, Reading, StoredLine } from "../store/store.ts";
import type { Turns } from "./turns.ts";

/** How many lines one question for matches looks through at most. */
const MOST_LOOKED_AT = 1_000_000;

const refuseAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new KinoraError("cancelled", "Cancelled.");
};

/** Reads lines of a log, however many there are to look through, without holding up anyone else for long. Rejects once the signal fires. */
export async function readLogs(
  store: Pick<Reading, "scanLogs">,
  query: LogQuery,
  turn: Turns,
  signal?: AbortSignal,
): Promise<StoredLine[]> {
  const parts: StoredLine[][] = [];
  for (let part: LogQuery | undefined = query; part; ) {
    await turn();
    refuseAborted(signal);
    const found: LogScan = store.scanLogs(part);
    parts.push(found.lines);
    part = found.next;
  }
  return (query.newest ? parts.reverse() : parts).flat();
}

/** Which lines fit, and the line to go on with where it stopped before the end of the log; in small steps as well. */
export async function matchLogs(
  store: Pick<Reading, "matchLogs" | "logSummary">,
  query: LogQuery,
  turn: Turns,
  signal?: AbortSignal,
): Promise<{ lines: number[]; next: number | null }> {
  const lines: number[] = [];
  const first = Math.max(query.fromLine ?? 0, store.logSummary(query.jobId).first?.line ?? 0);
  for (let from: number | undefined = first; from !== undefined; ) {
    if (lines.length >= query.limit || from - first >= MOST_LOOKED_AT) return { lines, next: from };
    await turn();
    refuseAborted(signal);
    const found = store.matchLogs({ ...query, fromLine: from, limit: query.limit - lines.length });
    for (const line of found.lines) lines.push(line);
    from = found.next;
  }
  return { lines, next: null };
}
