import { z } from "zod";
import { Style } from "../../../domain/job.ts";
import { type JobCounts, type JobPage, MOST_COUNTED } from "../../../domain/job-query.ts";
import { JobKind, JobStatus, type JobSummary, WaitingFor } from "../../../domain/job-record.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID, EXAMPLE_TIME } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { toSeconds } from "../../time.ts";
import { Id, OverallProgress, Remaining, Timestamp } from "./job-answers.ts";
import { JobsQuery, toJobQuery } from "./jobs-query.ts";

const count = (of: string) => z.int().min(0).describe(of);

const ListedJob = z.object({
  job_id: Id,
  kind: JobKind.describe("What the job does"),
  prompt: z.string().describe("The prompt, or the first words of the script or storyboard; at most 1,000 characters"),
  title: z.string().nullable().describe("The title that was asked for"),
  status: JobStatus.describe("Where the job stands"),
  waiting_for: WaitingFor.nullable().describe("What a pending job waits for"),
  overall_progress: OverallProgress,
  duration_target: z.number().nullable().describe("The length that was asked for, s; null when the words decide"),
  style: Style.nullable().describe("The film's style"),
  priority: z.int().min(1).max(10).describe("1 to 10; 10 goes first"),
  created_at: Timestamp.describe("When the job was made, RFC 3339 in UTC"),
  updated_at: Timestamp.describe("When it last changed, RFC 3339 in UTC"),
  estimated_time_remaining: Remaining,
  error: z.string().nullable().describe("Why it failed"),
});

const JobsAnswer = z
  .object({
    jobs: z.array(ListedJob).describe("The page's jobs"),
    pagination: z
      .object({
        total: count("How many jobs fit the filter"),
        total_is_exact: z.boolean().describe(`False when counting stopped at ${MOST_COUNTED.toLocaleString("en")}`),
        limit: count("The page's size"),
        offset: count("How many jobs come before the page"),
        page: count("The page's number, from 1"),
        pages: count("How many pages there are"),
      })
      .describe("Which part of the list this is"),
    summary: z
      .object({
        total_jobs: count("All jobs"),
        completed: count("Jobs whose film is done"),
        failed: count("Jobs that failed"),
        in_progress: count("Jobs being worked on"),
        pending: count("Jobs that wait"),
        cancelled: count("Jobs that were cancelled"),
      })
      .describe("Counts of all jobs, whatever the filter"),
  })
  .meta({ title: "JobPage", description: "A page of jobs" });
type JobsAnswer = z.infer<typeof JobsAnswer>;

const EXAMPLE: JobsAnswer = {
  jobs: [
    {
      job_id: EXAMPLE_ID,
      kind: "generate",
      prompt: "The life of a river, from spring to sea",
      title: null,
      status: "rendering",
      waiting_for: null,
      overall_progress: 62.5,
      duration_target: 60,
      style: "documentary",
      priority: 5,
      created_at: EXAMPLE_TIME,
      updated_at: EXAMPLE_TIME,
      estimated_time_remaining: 18.2,
      error: null,
    },
  ],
  pagination: { total: 1, total_is_exact: true, limit: 50, offset: 0, page: 1, pages: 1 },
  summary: { total_jobs: 1, completed: 0, failed: 0, in_progress: 1, pending: 0, cancelled: 0 },
};

/** `GET /mcp/jobs`: a page of jobs, filtered and sorted. */
export const jobs = ({ service, nowUs }: Pick<ServerMeans, "service" | "nowUs">) =>
  endpoint({
    method: "GET",
    path: "/mcp/jobs",
    name: "listJobs",
    tag: "Jobs",
    summary: "List jobs",
    query: JobsQuery,
    answers: { 200: { description: "A page of jobs", type: "application/json", schema: JobsAnswer, example: EXAMPLE } },
    errors: ["invalid_request"],
    handle({ query }) {
      const wanted = toJobQuery(query, nowUs());
      return answerJson(toJobs(service.list(wanted), wanted));
    },
  });

function toJobs({ jobs, total, totalIsExact, counts }: JobPage, { limit, offset }: { limit: number; offset: number }): JobsAnswer {
  const [page, pages] = limit === 0 ? [1, 0] : [Math.floor(offset / limit) + 1, Math.ceil(total / limit)];
  return {
    jobs: jobs.map(toListed),
    pagination: { total, total_is_exact: totalIsExact, limit, offset, page, pages },
    summary: toSummary(counts),
  };
}

const toListed = (job: JobSummary): JobsAnswer["jobs"][number] => ({
  job_id: job.id,
  kind: job.kind,
  prompt: job.prompt,
  title: job.title,
  status: job.status,
  waiting_for: job.waitingFor,
  overall_progress: job.progress,
  duration_target: job.durationTargetSec,
  style: job.style,
  priority: job.priority,
  created_at: toTimestamp(job.createdUs),
  updated_at: toTimestamp(job.updatedUs),
  estimated_time_remaining: toSeconds(job.remainingSec),
  error: job.error,
});

const toSummary = ({ total, completed, failed, inProgress, pending, cancelled }: JobCounts): JobsAnswer["summary"] => ({
  total_jobs: total,
  completed,
  failed,
  in_progress: inProgress,
  pending,
  cancelled,
});
