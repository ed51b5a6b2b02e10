import { stat } from "node:fs/promises";
import { join } from "node:path";
import { KinoraError } from "../domain/error.ts";
import type { JobRecord } from "../domain/job-record.ts";
import type { Reading } from "../store/store.ts";
import { openBulk } from "./bulk.ts";
import { watchDisk } from "./disk.ts";
import { type FilmFile, type JobSelection, type ManyJobs, MOST_FILMS } from "./many.ts";
import type { ServiceMeans } from "./means.ts";
import { namedIds, numberOf, selectedNumbers, withStatuses } from "./selected.ts";
import { openTurns, type Turns } from "./turns.ts";

/** So many jobs are read at once: some milliseconds. */
const BATCH = 200;

/** Opens what can be done with many jobs. */
export function openManyJobs(means: ServiceMeans): ManyJobs {
  const { store, nowUs } = means;
  const turn = openTurns();
  const act = openBulk({ ...means, turn, checkDisk: watchDisk(means).check });
  return {
    act,
    async *each(selection = { filter: {} }) {
      refuseUnknown(store.read, selection);
      for await (const jobs of batches(store.read, madeBefore(selection, nowUs()), turn)) {
        const listed = store.read.listed(jobs);
        yield jobs.map((job, index) => ({ job, listed: listed[index]! }));
        await turn();
      }
    },
    films: (selection) => findFilms(means, selection, turn),
  };
}

/** Throws `not_found` when ids are given and none of them is known. */
function refuseUnknown(store: Reading, selection: JobSelection): void {
  if (!("ids" in selection) || selection.ids.some((id) => numberOf(store, id.toLowerCase()) !== undefined)) return;
  throw new KinoraError(
    "not_found",
    selection.ids.length === 1 ? `There is no job ${selection.ids[0]!.slice(0, 64)}.` : "There are no such jobs.",
  );
}

/** The same without jobs that are made from now on, so that going through them comes to an end. */
const madeBefore = (selection: JobSelection, nowUs: number): JobSelection =>
  "ids" in selection ? selection : { filter: { ...selection.filter, toUs: Math.min(selection.filter.toUs ?? nowUs, nowUs) } };

async function* batches(store: Reading, selection: JobSelection, turn: Turns): AsyncGenerator<JobRecord[], void> {
  for await (const numbers of selectedNumbers(store, selection, turn))
    for (let from = 0; from < numbers.length; from += BATCH)
      yield numbers.slice(from, from + BATCH).flatMap((number) => store.numbered(number) ?? []);
}

async function findFilms({ store, jobsFolder }: ServiceMeans, selection: JobSelection, turn: Turns): Promise<FilmFile[]> {
  refuseUnknown(store.read, selection);
  const finished = finishedOf(selection);
  const films: FilmFile[] = [];
  if (finished)
    for await (const jobs of batches(store.read, finished, turn)) {
      const found = await Promise.all(jobs.map((job) => fileOf(job, jobsFolder)));
      films.push(...found.flatMap((film) => film ?? []));
      if (films.length > MOST_FILMS) throw tooMany();
    }
  if (films.length === 0) throw new KinoraError("wrong_state", "None of these jobs has a finished film.");
  return films;
}

function finishedOf(selection: JobSelection): JobSelection | undefined {
  if ("ids" in selection) return { ids: namedIds(selection.ids) };
  const filter = withStatuses(selection.filter, ["completed"]);
  return filter && { filter };
}

const tooMany = () =>
  new KinoraError("invalid_request", `These are more than ${MOST_FILMS.toLocaleString("en")} films. Narrow the filter.`);

/** The film of a job where it is finished and still on the disk. */
async function fileOf({ id, title, prompt, status, revision, film }: JobRecord, jobsFolder: string): Promise<FilmFile | undefined> {
  if (status !== "completed" || !film) return undefined;
  const path = join(jobsFolder, id, String(revision), film.video.slice(film.video.lastIndexOf("/") + 1));
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { id, title, prompt, path, bytes: found.size, changed: found.mtime } : undefined;
}
