import type { FilmRequest, JobKind, JobStatus, LogLevel, QualityReport, StageName, Storyboard, WaitingFor } from "./words.ts";

// What the server answers, in its own names. Times are RFC 3339 in UTC, lengths seconds.

/** A job in short. */
export type JobReceipt = {
  job_id: string;
  status: JobStatus;
  waiting_for: WaitingFor | null;
  /** Place in the queue, 1 is next; null unless the job waits for its turn. */
  queue_position: number | null;
  estimated_time_remaining: number | null;
};

/** How one step of a job goes; `progress` is percent. */
export type StageAnswer = {
  name: StageName;
  status: JobStatus;
  progress: number;
  started_at: string | null;
  finished_at: string | null;
};

/** Everything about how far a job is. */
export type JobDetails = JobReceipt & {
  kind: JobKind;
  /** 0..100; never falls. */
  overall_progress: number;
  current_step: string | null;
  stages: StageAnswer[];
  attempt: number;
  max_attempts: number;
  revision: number;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  finished_at: string | null;
  hls_url: string | null;
  error: string | null;
  error_code: string | null;
};

/** A job as a list shows it. */
export type ListedJob = {
  job_id: string;
  kind: JobKind;
  prompt: string;
  title: string | null;
  status: JobStatus;
  waiting_for: WaitingFor | null;
  overall_progress: number;
  duration_target: number | null;
  style: NonNullable<FilmRequest["style"]> | null;
  priority: number;
  created_at: string;
  updated_at: string;
  estimated_time_remaining: number | null;
  /** Place in the queue, 1 is next; null unless the job waits for its turn. */
  queue_position: number | null;
  started_at: string | null;
  finished_at: string | null;
  /** A picture of the film, or of its first scene while it is made; null before there is one. */
  thumbnail_url: string | null;
  /** How long each scene lasts, s, once the job has been planned; null before. */
  scenes: number[] | null;
  /** Of a finished film: its MP4, its size and its length. */
  video_url: string | null;
  bytes: number | null;
  duration: number | null;
  error: string | null;
  error_code: string | null;
};

/** A page of jobs, and the counts of all there are. */
export type JobPage = {
  jobs: ListedJob[];
  /** `total_is_exact` is false where counting stopped. */
  pagination: { total: number; total_is_exact: boolean; limit: number; offset: number; page: number; pages: number };
  summary: { total_jobs: number; completed: number; failed: number; in_progress: number; pending: number; cancelled: number };
};

/** A finished film. Addresses are below the server's. */
export type FilmResult = {
  job_id: string;
  video_url: string;
  hls_url: string | null;
  thumbnail_url: string;
  duration: number;
  downloads: { format: "mp4" | "webm"; quality: string; width: number; height: number; bytes: number; url: string }[];
  subtitles: { language: string; vtt_url: string; srt_url: string }[];
  storyboard_thumbnails: { sprite_url: string; vtt_url: string } | null;
  credits: { what: string; author: string; url: string | null; licence: string }[];
  quality_report: { passed: boolean; checks: QualityReport["checks"] };
  notes: string[];
};

/** A scene of a stored storyboard, with what the server adds to it. */
export type StoredScene = Omit<Storyboard["scenes"][number], "duration"> & {
  duration: number | null;
  thumbnail: string | null;
  clip: { provider: string; id: string; author: string; author_url: string | null; licence: string } | null;
};

/** A storyboard as it is stored, with the tag by which it is changed. */
export type StoredStoryboard = Omit<Storyboard, "scenes"> & {
  job_id: string;
  revision: number;
  saved_at: string;
  scenes: StoredScene[];
};

/** A line of a job's log. `seq` rises, one series with events for all jobs; `line` counts from 1 within the job, and stays its own. */
export type LogEntry = { seq: number; line: number; timestamp: string; level: LogLevel; stage: StageName | null; message: string };

/** A page of a job's log, oldest first; `next` is the `after` of the following page. */
export type LogPage = { logs: LogEntry[]; next: number };

/** How long a log is. The numbers of the first and last line are null where there is none; `total` is `last_line - first_line + 1`. */
export type LogSummary = {
  total: number;
  levels: Record<LogLevel, number>;
  first_line: number | null;
  last_line: number | null;
  first_seq: number | null;
  last_seq: number | null;
};

/** The lines of a log that fit a filter, in order; `next` is where to go on, null when all have been looked through. */
export type LogMatches = { lines: number[]; next: number | null };
