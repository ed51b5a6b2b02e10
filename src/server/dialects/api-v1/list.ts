import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import type { JobQuery } from "../../../domain/job-query.ts";
import { type JobStatus, RUNNING_STATUSES } from "../../../domain/job-record.ts";
import type { JobService } from "../../../service/service.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { digitsOr, oneOf } from "../../query.ts";
import { EXAMPLE_JOB, JOB_STATUSES, toVideoJob, VideoJob, type VideoJobStatus } from "./job-answers.ts";

const JobsQuery = z.object({
  user_id: z
    .string()
    .min(1, { error: "is empty" })
    .max(200, { error: "must be at most 200 characters" })
    .optional()
    .describe("Only this user's jobs"),
  status: oneOf(JOB_STATUSES).optional().describe("Only jobs that stand so"),
  page: digitsOr(1, { least: 1, most: Number.MAX_SAFE_INTEGER, strict: true }).describe("The page's number, from 1"),
  page_size: digitsOr(20, { least: 1, most: 100 }).describe("Jobs a page; above 100 means 100"),
});

const VideoJobs = z
  .object({
    jobs: z.array(VideoJob).describe("Newest first"),
    total: z.int().min(0).describe("How many jobs fit"),
    page: z.int().min(1).describe("The page's number, from 1"),
    page_size: z.int().min(1).describe("Jobs a page"),
  })
  .meta({ title: "VideoJobPage", description: "A page of video jobs" });

/** Canonical statuses of each of this dialect's. */
const CANONICAL: Record<VideoJobStatus, readonly JobStatus[]> = {
  pending: ["pending"],
  retrying: ["pending"],
  processing: RUNNING_STATUSES,
  success: ["completed"],
  failure: ["failed"],
  cancelled: ["cancelled"],
};

/** `GET /api/v1/jobs/`: a user's jobs, newest first. */
export const listJobs = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/api/v1/jobs",
    name: "listVideoJobs",
    tag: "Video jobs",
    summary: "List video jobs",
    query: JobsQuery,
    answers: {
      200: {
        description: "A page of jobs",
        type: "application/json",
        schema: VideoJobs,
        example: { jobs: [EXAMPLE_JOB], total: 1, page: 1, page_size: 20 },
      },
    },
    errors: ["invalid_request"],
    handle({ query: { user_id, status, page, page_size } }) {
      const offset = (page - 1) * page_size;
      if (!Number.isSafeInteger(offset))
        throw new KinoraError("invalid_request", "page is too large.", { faults: [{ path: "page", message: "is too large" }] });
      const query: JobQuery = {
        ...(user_id !== undefined && { userId: user_id }),
        ...(status && { statuses: CANONICAL[status] }),
        sortBy: "created_at",
        descending: true,
        limit: page_size,
        offset,
      };
      const { ids, total } = status === "retrying" ? listRetrying(service, query) : listIds(service, query);
      return answerJson({ jobs: ids.map((id) => toVideoJob(service.view(id))), total, page, page_size });
    },
  });

function listIds(service: JobService, query: JobQuery): { ids: string[]; total: number } {
  const { jobs, total } = service.list(query);
  return { ids: jobs.map(({ id }) => id), total };
}

const MOST_LOOKED_AT = 1000;

/** Jobs that wait for their next attempt, found among the pending ones that changed last. */
export function listRetrying(service: JobService, { limit, offset, ...query }: JobQuery): { ids: string[]; total: number } {
  const { jobs } = service.list({ ...query, statuses: ["pending"], sortBy: "updated_at", limit: MOST_LOOKED_AT, offset: 0 });
  const ids = jobs.filter(({ waitingFor }) => waitingFor === "retry").map(({ id }) => id);
  return { ids: ids.slice(offset, offset + limit), total: ids.length };
}
