import type { AsyncJob } from "../client/job.ts";
import type { ClientOptions } from "../client/options.ts";
import { getJobDetails, getResult } from "../client/status.ts";
import { watchJob } from "../client/watch.ts";
import { ERROR_CODES, type ErrorCode } from "../domain/error.ts";
import { escapeControls } from "../system/log.ts";
import { openProgressView, type ProgressView, sayDuration } from "./progress-bar.ts";
import { callServer, onlyJob } from "./server-call.ts";
import type { Surroundings } from "./studio.ts";

const USAGE = `
Usage: kinora watch JOB [options]

Shows how a job goes until it is over. Exits with 0 when it succeeded, 130 when it was cancelled, and with the status
of its error when it failed. Ctrl-C stops watching; the job goes on.`;

/** `kinora watch`: how a job goes, live. */
export const watch = (args: string[], around: Surroundings): Promise<number> =>
  callServer(args, around, {
    usage: USAGE,
    flags: [],
    run: (parsed, client) => watchOnScreen(onlyJob(parsed, "watch"), { json: parsed.values.json === true }, client, around),
  });

/** Shows a job until it is over: a bar and its warnings, or every event as a line of JSON. Answers the exit status. */
export async function watchOnScreen(
  jobId: string,
  { json }: { json: boolean },
  client: ClientOptions,
  around: Surroundings,
): Promise<number> {
  const { stdout } = around;
  const view = openProgressView(stdout);
  const { done } = watchJob(jobId, {
    ...client,
    logs: true,
    onEvent(event) {
      if (json) return stdout.write(`${JSON.stringify(event)}\n`);
      if (event.event === "job_log_entry" && (event.level === "WARNING" || event.level === "ERROR")) {
        view.clear();
        stdout.write(`${event.level === "ERROR" ? "Error" : "Note"}: ${escapeControls(event.message)}\n`);
      }
    },
    onProgress: (job) => json || showJob(view, job),
  });
  try {
    const job = await done;
    view.clear();
    return await sayEnd(job, json, client, around);
  } finally {
    view.clear();
  }
}

const showJob = (view: ProgressView, { progress, message, estimated_time_remaining }: AsyncJob): void =>
  view.show({
    overall: progress,
    stage: "render",
    stages: {},
    step: escapeControls(message),
    framesPerSec: null,
    remainingSec: estimated_time_remaining,
  });

async function sayEnd(job: AsyncJob, json: boolean, client: ClientOptions, { stdout, stderr }: Surroundings): Promise<number> {
  if (json) stdout.write(`${JSON.stringify(job)}\n`);
  if (job.status === "success") {
    if (!json) stdout.write(`${await sayFilm(job, client)}\n`);
    return 0;
  }
  const { error, error_code } = await getJobDetails(job.job_id, client);
  const code = job.status === "cancelled" ? "cancelled" : ((error_code ?? "internal") as ErrorCode);
  stderr.write(`kinora: ${job.status === "cancelled" ? "The job was cancelled." : escapeControls(error ?? "The job failed.")}\n`);
  return (ERROR_CODES[code] ?? ERROR_CODES.internal).exit;
}

async function sayFilm({ job_id, result }: AsyncJob, client: ClientOptions): Promise<string> {
  if (!result) return "Done.";
  const { duration, downloads, notes } = await getResult(job_id, client);
  const size = downloads[0] ? `, ${(downloads[0].bytes / 1e6).toFixed(1)} MB` : "";
  const film = `${client.baseUrl ?? ""}${result.video_path}  ${sayDuration(duration)}${size}`;
  return [film, ...notes.map((note) => `  note: ${escapeControls(note)}`)].join("\n");
}
