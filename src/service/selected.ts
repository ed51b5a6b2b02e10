import type { JobFilter } from "../domain/job-query.ts";
import { JobId, type JobStatus } from "../domain/job-record.ts";
import type { Reading } from "../store/store.ts";
import type { JobSelection } from "./many.ts";
import type { Turns } from "./turns.ts";

/** So many jobs are looked up by their ids at once: what one was asked may be a megabyte long. */
export const NAMED_AT_ONCE = 25;

/** The ids that are named, each once, as they are stored. */
export const namedIds = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => id.toLowerCase()))];

/** The number of a job; undefined for one that is unknown. */
export const numberOf = (store: Reading, id: string): number | undefined => (JobId.safeParse(id).success ? store.job(id)?.seq : undefined);

/** A filter that leaves of what it left only these statuses; undefined when that is nothing. */
export function withStatuses(filter: JobFilter, statuses: readonly JobStatus[]): JobFilter | undefined {
  const both = filter.statuses ? statuses.filter((status) => filter.statuses!.includes(status)) : statuses;
  return both.length > 0 ? { ...filter, statuses: both } : undefined;
}

/** The numbers of selected jobs, step by step, each in a turn of its own; those of a filter oldest first. */
export async function* selectedNumbers(store: Reading, selection: JobSelection, turn: Turns): AsyncGenerator<number[], void> {
  const steps = "ids" in selection ? namedNumbers(store, selection.ids) : store.walk(selection.filter);
  for (;;) {
    await turn();
    const { value: numbers, done } = steps.next();
    if (done) return;
    if (numbers.length > 0) yield numbers;
  }
}

function* namedNumbers(store: Reading, named: readonly string[]): Generator<number[], void> {
  const ids = namedIds(named);
  for (let from = 0; from < ids.length; from += NAMED_AT_ONCE)
    yield ids.slice(from, from + NAMED_AT_ONCE).flatMap((id) => numberOf(store, id) ?? []);
}
