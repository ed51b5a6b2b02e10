import type { ListedJob } from "../client/answers.ts";
import { formatProgress } from "../client/format.ts";
import { type JobsQuery, listJobs } from "../client/lists.ts";
import { escapeControls } from "../system/log.ts";
import type { Flag, Parsed } from "./flags.ts";
import { callServer } from "./server-call.ts";
import type { Surroundings } from "./studio.ts";

const USAGE = `
Usage: kinora jobs [options]

Lists jobs, newest first.

Examples:
  kinora jobs --status failed,cancelled
  kinora jobs --search volcano --limit 5 --json`;

const FLAGS: Flag[] = [
  { name: "status", value: "NAMES", kind: "text", help: "Only these, as pending,rendering,completed,failed,cancelled" },
  { name: "search", value: "WORDS", kind: "text", help: "An id, its first 8 characters or more, or words of the prompt" },
  { name: "limit", value: "N", kind: "number", help: "At most so many, up to 100 (default 20)" },
  { name: "offset", value: "N", kind: "number", help: "How many to leave out first" },
];
const ID_WIDTH = 36;
const STATUS_WIDTH = 16;

/** `kinora jobs`: the jobs of a server, a line each. */
export const jobs = (args: string[], around: Surroundings): Promise<number> =>
  callServer(args, around, {
    usage: USAGE,
    flags: FLAGS,
    async run({ values }, client, { stdout }) {
      const page = await listJobs(toQuery(values), client);
      if (values.json) stdout.write(`${JSON.stringify(page)}\n`);
      else stdout.write(`${[...page.jobs.map((job) => sayJob(job, stdout.columns)), sayTotal(page)].join("\n")}\n`);
      return 0;
    },
  });

function toQuery({ status, search, limit = 20, offset }: Parsed["values"]): JobsQuery {
  return {
    limit: limit as number,
    ...(status !== undefined && { status: String(status).split(",") as JobsQuery["status"] }),
    ...(search !== undefined && { search: String(search) }),
    ...(offset !== undefined && { offset: offset as number }),
  };
}

function sayJob({ job_id, status, overall_progress, created_at, prompt }: ListedJob, columns: number): string {
  const made = created_at.slice(0, 16).replace("T", " ");
  const line = `${job_id.padEnd(ID_WIDTH)}  ${status.padEnd(STATUS_WIDTH)} ${formatProgress(overall_progress / 100).padStart(4)}  ${made}  `;
  const text = escapeControls(prompt.replaceAll(/\s+/g, " "));
  return `${line}${[...text].slice(0, Math.max(20, columns - line.length)).join("")}`.trimEnd();
}

function sayTotal({ jobs, pagination: { total, total_is_exact, offset } }: Awaited<ReturnType<typeof listJobs>>): string {
  if (total === 0) return "No jobs.";
  const last = jobs.length === 0 ? "none" : `${offset + 1} to ${offset + jobs.length}`;
  return `${last} of ${total}${total_is_exact ? "" : " or more"}`;
}
