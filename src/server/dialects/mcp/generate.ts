import { answerJson, endpoint } from "../../endpoint.ts";
import { IDEMPOTENCY_HEADER, readIdempotencyKey } from "../../idempotency.ts";
import { EXAMPLE_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { FILM_REQUEST, readFilmRequest } from "./film-request.ts";
import { EXAMPLE_RECEIPT, Receipt, toReceipt } from "./job-answers.ts";

/** `POST /mcp/generate`: makes a job. */
export const generate = ({ service, noop, voices }: Pick<ServerMeans, "service" | "noop" | "voices">) =>
  endpoint({
    method: "POST",
    path: "/mcp/generate",
    name: "generate",
    tag: "Films",
    summary: "Make a film",
    description: "From a prompt, the exact words of a script, or a storyboard. The job is on the disk before this answers.",
    headers: IDEMPOTENCY_HEADER,
    body: FILM_REQUEST,
    answers: {
      202: {
        description: "Accepted",
        type: "application/json",
        schema: Receipt,
        example: EXAMPLE_RECEIPT,
        headers: { Location: { description: "Where to ask how it goes", example: `/mcp/status/${EXAMPLE_ID}` } },
      },
    },
    errors: [
      "invalid_request",
      "webhooks_unavailable",
      "key_reused",
      "too_large",
      "unsupported_media_type",
      "rate_limited",
      "disk_full",
      "queue_closed",
    ],
    async handle({ request, json }) {
      const body = await json();
      const submission = readFilmRequest(body, { noop, voices });
      const view = await service.submit(submission, readIdempotencyKey(request, "mcp", body));
      return answerJson(toReceipt(view), { status: 202, headers: { location: `/mcp/status/${view.job.id}` } });
    },
  });
