import { stat } from "node:fs/promises";
import { join } from "node:path";
import { KinoraError } from "../domain/error.ts";
import type { JobRecord } from "../domain/job-record.ts";
import type { JobRequest } from "../domain/submit.ts";
import type { Reading } from "../store/store.ts";
import { openBulk } from "./bulk.ts";
import { watchDisk } from "./disk.ts";
import { type FilmFile, type JobSelection, type ManyJobs, MOST_FILMS } from "./many.ts";
import type { ServiceMeans } from "./means.ts";
import { namedIds, numberOf, selectedNumbers, withStatuses } from "./selected.ts";
import { openTurns, type Turns } from "./turns.ts";

/** So many jobs are read at once at most, some milliseconds, and no more once what they were asked has so many characters. */
const BATCH = 100;
const MOST_CHARS = 1_000_000;
/** What a scene has beside its words. */
const SCENE_CHARS = 500;

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

/** The jobs in batches, of which each is small enough to be held whatever was asked. */
async function* batches(store: Reading, selection: JobSelection, turn: Turns): AsyncGenerator<JobRecord[], void> {
  for await (const numbers of selectedNumbers(store, selection, turn)) {
    let batch: JobRecord[] = [];
    let chars = 0;
    for (const number of numbers) {
      const job = store.numbered(number);
      if (!job) continue;
      batch.push(job);
      chars += requestChars(job.request);
      if (batch.length < BATCH && chars < MOST_CHARS) continue;
      yield batch;
      batch = [];
      chars = 0;
    }
    if (batch.length > 0) yield batch;
  }
}

/** About how many characters what was asked has. */
function requestChars(request: JobRequest): number {
  if (request.kind === "noop") return request.prompt.length;
  const { prompt = "", script = "", storyboard } = request.film;
  const scenes = storyboard?.scenes ?? [];
  return scenes.reduce(
    (sum, { narration, description }) => sum + SCENE_CHARS + narration.length + description.length,
    prompt.length + script.length,
  );
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
