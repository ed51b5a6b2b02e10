import type { RowPlace } from "../domain/wire.ts";

/** A task as far as its turn depends on it: tasks of different jobs are never in one row. */
export type Turn = { job: object; row?: RowPlace };

/** When each job last had a task taken, as a rising number; a job that has had none yet is not in it. */
export type Served = ReadonlyMap<object, number>;

const follows = (later: Turn, earlier: Turn | undefined): boolean =>
  earlier?.row !== undefined &&
  later.row?.row === earlier.row.row &&
  later.row.place === earlier.row.place + 1 &&
  later.job === earlier.job;

/**
 * Which of the waiting tasks (at least one) a free thread takes: of the jobs that keep the fewest threads busy the one that has waited longest
 * for its turn, and of its tasks the one that follows in its row what the thread has just done, else the first that no busy thread is about to
 * follow up, else the first.
 */
export function pickTurn(waiting: Turn[], last: Turn | undefined, underWay: Turn[], served: Served = new Map()): number {
  const job = fairJob(waiting, underWay, served);
  const own = waiting.map((turn, index) => ({ turn, index })).filter(({ turn }) => turn.job === job);
  const next = own.find(({ turn }) => follows(turn, last));
  const free = own.find(({ turn }) => !underWay.some((busy) => follows(turn, busy)));
  return (next ?? free ?? own[0]!).index;
}

function fairJob(waiting: Turn[], underWay: Turn[], served: Served): object {
  const jobs = [...new Set(waiting.map(({ job }) => job))];
  const [first, ...others] = jobs.map((job) => ({
    job,
    busy: underWay.filter((busy) => busy.job === job).length,
    last: served.get(job) ?? 0,
  }));
  return others.reduce((best, one) => (one.busy < best.busy || (one.busy === best.busy && one.last < best.last) ? one : best), first!).job;
}
