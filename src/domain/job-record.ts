import { z } from "zod";
import type { Film } from "./artifacts.ts";
import type { ErrorCode } from "./error.ts";
import type { Style } from "./job.ts";
import type { StageName } from "./stages.ts";
import type { JobOrigin, JobRequest } from "./submit.ts";

/** A job's name: a UUIDv7 (RFC 9562), so that names sort by age. */
export const JobId = z.uuidv7();

/** What a job does: makes a film, studies a source video, or nothing (for measuring the engine). */
export const JobKind = z.enum(["generate", "analyze", "noop"]);
export type JobKind = z.infer<typeof JobKind>;

/** Where a job stands, in the canonical words. A running job shows the status of the stage it is in. */
export const JobStatus = z.enum([
  "pending",
  "scene_planning",
  "asset_retrieval",
  "tts_generation",
  "audio_processing",
  "rendering",
  "ingesting",
  "transcribing",
  "analyzing",
  "clipping",
  "publishing",
  "completed",
  "failed",
  "cancelled",
]);
export type JobStatus = z.infer<typeof JobStatus>;

/** The part of its life that a job is in, which decides what may be done with it. */
export type JobPhase = "pending" | "running" | "over";

const OVER: readonly JobStatus[] = ["completed", "failed", "cancelled"];

/** The statuses of a job that is being worked on. */
export const RUNNING_STATUSES: readonly JobStatus[] = JobStatus.options.filter((status) => status !== "pending" && !OVER.includes(status));

/** The phase that a status belongs to. */
export function phaseOf(status: JobStatus): JobPhase {
  return status === "pending" ? "pending" : OVER.includes(status) ? "over" : "running";
}

/** What a pending job waits for: its turn, its time, the next attempt, or someone's word. */
export const WaitingFor = z.enum(["slot", "time", "retry", "approval"]);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** How one stage of a job went. `progress` is 0..100; times are microseconds since 1970. */
export type StageRecord = { name: StageName; progress: number; startedUs: number | null; finishedUs: number | null };

/** Where a job was when it was last seen to crash, and how often it has crashed there in a row. */
export type CrashRecord = { stage: StageName | null; scene: number | null; count: number; reason: string };

/** How many attempts a job has before it fails for good. */
export const MOST_ATTEMPTS = 3;

/** Priorities are 1..10; the highest goes first. */
export const USUAL_PRIORITY = 5;

/** A job as it is stored. Times are microseconds since 1970, lengths seconds. */
export type JobRecord = {
  /** Rises with every job made; never used again. */
  seq: number;
  id: string;
  kind: JobKind;
  status: JobStatus;
  waitingFor: WaitingFor | null;
  request: JobRequest;
  /** Who asked, in which dialect, and what only that dialect knows. */
  origin: JobOrigin;
  /** What lists show and searches find: the prompt, or the first words of the script or storyboard; at most 1,000 characters. */
  prompt: string;
  title: string | null;
  style: Style | null;
  priority: number;
  durationTargetSec: number | null;
  /** Not before this, microseconds. */
  dueUs: number;
  /** 0..100; never falls within an attempt, nor from one attempt to the next. */
  progress: number;
  step: string | null;
  /** Seconds of work left when last heard of. */
  remainingSec: number | null;
  stages: StageRecord[];
  /** Failures reported by stages so far, each of which has used up an attempt. */
  failures: number;
  crash: CrashRecord | null;
  /** Rises when an edited storyboard is approved. */
  revision: number;
  /** True once the storyboard may be rendered: at once, or after approval where the request asked for a review. */
  approved: boolean;
  error: string | null;
  errorCode: ErrorCode | null;
  film: Film | null;
  createdUs: number;
  updatedUs: number;
  startedUs: number | null;
  finishedUs: number | null;
};

/** What may change in a stored job. */
export type JobChange = Partial<Omit<JobRecord, "seq" | "id" | "kind" | "request" | "origin" | "createdUs">>;

/** A job as a list shows it. */
export type JobSummary = Pick<
  JobRecord,
  | "seq"
  | "id"
  | "kind"
  | "status"
  | "waitingFor"
  | "prompt"
  | "title"
  | "style"
  | "priority"
  | "progress"
  | "durationTargetSec"
  | "remainingSec"
  | "revision"
  | "createdUs"
  | "updatedUs"
  | "startedUs"
  | "finishedUs"
  | "error"
  | "errorCode"
>;

/** What a list shows of a finished film. */
export type ListedFilm = Pick<Film, "video" | "poster" | "bytes" | "durationSec">;

/** A job of a list's page, with what is looked up for it alone. */
export type ListedJob = JobSummary & {
  /** Place in the queue, 1 is next; null unless the job waits for its turn. */
  queuePosition: number | null;
  /** How long each scene of the newest storyboard lasts, s; null before the job has been planned. */
  scenes: number[] | null;
  /** The first scene of which a still lies beside the film, from 0; null before there is one. */
  still: number | null;
  /** Of a completed job. */
  film: ListedFilm | null;
};

/** Failures that end a job without using up its attempt. */
const UNCOUNTED: readonly (ErrorCode | null)[] = ["disk_full", "crashed_repeatedly"];

/** Which attempt a job is at, or ended with, from 1: one that has failed for good ended with the attempt that its last failure used up. */
export function attemptOf({ status, failures, errorCode }: Pick<JobRecord, "status" | "failures" | "errorCode">): number {
  const isUsedUp = status === "failed" && !UNCOUNTED.includes(errorCode);
  return Math.min(MOST_ATTEMPTS, Math.max(1, failures + (isUsedUp ? 0 : 1)));
}
