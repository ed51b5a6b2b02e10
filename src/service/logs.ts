import { KinoraError } from "../domain/error.ts";
import type { LogQuery, Reading, StoredLine } from "../store/store.ts";
import type { Turns } from "./turns.ts";

/** Reads lines of a log, however many there are to look through, without holding up anyone else for long. Rejects once the signal fires. */
export async function readLogs(
  store: Pick<Reading, "scanLogs">,
  query: LogQuery,
  turn: Turns,
  signal?: AbortSignal,
): Promise<StoredLine[]> {
  const lines: StoredLine[] = [];
  for (let { after = 0 } = query; ; ) {
    await turn();
    if (signal?.aborted) throw new KinoraError("cancelled", "Cancelled.");
    const found = store.scanLogs({ ...query, after, limit: query.limit - lines.length });
    lines.push(...found.lines);
    if (lines.length >= query.limit || found.next === undefined) return lines;
    after = found.next;
  }
}
