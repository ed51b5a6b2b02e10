import type { JobFilter } from "../domain/job-query.ts";
import { JobId, type JobStatus } from "../domain/job-record.ts";
import type { Reading } from "../store/store.ts";
import type { JobSelection } from "./many.ts";
import type { Turns } from "./turns.ts";

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
  if ("ids" in selection) {
    yield namedIds(selection.ids).flatMap((id) => numberOf(store, id) ?? []);
    return;
  }
  for (const numbers of store.walk(selection.filter)) {
    if (numbers.length > 0) yield numbers;
    await turn();
  }
}
