import { DAYS, GIGABYTES, JOBS, MEGABYTES, MINUTES, PLAIN, SECONDS, type Unit } from "./units.ts";

/** How a setting is called here, what to know of it, and in which unit it is shown. `zero` is what 0 means. */
export type Words = { label: string; hint?: string; unit?: Unit; zero?: string };

/** The server's settings in people's words, by their paths. */
export const WORDS: Readonly<Record<string, Words>> = {
  "limits.queue": { label: "Jobs that may wait", hint: "More are refused until some are done.", unit: JOBS },
  "limits.jobs_per_hour": { label: "Jobs taken within an hour", hint: "0 is no limit.", unit: JOBS, zero: "no limit" },
  "limits.body": { label: "Largest request", hint: "A script or a storyboard has to fit into it.", unit: MEGABYTES },
  "limits.stage_time": { label: "Longest time for a stage", hint: "A stage that takes longer is stopped and tried again.", unit: MINUTES },
  "limits.stall_time": {
    label: "Longest silence of a job",
    hint: "A job that shows no progress for so long is stopped and tried again.",
    unit: MINUTES,
  },
  "retry.base": { label: "Wait before the second attempt", hint: "It doubles with each attempt; there are three.", unit: SECONDS },
  "retry.max": { label: "Longest wait before an attempt", unit: SECONDS },
  "log.level": { label: "What the server's log tells", hint: "It is printed where the server was started; logs of jobs are kept apart." },
  "limits.disk_free": { label: "Room to keep free", hint: "With less on the disk, no job is taken.", unit: GIGABYTES },
  "limits.cache": {
    label: "Room for finished parts",
    hint: "Parts are kept so that an edit renders only what it changes.",
    unit: GIGABYTES,
  },
  "keep.jobs": { label: "Finished jobs with their films", hint: "0 keeps them for ever.", unit: DAYS, zero: "for ever" },
  "keep.logs": { label: "Lines of logs", hint: "0 keeps them for ever.", unit: DAYS, zero: "for ever" },
  "keep.events": { label: "Events", hint: "Pages and programs that were away for longer ask for everything anew.", unit: DAYS },
  "keep.keys": { label: "Idempotency keys", hint: "A request that is sent again within this time makes no second job.", unit: DAYS },
  workers: { label: "Films made at the same time", unit: PLAIN },
  threads: { label: "Scenes drawn at the same time", unit: PLAIN },
  host: { label: "Address to listen on" },
  port: { label: "Port" },
  base_path: { label: "Base path" },
  data: { label: "Data folder" },
};

/** The levels of the server's log, in words. */
export const LEVELS: Readonly<Record<string, string>> = {
  debug: "Debug: everything",
  info: "Info: what happens",
  warning: "Warning: what should be looked at",
  error: "Error: what failed",
};

/** The flag and the variable that set it. */
export const settersOf = (path: string): { flag: string; variable: string } => ({
  flag: `--${path.replaceAll(/[._]/g, "-")}`,
  variable: `KINORA_${path.replaceAll(".", "_").toUpperCase()}`,
});

/** Who has set a setting, to follow "Set by". */
export function sayOrigin(origin: string): string {
  if (origin.startsWith("--")) return `the flag ${origin}`;
  return /^[A-Z_]+$/.test(origin) ? `the variable ${origin}` : `the file ${origin}`;
}
