import type { RowPlace } from "../domain/wire.ts";

/** A task as far as its turn depends on it: tasks of different jobs are never in one row. */
export type Turn = { job: object; row?: RowPlace };

const follows = (later: Turn, earlier: Turn | undefined): boolean =>
  earlier?.row !== undefined &&
  later.row?.row === earlier.row.row &&
  later.row.place === earlier.row.place + 1 &&
  later.job === earlier.job;

/**
 * Which of the waiting tasks (at least one) a free thread takes: the one that follows in its row what the thread has just done, else the first
 * that no busy thread is about to follow up, else the first.
 */
export function pickTurn(waiting: Turn[], last: Turn | undefined, underWay: Turn[]): number {
  const next = waiting.findIndex((turn) => follows(turn, last));
  if (next >= 0) return next;
  return Math.max(
    0,
    waiting.findIndex((turn) => !underWay.some((busy) => follows(turn, busy))),
  );
}
