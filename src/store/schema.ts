import { sql } from "drizzle-orm";
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Film } from "../domain/artifacts.ts";
import type { ErrorCode } from "../domain/error.ts";
import type { AnyEvent } from "../domain/event.ts";
import type { CrashRecord, StageRecord, WaitingFor } from "../domain/job-record.ts";
import type { StageCosts, StageName } from "../domain/stages.ts";
import type { StoryboardDraft } from "../domain/storyboard.ts";
import type { JobOrigin, JobRequest } from "../domain/submit.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { PreferenceScope } from "./store.ts";

// The tables as queries see them; how they are made stands in migrations/. Times are microseconds since 1970.

const json = <Value>(name: string) => text(name, { mode: "json" }).$type<Value>();

/** What lists show, sort and filter by. The numbers of kind, status and style stand in codes.ts. */
export const jobs = sqliteTable("jobs", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  kind: integer("kind").notNull(),
  status: integer("status").notNull(),
  style: integer("style"),
  priority: integer("priority").notNull(),
  userId: text("user_id"),
  waitingFor: text("waiting_for").$type<WaitingFor>(),
  ready: integer("ready"),
  rank: integer("rank").notNull(),
  dueUs: integer("due_us").notNull(),
  prompt: text("prompt").notNull(),
  title: text("title"),
  durationTargetSec: real("duration_target_sec"),
  progress: real("progress").notNull(),
  step: text("step"),
  remainingSec: real("remaining_sec"),
  failures: integer("failures").notNull(),
  revision: integer("revision").notNull(),
  approved: integer("approved").notNull(),
  error: text("error"),
  errorCode: text("error_code").$type<ErrorCode>(),
  createdUs: integer("created_us").notNull(),
  updatedUs: integer("updated_us").notNull(),
  startedUs: integer("started_us"),
  finishedUs: integer("finished_us"),
  facets: integer("facets").generatedAlwaysAs(sql`status + priority * 16 + coalesce(style, 0) * 256 + kind * 4096`, { mode: "virtual" }),
});

/** What a job was asked and remembers. */
export const jobMetadata = sqliteTable("job_metadata", {
  jobSeq: integer("job_seq").primaryKey(),
  request: json<JobRequest>("request").notNull(),
  origin: json<JobOrigin>("origin").notNull(),
  stages: json<StageRecord[]>("stages").notNull(),
  crash: json<CrashRecord>("crash"),
});

/** The finished film of a job and what lies beside it. */
export const jobFiles = sqliteTable("job_files", {
  jobSeq: integer("job_seq").primaryKey(),
  film: json<Film>("film").notNull(),
});

/** What was found out of a source video. */
export const jobAnalysis = sqliteTable("job_analysis", {
  jobSeq: integer("job_seq").primaryKey(),
  analysis: json<unknown>("analysis").notNull(),
  savedUs: integer("saved_us").notNull(),
});

/** Where a job's films have been published, and how that went. */
export const jobPublishing = sqliteTable(
  "job_publishing",
  {
    jobSeq: integer("job_seq").notNull(),
    target: text("target").notNull(),
    state: text("state").notNull(),
    details: json<unknown>("details").notNull(),
    savedUs: integer("saved_us").notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobSeq, table.target] })],
);

/** What a stage has left for the later ones. */
export const artifacts = sqliteTable(
  "artifacts",
  {
    jobSeq: integer("job_seq").notNull(),
    revision: integer("revision").notNull(),
    stage: text("stage").$type<StageName>().notNull(),
    artifact: json<unknown>("artifact").notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobSeq, table.revision, table.stage] })],
);

/** Every storyboard that a job has had. */
export const storyboards = sqliteTable(
  "storyboards",
  {
    jobSeq: integer("job_seq").notNull(),
    revision: integer("revision").notNull(),
    etag: text("etag").notNull(),
    storyboard: json<StoryboardDraft>("storyboard").notNull(),
    savedUs: integer("saved_us").notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobSeq, table.revision] })],
);

/** What has been told; numbered together with the lines of logs. */
export const events = sqliteTable("events", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  jobSeq: integer("job_seq"),
  timeUs: integer("time_us").notNull(),
  body: json<AnyEvent>("body").notNull(),
});

export const jobLogs = sqliteTable("job_logs", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  jobSeq: integer("job_seq").notNull(),
  timeUs: integer("time_us").notNull(),
  level: text("level").$type<LogLevel>().notNull(),
  stage: text("stage").$type<StageName>(),
  message: text("message").notNull(),
  line: integer("line").notNull(),
});

export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    scope: text("scope").notNull(),
    key: text("key").notNull(),
    jobId: text("job_id").notNull(),
    digest: text("digest").notNull(),
    usedUs: integer("used_us").notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);

/** What people have chosen on the pages. */
export const preferences = sqliteTable(
  "preferences",
  { scope: text("scope").$type<PreferenceScope>().notNull(), name: text("name").notNull(), value: json<unknown>("value").notNull() },
  (table) => [primaryKey({ columns: [table.scope, table.name] })],
);

/** What the stages of a kind of film cost on this machine. */
export const stageCosts = sqliteTable("stage_costs", {
  key: text("key").primaryKey(),
  costs: json<StageCosts>("costs").notNull(),
  films: integer("films").notNull(),
});
