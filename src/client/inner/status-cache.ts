import type { AsyncJob } from "../job.ts";
import type { ClientOptions } from "../options.ts";

type Kept = { job: AsyncJob; atMs: number };
/** What is kept of one job, by the server and dialect it was asked in; `changes` counts what was heard of it meanwhile. */
type Entry = { changes: number; kept: Map<string, Kept> };

const MOST_JOBS = 500;
const entries = new Map<string, Entry>();

function entryOf(jobId: string): Entry {
  const id = jobId.toLowerCase();
  const entry = entries.get(id) ?? { changes: 0, kept: new Map() };
  entries.delete(id);
  entries.set(id, entry);
  if (entries.size > MOST_JOBS) entries.delete(entries.keys().next().value as string);
  return entry;
}

const placeOf = ({ baseUrl = "", apiKey = "", dialect = "mcp" }: ClientOptions): string => JSON.stringify([baseUrl, apiKey, dialect]);

/** The answer that is kept, when it is younger than that. */
export function readKept(jobId: string, options: ClientOptions, maxAgeMs: number): AsyncJob | undefined {
  const kept = entries.get(jobId.toLowerCase())?.kept.get(placeOf(options));
  return kept && Date.now() - kept.atMs < maxAgeMs ? kept.job : undefined;
}

/** Begins to ask. What it returns keeps the answer, unless the job was heard of since. */
export function beginAsking(jobId: string, options: ClientOptions): (job: AsyncJob) => void {
  const entry = entryOf(jobId);
  const { changes } = entry;
  return (job) => {
    if (entry.changes === changes) entry.kept.set(placeOf(options), { job, atMs: Date.now() });
  };
}

/** Something happened to a job: what is kept of it no longer counts. */
export function forgetStatus(jobId: string): void {
  const entry = entries.get(jobId.toLowerCase());
  if (!entry) return;
  entry.changes++;
  entry.kept.clear();
}
