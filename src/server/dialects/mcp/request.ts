import { z } from "zod";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { Id } from "./job-answers.ts";
import { toRequestWords } from "./request-words.ts";

const RequestAnswer = z
  .object({
    job_id: Id,
    revision: z.int().min(1).describe("Of the storyboard, once it has been edited; else of the job"),
    request: z.record(z.string(), z.unknown()).describe("What was asked, in the words of `POST /mcp/generate`"),
  })
  .meta({ title: "JobRequest", description: "What a job was asked" });
type RequestAnswer = z.infer<typeof RequestAnswer>;

const EXAMPLE: RequestAnswer = {
  job_id: EXAMPLE_ID,
  revision: 1,
  request: { prompt: "The life of a river, from spring to sea", style: "documentary", seed: 4711, priority: 5, review: false },
};

/** `GET /mcp/request/:id`: what a job was asked. */
export const askedRequest = ({ requests, nowUs }: Pick<ServerMeans, "requests" | "nowUs">) =>
  endpoint({
    method: "GET",
    path: "/mcp/request/:id",
    name: "getRequest",
    tag: "Films",
    summary: "Get what a job was asked",
    description: "Sent again it makes the same film: nothing is left open. Of a job whose storyboard has been edited it has the newest.",
    params: JOB_ID,
    answers: { 200: { description: "What was asked", type: "application/json", schema: RequestAnswer, example: EXAMPLE } },
    errors: ["not_found"],
    handle({ params }) {
      const { job, revision, storyboard } = requests.asked(params.id!);
      return answerJson({ job_id: job.id, revision, request: toRequestWords(job, nowUs(), storyboard) });
    },
  });
