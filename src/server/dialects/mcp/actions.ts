import type { ErrorCode } from "../../../domain/error.ts";
import type { JobView } from "../../../service/service.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { EXAMPLE_RECEIPT, Receipt, toReceipt } from "./job-answers.ts";

type Action = {
  path: string;
  name: string;
  tag: string;
  summary: string;
  description: string;
  status: 200 | 202;
  done: string;
  errors?: ErrorCode[];
  act: (id: string) => JobView | Promise<JobView>;
};

/** What is done to a job by its id alone. */
const action = ({ path, status, done, errors = [], act, ...about }: Action) =>
  endpoint({
    ...about,
    method: "POST",
    path,
    params: JOB_ID,
    answers: {
      [status]: {
        description: done,
        type: "application/json",
        schema: Receipt,
        example: EXAMPLE_RECEIPT,
        headers: { Location: { description: "Where to ask how it goes", example: `/mcp/status/${EXAMPLE_ID}` } },
      },
    },
    errors: ["not_found", "wrong_state", "invalid_request", "too_large", "unsupported_media_type", ...errors],
    async handle({ params }) {
      const view = await act(params.id!);
      return answerJson(toReceipt(view), { status, headers: { location: `/mcp/status/${view.job.id}` } });
    },
  });

/** Cancel, retry, prefetch and approve. */
export const actions = ({ service }: Pick<ServerMeans, "service">) => [
  action({
    path: "/mcp/cancel/:id",
    name: "cancel",
    tag: "Jobs",
    summary: "Cancel a job",
    description: "Stops a waiting or running job. Answers when its programs have ended. A job that is over is left alone, with 409.",
    status: 200,
    done: "Cancelled",
    act: service.cancel,
  }),
  action({
    path: "/mcp/retry/:id",
    name: "retry",
    tag: "Jobs",
    summary: "Run a failed or cancelled job again",
    description: "It goes on from its last finished stage and scene.",
    status: 202,
    done: "It will run again",
    errors: ["disk_full"],
    act: service.retry,
  }),
  action({
    path: "/mcp/prefetch/:id",
    name: "prefetch",
    tag: "Jobs",
    summary: "Prepare a waiting job ahead of its turn",
    description: "Plans it, looks at its pictures and sounds, and speaks its words, so that only rendering is left.",
    status: 202,
    done: "It is being prepared",
    act: async (id) => service.prefetch(id),
  }),
  action({
    path: "/mcp/storyboard/:id/approve",
    name: "approveStoryboard",
    tag: "Storyboards",
    summary: "Approve a storyboard",
    description: "A job that waits for it goes on. One that is over, and was edited since, renders what changed as a new revision.",
    status: 202,
    done: "It goes on",
    errors: ["disk_full"],
    act: service.approve,
  }),
];
