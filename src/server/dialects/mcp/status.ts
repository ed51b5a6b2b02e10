import { answerJson, endpoint } from "../../endpoint.ts";
import { JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { EXAMPLE_STATUS, StatusAnswer, toStatus } from "./job-answers.ts";

/** `GET /mcp/status/:id`: how far a job is. */
export const status = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/mcp/status/:id",
    name: "getStatus",
    tag: "Jobs",
    summary: "See how far a job is",
    params: JOB_ID,
    answers: { 200: { description: "Where the job stands", type: "application/json", schema: StatusAnswer, example: EXAMPLE_STATUS } },
    errors: ["not_found"],
    handle: ({ params }) => answerJson(toStatus(service.view(params.id!))),
  });
