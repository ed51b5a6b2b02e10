import { z } from "zod";
import { type ErrorCode, KinoraError } from "../domain/error.ts";
import type { Readiness } from "../service/service.ts";
import { answerJson, endpoint } from "./endpoint.ts";
import { toProblem } from "./errors.ts";
import type { ServerMeans } from "./means.ts";

const HealthAnswer = z
  .object({ status: z.literal("ok").describe("Always this: it answers"), version: z.string().describe("Kinora's version") })
  .meta({ title: "Health", description: "A sign of life" });

const Part = z.object({
  name: z.enum(["store", "disk", "ffmpeg", "workers"]).describe("What was looked at"),
  ok: z.boolean().describe("Whether it works"),
  detail: z.string().describe("What was found"),
});
const ReadyAnswer = z
  .object({ ready: z.literal(true).describe("Everything works"), parts: z.array(Part).describe("Each part that work rests on") })
  .meta({ title: "Readiness", description: "Kinora can take work" });
const ServiceHealth = z
  .object({
    status: z.literal("healthy").describe("Everything works"),
    version: z.string().describe("Kinora's version"),
    parts: z.array(Part).describe("Each part that work rests on"),
  })
  .meta({ title: "ServiceHealth", description: "The service is healthy" });

const EXAMPLE_PARTS = [
  { name: "store", ok: true, detail: "12 jobs" },
  { name: "disk", ok: true, detail: "20,000 MB free" },
  { name: "ffmpeg", ok: true, detail: "ffmpeg 5.1.9" },
  { name: "workers", ok: true, detail: "1 of 2 at work" },
];

const CODES: Record<Readiness["parts"][number]["name"], ErrorCode> = {
  store: "store_unusable",
  disk: "disk_full",
  ffmpeg: "ffmpeg_missing",
  workers: "queue_closed",
};
const TRY_AGAIN_SEC = 30;

/** Why work cannot be taken, with every part that was looked at. */
function answerUnready({ parts }: Readiness, path: string, more: object): Response {
  const broken = parts.find(({ ok }) => !ok)!;
  const problem = toProblem(new KinoraError(CODES[broken.name], `Not ready: ${broken.name}: ${broken.detail}`), path, 503);
  const headers = { "content-type": "application/problem+json", "retry-after": String(TRY_AGAIN_SEC) };
  return answerJson({ ...problem, ...more, parts }, { status: 503, headers });
}

/** `/health`, `/ready` and `/api/v1/jobs/health`. */
export const health = ({ service, version }: Pick<ServerMeans, "service" | "version">) => [
  endpoint({
    method: "GET",
    path: "/health",
    name: "getHealth",
    tag: "Health",
    summary: "See whether Kinora lives",
    anyQuery: true,
    answers: { 200: { description: "It does", type: "application/json", schema: HealthAnswer, example: { status: "ok", version } } },
    errors: [],
    handle: () => answerJson({ status: "ok", version }),
  }),
  endpoint({
    method: "GET",
    path: "/ready",
    name: "getReadiness",
    tag: "Health",
    summary: "See whether Kinora can take work",
    anyQuery: true,
    answers: {
      200: { description: "It can", type: "application/json", schema: ReadyAnswer, example: { ready: true, parts: EXAMPLE_PARTS } },
    },
    errors: ["disk_full", "ffmpeg_missing", "store_unusable", "queue_closed"],
    async handle() {
      const readiness = await service.readiness();
      return readiness.ready ? answerJson(readiness) : answerUnready(readiness, "/ready", { ready: false });
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/jobs/health",
    name: "getServiceHealth",
    tag: "Video jobs",
    summary: "See whether the service is healthy",
    anyQuery: true,
    answers: {
      200: {
        description: "It is",
        type: "application/json",
        schema: ServiceHealth,
        example: { status: "healthy", version, parts: EXAMPLE_PARTS },
      },
    },
    errors: ["disk_full", "ffmpeg_missing", "store_unusable", "queue_closed"],
    async handle() {
      const readiness = await service.readiness();
      if (!readiness.ready) return answerUnready(readiness, "/api/v1/jobs/health", { healthy: false });
      return answerJson({ status: "healthy", version, parts: readiness.parts });
    },
  }),
];
