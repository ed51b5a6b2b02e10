import { z } from "zod";
import { answerJson, endpoint } from "../../endpoint.ts";
import { JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { EXAMPLE_JOB, toVideoJob, VideoJob } from "./job-answers.ts";
import { listRetrying } from "./list.ts";

const about = { path: "/api/v1/jobs/:id", tag: "Video jobs", params: JOB_ID } as const;

/** `GET` and `DELETE /api/v1/jobs/:id`: how a job goes, and to stop it. */
export const job = ({ service }: Pick<ServerMeans, "service">) => [
  endpoint({
    ...about,
    method: "GET",
    name: "getVideoJob",
    summary: "See how a video job goes",
    answers: { 200: { description: "The job", type: "application/json", schema: VideoJob, example: EXAMPLE_JOB } },
    errors: ["not_found"],
    handle: ({ params }) => answerJson(toVideoJob(service.view(params.id!))),
  }),
  endpoint({
    ...about,
    method: "DELETE",
    name: "cancelVideoJob",
    summary: "Cancel a video job",
    description: "Stops a waiting or running job. A job that is over is left alone, with 409.",
    answers: {
      200: {
        description: "Cancelled",
        type: "application/json",
        schema: VideoJob,
        example: { ...EXAMPLE_JOB, status: "cancelled", progress: 0.4, message: "Cancelled", result: null },
      },
    },
    errors: ["not_found", "wrong_state", "invalid_request", "too_large", "unsupported_media_type"],
    handle: async ({ params }) => answerJson(toVideoJob(await service.cancel(params.id!))),
  }),
];

const count = (of: string) => z.int().min(0).describe(of);
const Counts = z
  .object({
    total: count("All jobs"),
    pending: count("Jobs that wait for the first time"),
    retrying: count("Jobs that wait for their next attempt"),
    processing: count("Jobs being worked on"),
    success: count("Jobs whose film is done"),
    failure: count("Jobs that failed"),
    cancelled: count("Jobs that were cancelled"),
  })
  .meta({ title: "VideoJobCounts", description: "How many jobs stand where" });

const CountsQuery = z.object({
  user_id: z
    .string()
    .min(1, { error: "is empty" })
    .max(200, { error: "must be at most 200 characters" })
    .optional()
    .describe("Only this user's jobs"),
});

/** `GET /api/v1/jobs/stats/counts`: how many jobs stand where. */
export const countJobs = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/api/v1/jobs/stats/counts",
    name: "countVideoJobs",
    tag: "Video jobs",
    summary: "Count jobs by status",
    query: CountsQuery,
    answers: {
      200: {
        description: "The counts",
        type: "application/json",
        schema: Counts,
        example: { total: 12, pending: 2, retrying: 0, processing: 1, success: 8, failure: 1, cancelled: 0 },
      },
    },
    errors: ["invalid_request"],
    handle({ query: { user_id } }) {
      const { total, pending, inProgress, completed, failed, cancelled } = service.counts(user_id);
      const userId = user_id === undefined ? {} : { userId: user_id };
      const retrying =
        pending === 0 ? 0 : listRetrying(service, { ...userId, sortBy: "updated_at", descending: true, limit: 0, offset: 0 }).total;
      return answerJson({
        total,
        pending: Math.max(0, pending - retrying),
        retrying,
        processing: inProgress,
        success: completed,
        failure: failed,
        cancelled,
      });
    },
  });
