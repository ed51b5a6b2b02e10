import { z } from "zod";
import { type JobCounts, type JobPage, MOST_COUNTED } from "../../../domain/job-query.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { JobsQuery, toJobQuery } from "./jobs-query.ts";
import { EXAMPLE_LISTED, ListedJob, toListed } from "./listed-job.ts";

const count = (of: string) => z.int().min(0).describe(of);

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
  jobs: [EXAMPLE_LISTED],
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

const toSummary = ({ total, completed, failed, inProgress, pending, cancelled }: JobCounts): JobsAnswer["summary"] => ({
  total_jobs: total,
  completed,
  failed,
  in_progress: inProgress,
  pending,
  cancelled,
});
