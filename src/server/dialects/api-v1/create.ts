import { z } from "zod";
import { answerJson, endpoint } from "../../endpoint.ts";
import { IDEMPOTENCY_HEADER, readIdempotencyKey } from "../../idempotency.ts";
import { EXAMPLE_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { toSeconds } from "../../time.ts";
import { StatusField, toVideoJobStatus } from "./job-answers.ts";
import { toSubmission, VideoJobRequest } from "./translate.ts";

const CreatedJob = z
  .object({
    job_id: z.uuid().describe("The job's id, a UUIDv7"),
    status: StatusField,
    estimated_duration: z.number().min(0).nullable().describe("Estimated time until the film is done, s; null when nobody can tell"),
  })
  .meta({ title: "CreatedVideoJob", description: "A video job that was made" });

/** `POST /api/v1/jobs/`: makes a job of a script. */
export const createJob = ({ service, voices }: Pick<ServerMeans, "service" | "voices">) =>
  endpoint({
    method: "POST",
    path: "/api/v1/jobs",
    name: "createVideoJob",
    tag: "Video jobs",
    summary: "Make a film of a script",
    headers: IDEMPOTENCY_HEADER,
    body: {
      schema: VideoJobRequest,
      description: "A script, and how it is to be told",
      examples: {
        script: {
          video_request: {
            script_id: "script-1",
            user_id: "user-1",
            title: "Rivers",
            script_content: "Rivers begin small. They end as seas.",
            language: "en",
            platform: "youtube",
          },
          priority: 5,
        },
      },
    },
    answers: {
      201: {
        description: "Made; it waits for its turn",
        type: "application/json",
        schema: CreatedJob,
        example: { job_id: EXAMPLE_ID, status: "pending", estimated_duration: 45 },
        headers: { Location: { description: "Where to ask how it goes", example: `/api/v1/jobs/${EXAMPLE_ID}` } },
      },
    },
    errors: ["invalid_request", "key_reused", "too_large", "unsupported_media_type", "rate_limited", "disk_full", "queue_closed"],
    async handle({ request, json }) {
      const body = await json();
      const submission = toSubmission(body, voices);
      const view = await service.submit(submission, readIdempotencyKey(request, "api-v1", body));
      return answerJson(
        { job_id: view.job.id, status: toVideoJobStatus(view.job), estimated_duration: toSeconds(view.remainingSec) },
        { status: 201, headers: { location: `/api/v1/jobs/${view.job.id}` } },
      );
    },
  });
