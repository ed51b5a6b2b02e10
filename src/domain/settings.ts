import { z } from "zod";
import { BasePath } from "./base-path.ts";

const bytes = z.int().min(0);
const count = (least: number, most: number) => z.int().min(least).max(most);

/**
 * All that can be set, by its path. A setting's variable is its path in capitals (`limits.disk_free` is `KINORA_LIMITS_DISK_FREE`),
 * its flag the same in kebab case (`--limits-disk-free`), its place in `kinora.toml` the key of that name in its table.
 */
export const Settings = z.strictObject({
  host: z.string().min(1).max(255).default("127.0.0.1").describe("Address to listen on"),
  port: count(0, 65_535).default(8080).describe("Port to listen on; 0 takes a free one"),
  base_path: BasePath.prefault("")
    .describe("Path below which the server is reached, such as /kinora behind a proxy; by default the root")
    .meta({ allowed: "empty, or a path such as /kinora of letters, digits and . _ ~ - that begins with no name of Kinora's own pages" }),
  data: z.string().min(1).max(4096).optional().describe("Folder that holds everything Kinora keeps; by default $XDG_DATA_HOME/kinora"),
  workers: count(1, 8).optional().describe("Films made at the same time; by default as many as this machine renders well"),
  threads: count(1, 64).optional().describe("Scenes drawn at the same time; by default one a processor, at most 8"),
  log: z
    .strictObject({ level: z.enum(["debug", "info", "warning", "error"]).default("info").describe("Least grave line to print on stderr") })
    .prefault({}),
  limits: z
    .strictObject({
      body: count(256, 1_000_000_000).default(4_000_000).describe("Largest request body, bytes"),
      queue: count(1, 10_000_000).default(1_000_000).describe("Most jobs that may wait; more are refused"),
      jobs_per_hour: count(0, 10_000_000).default(0).describe("Most jobs taken within an hour; 0 is no limit"),
      disk_free: bytes.default(500_000_000).describe("Free bytes of the data folder's disk under which no job is taken"),
      cache: bytes.default(8_000_000_000).describe("Most bytes of finished parts kept for reuse"),
      stage_time: count(10, 86_400).default(7200).describe("Longest time for one stage of a job, s"),
      stall_time: count(5, 86_400).default(300).describe("Longest time without any progress of a running job, s"),
    })
    .prefault({}),
  retry: z
    .strictObject({
      base: z.number().min(0.01).max(3600).default(2).describe("Wait before the second attempt, s; doubles with each, with jitter"),
      max: z.number().min(0.01).max(86_400).default(300).describe("Longest wait before an attempt, s"),
    })
    .prefault({}),
  keep: z
    .strictObject({
      jobs: z.number().min(0).max(36_500).default(0).describe("Days for which finished jobs and their files are kept; 0 is for ever"),
      events: z.number().min(0.01).max(36_500).default(7).describe("Days for which events are kept"),
      logs: z.number().min(0).max(36_500).default(30).describe("Days for which log lines are kept; 0 is for ever"),
      keys: z.number().min(0.01).max(365).default(1).describe("Days for which idempotency keys are kept"),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof Settings>;

/** Settings that have been read: where data is kept is decided. */
export type ResolvedSettings = Settings & { data: string };

/** A setting as it is shown: its dotted path, what it takes and what it is when nobody sets it (null: worked out at the start). */
export type SettingInfo = {
  path: string;
  kind: "text" | "number";
  fallback: string | number | null;
  /** What it may be, to follow "must be". */
  allowed: string;
  /** All that it may be, where those can be counted. */
  options: readonly string[] | null;
  /** The smallest and the largest number; null for text, and where there is none. */
  least: number | null;
  most: number | null;
  description: string;
};

type Shape = {
  type?: string;
  /** What it may be, where its type does not say so. */
  allowed?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
  description?: string;
  properties?: Record<string, Shape>;
};

/** Every setting, in the order of the schema. */
export function listSettings(): SettingInfo[] {
  return listLeaves(z.toJSONSchema(Settings, { io: "input" }) as Shape, "");
}

function listLeaves({ properties = {} }: Shape, prefix: string): SettingInfo[] {
  return Object.entries(properties).flatMap(([name, shape]) => {
    const path = prefix + name;
    if (shape.properties) return listLeaves(shape, `${path}.`);
    const fallback = (shape.default ?? null) as SettingInfo["fallback"];
    const kind = shape.type === "string" ? "text" : "number";
    const { enum: options = null, minimum: least = null, description = "" } = shape;
    return [{ path, kind, fallback, allowed: sayAllowed(shape), options, least, most: mostOf(shape), description }];
  });
}

const mostOf = ({ maximum }: Shape): number | null => (maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum);

function sayAllowed({ type, allowed, enum: names, minimum = 0, maxLength, ...shape }: Shape): string {
  if (allowed) return allowed;
  if (names) return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
  if (type === "string") return `a text of 1 to ${maxLength} characters`;
  const most = mostOf(shape);
  const range = most === null ? `of at least ${minimum}` : `from ${minimum} to ${most}`;
  return `${type === "integer" ? "a whole number" : "a number"} ${range}`;
}

/** The variable that sets it: `limits.disk_free` is `KINORA_LIMITS_DISK_FREE`. */
export const variableOf = (path: string): string => `KINORA_${path.replaceAll(".", "_").toUpperCase()}`;

/** The flag that sets it, without its dashes: `limits.disk_free` is `limits-disk-free`. */
export const flagOf = (path: string): string => path.replaceAll(/[._]/g, "-");
