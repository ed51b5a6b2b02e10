import type { Film } from "../domain/artifacts.ts";
import type { ErrorCode } from "../domain/error.ts";
import type { JobRecord, JobSummary, WaitingFor } from "../domain/job-record.ts";
import { fromStyle, KIND_CODES, STATUS_CODES, toKind, toStatus, toStyle } from "./codes.ts";
import type { Connection } from "./connection.ts";

/** A row of `jobs` that lists show. */
export type SummaryRow = {
  seq: number;
  id: string;
  kind: number;
  status: number;
  style: number | null;
  priority: number;
  waiting_for: WaitingFor | null;
  prompt: string;
  title: string | null;
  duration_target_sec: number | null;
  progress: number;
  remaining_sec: number | null;
  revision: number;
  error: string | null;
  error_code: ErrorCode | null;
  created_us: number;
  updated_us: number;
  started_us: number | null;
  finished_us: number | null;
};

/** A row of `jobs`, whole. */
export type JobRow = SummaryRow & {
  due_us: number;
  step: string | null;
  failures: number;
  approved: number;
};

type MetadataRow = { request: string; origin: string; stages: string; crash: string | null };

/** The columns of a `SummaryRow`. */
export const SUMMARY_COLUMNS =
  "seq, id, kind, status, style, priority, waiting_for, prompt, title, duration_target_sec, progress, remaining_sec, revision, error, error_code, created_us, updated_us, started_us, finished_us";

/** Selects `JobRow`s; the caller adds what narrows and orders. */
export const SELECT_JOBS = `SELECT ${SUMMARY_COLUMNS}, due_us, step, failures, approved FROM jobs`;

/** A row as a list shows it. */
export const toSummary = (row: SummaryRow): JobSummary => ({
  seq: row.seq,
  id: row.id,
  kind: toKind(row.kind),
  status: toStatus(row.status),
  waitingFor: row.waiting_for,
  prompt: row.prompt,
  title: row.title,
  style: toStyle(row.style),
  priority: row.priority,
  progress: row.progress,
  durationTargetSec: row.duration_target_sec,
  remainingSec: row.remaining_sec,
  revision: row.revision,
  createdUs: row.created_us,
  updatedUs: row.updated_us,
  startedUs: row.started_us,
  finishedUs: row.finished_us,
  error: row.error,
  errorCode: row.error_code,
});

/** Answers what makes a row the record that it was made of. Three look-ups take half the time of one join. */
export function openRecords(db: Connection): (row: JobRow) => JobRecord {
  const metadata = db.statement<MetadataRow>("SELECT request, origin, stages, crash FROM job_metadata WHERE job_seq = ?");
  const film = db.statement<{ film: string }>("SELECT film FROM job_files WHERE job_seq = ?");
  return (row) => toRecord(row, metadata.get(row.seq)!, film.get(row.seq)?.film);
}

const toRecord = (row: JobRow, { request, origin, stages, crash }: MetadataRow, film: string | undefined): JobRecord => ({
  ...toSummary(row),
  request: JSON.parse(request),
  origin: JSON.parse(origin),
  dueUs: row.due_us,
  step: row.step,
  stages: JSON.parse(stages),
  failures: row.failures,
  crash: crash === null ? null : JSON.parse(crash),
  approved: row.approved === 1,
  film: film === undefined ? null : (JSON.parse(film) as Film),
});

type Cell = string | number | null;

/** Ten minutes of waiting weigh as much as one step of priority. */
const STEP_US = 600_000_000;

/** The order of the queue, the least first: by age, each step of priority worth ten minutes of waiting; it never changes while a job waits. */
export const rankOf = (job: Pick<JobRecord, "priority" | "createdUs">): number => job.createdUs - job.priority * STEP_US;

/** What the queue has of a job: 1 when it may begin, 0 when its time has not come, null when it does not wait for its turn. */
export const readiness = (job: Pick<JobRecord, "status" | "waitingFor" | "dueUs">, nowUs: number): 0 | 1 | null =>
  job.status !== "pending" || job.waitingFor === "approval" ? null : job.dueUs <= nowUs ? 1 : 0;

/** The cells of `jobs` that say what a record does, by column. */
export const CELLS = {
  kind: { column: "kind", cell: (job) => KIND_CODES[job.kind] },
  status: { column: "status", cell: (job) => STATUS_CODES[job.status] },
  style: { column: "style", cell: (job) => fromStyle(job.style) },
  priority: { column: "priority", cell: (job) => job.priority },
  waitingFor: { column: "waiting_for", cell: (job) => job.waitingFor },
  dueUs: { column: "due_us", cell: (job) => job.dueUs },
  prompt: { column: "prompt", cell: (job) => job.prompt },
  title: { column: "title", cell: (job) => job.title },
  durationTargetSec: { column: "duration_target_sec", cell: (job) => job.durationTargetSec },
  progress: { column: "progress", cell: (job) => job.progress },
  step: { column: "step", cell: (job) => job.step },
  remainingSec: { column: "remaining_sec", cell: (job) => job.remainingSec },
  failures: { column: "failures", cell: (job) => job.failures },
  revision: { column: "revision", cell: (job) => job.revision },
  approved: { column: "approved", cell: (job) => Number(job.approved) },
  error: { column: "error", cell: (job) => job.error },
  errorCode: { column: "error_code", cell: (job) => job.errorCode },
  createdUs: { column: "created_us", cell: (job) => job.createdUs },
  updatedUs: { column: "updated_us", cell: (job) => job.updatedUs },
  startedUs: { column: "started_us", cell: (job) => job.startedUs },
  finishedUs: { column: "finished_us", cell: (job) => job.finishedUs },
} as const satisfies Partial<Record<keyof JobRecord, { column: string; cell: (job: Omit<JobRecord, "seq">) => Cell }>>;
