import type { Film } from "../domain/artifacts.ts";
import { KinoraError } from "../domain/error.ts";
import { type JobChange, type JobRecord, JobStatus, phaseOf, RUNNING_STATUSES } from "../domain/job-record.ts";
import { STATUS_CODES } from "./codes.ts";
import type { Connection } from "./connection.ts";
import { CELLS, type JobRow, openRecords, rankOf, readiness, SELECT_JOBS } from "./job-row.ts";
import type { NewJob } from "./store.ts";
import { toTokens } from "./words.ts";

type Cell = string | number | null;
type Field = keyof typeof CELLS;

const FIELDS = Object.keys(CELLS) as Field[];
const INSERT_JOB = `INSERT INTO jobs (id, user_id, ready, rank, ${FIELDS.map((field) => CELLS[field].column).join(", ")})
  VALUES (${Array(FIELDS.length + 4)
    .fill("?")
    .join(", ")})`;
const codesOf = (statuses: readonly JobStatus[]): string => statuses.map((status) => STATUS_CODES[status]).join(", ");
const RUNNING = codesOf(RUNNING_STATUSES);
const OVER = codesOf(JobStatus.options.filter((status) => phaseOf(status) === "over"));

/** Jobs by themselves: one to read, to insert, to change, to delete. Changes are made inside a transaction of the caller's. */
export function openJobs(db: Connection, nowUs: () => number) {
  const toRecord = openRecords(db);
  const byId = db.statement<JobRow>(`${SELECT_JOBS} WHERE id = ?`);
  const bySeq = db.statement<JobRow>(`${SELECT_JOBS} WHERE seq = ?`);
  const running = db.statement<JobRow>(`${SELECT_JOBS} WHERE status IN (${RUNNING}) ORDER BY created_us, seq`);
  const finished = db.statement<{ id: string }>(
    `SELECT id FROM jobs INDEXED BY jobs_finished WHERE finished_us IS NOT NULL AND finished_us < ? AND status IN (${OVER}) ORDER BY finished_us LIMIT ?`,
  );
  const seqOf = db.statement<{ seq: number }>("SELECT seq FROM jobs WHERE id = ?");
  const insertJob = db.statement<never>(INSERT_JOB);
  const insertMetadata = db.statement<never>("INSERT INTO job_metadata (job_seq, request, origin, stages, crash) VALUES (?, ?, ?, ?, ?)");
  const insertWords = db.statement<never>("INSERT OR REPLACE INTO job_words (rowid, words) VALUES (?, ?)");
  const insertFilm = db.statement<never>("INSERT OR REPLACE INTO job_files (job_seq, film) VALUES (?, ?)");
  const dropFilm = db.statement<never>("DELETE FROM job_files WHERE job_seq = ?");
  const deleteJob = db.statement<never>("DELETE FROM jobs WHERE id = ?");

  const job = (id: string): JobRecord | undefined => {
    const row = byId.get(id);
    return row ? toRecord(row) : undefined;
  };

  const saveFilm = (seq: number, film: Film | null): void => {
    if (film) insertFilm.run(seq, JSON.stringify(film));
    else dropFilm.run(seq);
  };

  const saveWords = (seq: number, { prompt, title }: Pick<JobRecord, "prompt" | "title">): void => {
    const tokens = toTokens(`${prompt} ${title ?? ""}`).join(" ");
    if (tokens !== "") insertWords.run(seq, tokens);
  };

  const update = (table: "jobs" | "job_metadata", key: string, cells: [column: string, cell: Cell][], seq: number): void => {
    if (cells.length === 0) return;
    const text = `UPDATE ${table} SET ${cells.map(([column]) => `${column} = ?`).join(", ")} WHERE ${key} = ?`;
    db.statement<never>(text).run(...cells.map(([, cell]) => cell), seq);
  };

  return {
    job,
    numbered(seq: number): JobRecord | undefined {
      const row = bySeq.get(seq);
      return row ? toRecord(row) : undefined;
    },
    running: (): JobRecord[] => running.all().map(toRecord),
    finishedBefore: (us: number, limit: number): string[] => finished.all(us, limit).map(({ id }) => id),
    /** The number of a job. Throws `not_found`. */
    seqOf(id: string): number {
      const row = seqOf.get(id);
      if (!row) throw new KinoraError("not_found", `There is no job ${id}.`);
      return row.seq;
    },
    insert(given: NewJob): JobRecord {
      const job = inOrder(given);
      const { request, origin, stages, crash, film } = job;
      const cells = FIELDS.map((field) => CELLS[field].cell(job));
      const seq = Number(insertJob.run(job.id, origin.userId, readiness(job, nowUs()), rankOf(job), ...cells).lastInsertRowid);
      insertMetadata.run(seq, JSON.stringify(request), JSON.stringify(origin), JSON.stringify(stages), crash && JSON.stringify(crash));
      saveWords(seq, job);
      if (film) saveFilm(seq, film);
      return { ...job, seq };
    },
    /** The job as it was and as it is now. Throws `not_found`. */
    change(id: string, change: JobChange): { before: JobRecord; after: JobRecord } {
      const before = job(id);
      if (!before) throw new KinoraError("not_found", `There is no job ${id}.`);
      const after = inOrder({ ...before, ...change });
      update("jobs", "seq", changedCells(before, after, nowUs()), before.seq);
      update("job_metadata", "job_seq", changedNotes(before, change), before.seq);
      if (change.film !== undefined) saveFilm(before.seq, change.film);
      if (before.prompt !== after.prompt || before.title !== after.title) saveWords(before.seq, after);
      return { before, after };
    },
    delete: (id: string): void => void deleteJob.run(id),
  };
}

/** No job is changed before it is made, even when the clock has been set back: lists rely on it. */
const inOrder = <Job extends NewJob>(job: Job): Job => (job.updatedUs < job.createdUs ? { ...job, updatedUs: job.createdUs } : job);

function changedCells(before: JobRecord, after: JobRecord, nowUs: number): [string, Cell][] {
  const cells: [string, Cell][] = FIELDS.filter((field) => before[field] !== after[field]).map((field) => [
    CELLS[field].column,
    CELLS[field].cell(after),
  ]);
  if (before.status !== after.status || before.waitingFor !== after.waitingFor || before.dueUs !== after.dueUs)
    cells.push(["ready", readiness(after, nowUs)]);
  const isBack = phaseOf(before.status) === "over" && phaseOf(after.status) === "pending";
  if (isBack) cells.push(["rank", rankOf({ priority: after.priority, createdUs: nowUs })]);
  else if (before.priority !== after.priority) cells.push(["rank", rankOf(after)]);
  return cells;
}

function changedNotes(before: JobRecord, { stages, crash }: JobChange): [string, Cell][] {
  const cells: [string, Cell][] = [];
  if (stages) cells.push(["stages", JSON.stringify(stages)]);
  if (crash !== undefined && (crash || before.crash)) cells.push(["crash", crash && JSON.stringify(crash)]);
  return cells;
}
