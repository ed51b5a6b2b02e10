import { z } from "zod";
import { JobStatus } from "../../../domain/job-record.ts";
import { CREATE_STAGES, MEASURED_COSTS, STAGE_NAMES, type StageName } from "../../../domain/stages.ts";
import type { Forecast } from "../../../service/requests.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { FILM_REQUEST, readFilmRequest } from "./film-request.ts";

const seconds = (of: string) => z.number().min(0).describe(`${of}, s`);
const count = (of: string) => z.int().min(0).describe(of);

const EstimateAnswer = z
  .object({
    duration: seconds("About how long the film would be"),
    scenes: count("About how many scenes it would have"),
    words: count("About how many words would be spoken"),
    queue_position: z.int().min(1).describe("Its place in the queue, 1 is next"),
    waiting: seconds("Until it could begin"),
    processing: seconds("From its beginning to its end"),
    stages: z
      .array(
        z.object({
          name: z.enum(STAGE_NAMES).describe("The stage"),
          status: JobStatus.describe("The job's status while it is in this stage"),
          seconds: seconds("How long it would take"),
        }),
      )
      .describe("Every stage, in order; some run side by side"),
    bytes: count("About the size of its MP4"),
    films_measured: count(
      "How many films of this quality and effort these seconds were learnt from here; 0 when they are another machine's",
    ),
    cost: z
      .number()
      .min(0)
      .nullable()
      .describe("Of computing it and keeping it for a month, at the rates of the preferences; null where none is set"),
    currency: z.string().describe("What the cost is counted in, ISO 4217"),
  })
  .meta({ title: "Estimate", description: "What a film would take" });
type EstimateAnswer = z.infer<typeof EstimateAnswer>;

const toStage = (name: StageName, sec: number): EstimateAnswer["stages"][number] => ({
  name,
  status: CREATE_STAGES[name].status,
  seconds: toHundredths(sec),
});
const toHundredths = (value: number): number => Math.round(value * 100) / 100;

const EXAMPLE: EstimateAnswer = {
  duration: 60,
  scenes: 10,
  words: 111,
  queue_position: 3,
  waiting: 41.5,
  processing: 33.1,
  stages: STAGE_NAMES.map((name) => toStage(name, MEASURED_COSTS[name])),
  bytes: 8_775_000,
  films_measured: 4,
  cost: 0.0011,
  currency: "EUR",
};

/** `POST /mcp/estimate`: what a film would take, without making it. */
export const estimate = ({ requests, noop, voices }: Pick<ServerMeans, "requests" | "noop" | "voices">) =>
  endpoint({
    method: "POST",
    path: "/mcp/estimate",
    name: "estimate",
    tag: "Films",
    summary: "Ask what a film would take",
    description: "Takes what `POST /mcp/generate` takes, and refuses what that refuses. Nothing is made.",
    body: FILM_REQUEST,
    answers: { 200: { description: "What it would take", type: "application/json", schema: EstimateAnswer, example: EXAMPLE } },
    errors: ["invalid_request", "webhooks_unavailable", "too_large", "unsupported_media_type"],
    handle: async ({ json }) => answerJson(toAnswer(requests.estimate(readFilmRequest(await json(), { noop, voices })))),
  });

const toAnswer = (forecast: Forecast): EstimateAnswer => ({
  duration: toHundredths(forecast.durationSec),
  scenes: forecast.scenes,
  words: forecast.words,
  queue_position: forecast.queuePosition,
  waiting: toHundredths(forecast.waitingSec),
  processing: toHundredths(forecast.processingSec),
  stages: forecast.stages.map(({ name, sec }) => toStage(name, sec)),
  bytes: forecast.bytes,
  films_measured: forecast.filmsMeasured,
  cost: forecast.cost === null ? null : Math.round(forecast.cost * 1e6) / 1e6,
  currency: forecast.currency,
});
