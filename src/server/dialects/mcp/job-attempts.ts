import { z } from "zod";
import { ATTEMPT_OUTCOMES, type AttemptRecord, type AttemptStage } from "../../../domain/attempt-record.ts";
import { JobStatus } from "../../../domain/job-record.ts";
import { CREATE_STAGES, STAGE_NAMES } from "../../../domain/stages.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { toTimestampOrNull } from "../../time.ts";
import { Codes, Id, Timestamp } from "./job-answers.ts";

const StageAnswer = z.object({
  name: z.enum(STAGE_NAMES).describe("The stage"),
  status: JobStatus.describe("The job's status while it is in this stage"),
  started_at: Timestamp.describe("When it began, RFC 3339 in UTC"),
  finished_at: Timestamp.nullable().describe("When it was done; null when it was not"),
});

const AttemptAnswer = z.object({
  attempt: z.int().min(1).describe("Which try, from 1; rises through retries and edits"),
  revision: z.int().min(1).describe("The revision of the storyboard that it made"),
  queued_at: Timestamp.describe("When it joined the queue, RFC 3339 in UTC; ahead of now for one whose time has not come"),
  started_at: Timestamp.nullable().describe("When it began; null when it has not"),
  finished_at: Timestamp.nullable().describe("When it was over; null before"),
  outcome: z.enum(["running", "waiting", ...ATTEMPT_OUTCOMES]).describe("How it ended, or what it does"),
  error: z.string().nullable().describe("Why it failed"),
  error_code: Codes.nullable().describe("The same, from a closed list"),
  stages: z.array(StageAnswer).describe("Stages that it has run, in their order; those kept from an earlier try are left out"),
});

const AttemptsAnswer = z
  .object({ job_id: Id, attempts: z.array(AttemptAnswer).describe("Oldest first; of very many the newest 500") })
  .meta({ title: "JobAttempts", description: "The tries of a job" });
type AttemptsAnswer = z.infer<typeof AttemptsAnswer>;

const EXAMPLE: AttemptsAnswer = {
  job_id: EXAMPLE_ID,
  attempts: [
    {
      attempt: 1,
      revision: 1,
      queued_at: "2026-11-20T17:15:00.000000Z",
      started_at: "2026-11-20T17:15:01.500000Z",
      finished_at: "2026-11-20T17:15:12.000000Z",
      outcome: "completed",
      error: null,
      error_code: null,
      stages: [
        {
          name: "plan",
          status: "scene_planning",
          started_at: "2026-11-20T17:15:01.600000Z",
          finished_at: "2026-11-20T17:15:02.000000Z",
        },
      ],
    },
  ],
};

/** `GET /mcp/attempts/:id`: every try of a job, with how long it waited and what it did. */
export const attempts = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/mcp/attempts/:id",
    name: "listAttempts",
    tag: "Jobs",
    summary: "See every try of a job",
    params: JOB_ID,
    answers: { 200: { description: "The tries", type: "application/json", schema: AttemptsAnswer, example: EXAMPLE } },
    errors: ["not_found"],
    handle: ({ params }) => answerJson(toAnswer(params.id!, service.attempts(params.id!))),
  });

const toAnswer = (jobId: string, records: readonly AttemptRecord[]): AttemptsAnswer => ({
  job_id: jobId.toLowerCase(),
  attempts: records.map(toAttempt),
});

const toAttempt = (record: AttemptRecord): AttemptsAnswer["attempts"][number] => ({
  attempt: record.number,
  revision: record.revision,
  queued_at: toTimestamp(record.queuedUs),
  started_at: toTimestampOrNull(record.startedUs),
  finished_at: toTimestampOrNull(record.finishedUs),
  outcome: record.outcome ?? (record.startedUs === null ? "waiting" : "running"),
  error: record.error,
  error_code: record.errorCode,
  stages: record.stages.map(toStage),
});

const toStage = ({ name, startedUs, finishedUs }: AttemptStage) => ({
  name,
  status: CREATE_STAGES[name].status,
  started_at: toTimestamp(startedUs),
  finished_at: toTimestampOrNull(finishedUs),
});
