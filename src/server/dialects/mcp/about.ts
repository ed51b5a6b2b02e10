import { z } from "zod";
import { toTimestamp } from "../../../domain/timestamp.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { Timestamp } from "./job-answers.ts";

const bytes = z.int().min(0);

const AboutAnswer = z
  .object({
    version: z.string().describe("Of the product"),
    code: z.string().describe("Of the code that makes films: same code, same bytes"),
    started_at: Timestamp.describe("When the server started, RFC 3339 in UTC"),
    platform: z.string().describe("System, processor and runtime"),
    processors: z.int().min(1).describe("Processors that it may use"),
    ffmpeg: z
      .object({
        ok: z.boolean().describe("Whether films can be encoded"),
        detail: z.string().describe("Its version, or what is wrong"),
        path: z.string().nullable().describe("Where it lies; null until it has been found"),
      })
      .describe("What films are encoded with"),
    paths: z
      .object({
        data: z.string().describe("All that is kept"),
        jobs: z.string().describe("Films and what lies beside them"),
        cache: z.string().describe("Finished parts, kept for reuse"),
        database: z.string().describe("Jobs, events and logs"),
        config: z.string().nullable().describe("The file of settings that was read; null for none"),
      })
      .describe("Where things lie on the server"),
    disk: z
      .object({ free: bytes.describe("Free for this server, bytes"), total: bytes.describe("The whole disk, bytes") })
      .describe("The disk of the data folder"),
    sizes: z
      .object({ jobs: bytes.describe("Films, bytes"), cache: bytes.describe("Parts, bytes"), database: bytes.describe("Database, bytes") })
      .nullable()
      .describe("What lies there, counted every half minute at most; null until it has been counted"),
    base_path: z.string().describe("Path below which the server is reached; empty for the root"),
  })
  .meta({ title: "About", description: "What this server is and stands on" });

const EXAMPLE: z.infer<typeof AboutAnswer> = {
  version: "1.2.3",
  code: "3f9a1c20",
  started_at: "2026-11-20T08:00:00.000000Z",
  platform: "linux x64, Bun 1.4.5",
  processors: 4,
  ffmpeg: { ok: true, detail: "FFmpeg 7.1", path: "/usr/bin/ffmpeg" },
  paths: { data: "/data", jobs: "/data/jobs", cache: "/data/cache", database: "/data/kinora.db", config: "/data/kinora.toml" },
  disk: { free: 42_000_000_000, total: 100_000_000_000 },
  sizes: { jobs: 3_200_000_000, cache: 1_100_000_000, database: 12_000_000 },
  base_path: "",
};

const Cleared = z
  .object({ freed_bytes: bytes.describe("How much went, bytes"), files: z.int().min(0).describe("How many files went") })
  .meta({ title: "ClearedCache", description: "What was thrown away" });

/** `GET /mcp/about` and `DELETE /mcp/cache`: what the server is, and room on its disk. */
export const about = ({ premises, settings }: Pick<ServerMeans, "premises" | "settings">) => [
  endpoint({
    method: "GET",
    path: "/mcp/about",
    name: "getAbout",
    tag: "Server",
    summary: "See what this server is and stands on",
    answers: { 200: { description: "What it is", type: "application/json", schema: AboutAnswer, example: EXAMPLE } },
    errors: [],
    async handle() {
      const { startedUs, ...found } = await premises.about();
      return answerJson({ ...found, started_at: toTimestamp(startedUs), base_path: settings.base_path });
    },
  }),
  endpoint({
    method: "DELETE",
    path: "/mcp/cache",
    name: "clearCache",
    tag: "Server",
    summary: "Throw away parts that are kept for reuse",
    description: "What a running job uses stays, and so do films. Films that are edited or made again take as long as the first time.",
    answers: {
      200: { description: "Done", type: "application/json", schema: Cleared, example: { freed_bytes: 1_100_000_000, files: 812 } },
    },
    errors: ["invalid_request", "too_large", "unsupported_media_type"],
    async handle() {
      const { bytes, files } = await premises.clearCache();
      return answerJson({ freed_bytes: bytes, files });
    },
  }),
];
