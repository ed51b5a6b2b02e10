import { z } from "zod";
import { toCsvRow } from "../../../domain/csv.ts";
import { attemptOf, MOST_ATTEMPTS } from "../../../domain/job-record.ts";
import { STAGE_NAMES, type StageName } from "../../../domain/stages.ts";
import type { ExportedJob as Exported } from "../../../service/many.ts";
import { toTimestampOrNull } from "../../time.ts";
import { EXAMPLE_STATUS, StageAnswer, toStage } from "./job-answers.ts";
import { EXAMPLE_LISTED, ListedJob, toListed } from "./listed-job.ts";
import { toRequestWords } from "./request-words.ts";

/** A job as it is exported: what a list tells of it, and what it was asked. */
export const ExportedJob = ListedJob.extend({
  revision: z.int().min(0).describe("Rises when an edited storyboard is approved"),
  attempt: z.int().min(1).max(MOST_ATTEMPTS).describe("Which attempt this is, or was the last"),
  stages: z.array(StageAnswer).describe("Every stage, in order"),
  request: z.record(z.string(), z.unknown()).describe("What was asked, in the words of `POST /mcp/generate`"),
}).meta({ title: "ExportedJob", description: "All metadata of a job" });
export type ExportedJob = z.infer<typeof ExportedJob>;

export const EXAMPLE_EXPORTED: ExportedJob = {
  ...EXAMPLE_LISTED,
  revision: 1,
  attempt: 1,
  stages: EXAMPLE_STATUS.stages,
  request: { prompt: EXAMPLE_LISTED.prompt, duration_target: 10, style: "documentary", seed: 4711 },
};

/** All metadata of a job. */
export const toExported = ({ job, listed }: Exported, nowUs: number): ExportedJob => ({
  ...toListed(listed),
  revision: job.revision,
  attempt: attemptOf(job),
  stages: job.kind === "generate" ? STAGE_NAMES.map((name) => toStage(job, name)) : [],
  request: toRequestWords(job, nowUs),
});

type Cell = string | number | null;
const LISTED = Object.keys(ListedJob.shape) as (keyof ListedJob)[];
/** What was asked, but for the words, which have a column of their own. */
const ASKED = [
  ...["language", "voice", "aspect", "quality", "fps", "effort", "captions", "music", "custom", "seed", "scene_count"],
  ...["review", "run_at"],
];

/** The names of the columns of a table of jobs, as a row. */
export const csvHeader = (): string =>
  toCsvRow([
    ...LISTED,
    "revision",
    "attempt",
    "text",
    ...ASKED,
    ...STAGE_NAMES.flatMap((name) => [`${name}_started_at`, `${name}_finished_at`]),
  ]);

/** A job as a row of that table. Lengths of scenes stand one after another, what has parts is JSON. */
export function toCsv({ job, listed }: Exported, nowUs: number): string {
  const told = toListed(listed);
  const asked: Record<string, unknown> = toRequestWords(job, nowUs);
  const times = (name: StageName): Cell[] => {
    const stage = job.stages.find((record) => record.name === name);
    return [toTimestampOrNull(stage?.startedUs ?? null), toTimestampOrNull(stage?.finishedUs ?? null)];
  };
  return toCsvRow([
    ...LISTED.map((name) => (name === "scenes" ? (told.scenes?.join(" ") ?? null) : told[name])),
    job.revision,
    attemptOf(job),
    toCell(asked.prompt ?? asked.script),
    ...ASKED.map((name) => toCell(asked[name])),
    ...STAGE_NAMES.flatMap(times),
  ]);
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  return JSON.stringify(value);
}
