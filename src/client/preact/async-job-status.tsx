import { useEffect, useState } from "preact/hooks";
import type { FilmResult } from "../answers.ts";
import { formatProgress, formatSeconds } from "../format.ts";
import type { AsyncJobStatus as Status } from "../job.ts";
import type { ClientOptions } from "../options.ts";
import { getResult } from "../status.ts";
import { type UseAsyncJobOptions, useAsyncJob } from "./use-async-job.ts";

/** Everything that is said; replace any of it, as in another language. */
export type AsyncJobLabels = Record<Status | "progress" | "cancel" | "retry" | "video" | "subtitles" | "loading", string> & {
  timeLeft: (seconds: string) => string;
};

export type AsyncJobStatusProps = Omit<UseAsyncJobOptions, "autoStartPolling"> & { jobId: string; labels?: Partial<AsyncJobLabels> };

const LABELS: AsyncJobLabels = {
  pending: "Waiting",
  retrying: "Trying again",
  processing: "Processing",
  success: "Complete",
  failure: "Failed",
  cancelled: "Cancelled",
  progress: "Progress of the film",
  cancel: "Cancel",
  retry: "Try again",
  video: "The film",
  subtitles: "Subtitles",
  loading: "Loading…",
  timeLeft: (seconds) => `about ${seconds} left`,
};

/**
 * One job: badge, bar, message, time left, what can be done, and the film or what went wrong. Styled by the classes `kinora-job…` and
 * `data-status`; says changes of status, not every percent, to a screen reader.
 */
export function AsyncJobStatus({ jobId, labels, ...options }: AsyncJobStatusProps) {
  const says = { ...LABELS, ...labels };
  const job = useAsyncJob(options);
  const { startPolling, status, error } = job;
  useEffect(() => startPolling(jobId), [jobId, startPolling]);
  const isWaiting = status !== null && !job.isComplete;
  return (
    <section class="kinora-job" data-status={status ?? "loading"} data-job-id={jobId} aria-busy={isWaiting}>
      <p class="kinora-job-state" role="status">
        <span class="kinora-job-badge" data-status={status ?? "loading"}>
          {status ? says[status] : says.loading}
        </span>{" "}
        {isWaiting && <span class="kinora-job-message">{job.progressMessage}</span>}
      </p>
      {isWaiting && <Bar progress={job.progress} label={says.progress} />}
      {isWaiting && job.estimatedDuration !== null && <p class="kinora-job-left">{says.timeLeft(formatSeconds(job.estimatedDuration))}</p>}
      {error && (
        <p class="kinora-job-error" role="alert">
          {error}
        </p>
      )}
      {status === "success" && job.result && <Film jobId={jobId} client={options.client ?? {}} labels={says} />}
      <Doings job={job} labels={says} />
    </section>
  );
}

function Bar({ progress, label }: { progress: number; label: string }) {
  const percent = Math.round(progress * 100);
  return (
    <div class="kinora-job-bar">
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={formatProgress(progress)}
        width="100%"
        height="8"
        focusable="false"
      >
        <rect class="kinora-job-bar-track" width="100%" height="8" rx="4" fill="currentColor" opacity="0.2" />
        <rect class="kinora-job-bar-done" width={`${progress * 100}%`} height="8" rx="4" fill="currentColor" />
      </svg>
      <span class="kinora-job-percent" aria-hidden="true">
        {formatProgress(progress)}
      </span>
    </div>
  );
}

function Doings({ job, labels }: { job: ReturnType<typeof useAsyncJob>; labels: AsyncJobLabels }) {
  const canRetry = job.status === "failure" || job.status === "cancelled";
  return (
    <p class="kinora-job-actions">
      {job.canCancel && job.status && (
        <button type="button" class="kinora-job-cancel" disabled={job.isLoading} onClick={job.cancelCurrentJob}>
          {labels.cancel}
        </button>
      )}
      {canRetry && (
        <button type="button" class="kinora-job-retry" disabled={job.isLoading} onClick={job.retryCurrentJob}>
          {labels.retry}
        </button>
      )}
    </p>
  );
}

function Film({ jobId, client, labels }: { jobId: string; client: ClientOptions; labels: AsyncJobLabels }) {
  const film = useFilm(jobId, client);
  if (!film) return null;
  const at = (path: string) => `${(client.baseUrl ?? "").replace(/\/+$/, "")}${path}`;
  const crossOrigin = client.baseUrl ? { crossOrigin: "anonymous" as const } : {};
  return (
    <video
      class="kinora-job-video"
      controls
      playsInline
      preload="metadata"
      aria-label={labels.video}
      src={at(film.video_url)}
      poster={at(film.thumbnail_url)}
      {...crossOrigin}
    >
      {film.subtitles.map(({ language, vtt_url }) => (
        <track key={vtt_url} kind="captions" src={at(vtt_url)} srcLang={language} label={`${labels.subtitles} (${language})`} />
      ))}
    </video>
  );
}

/** The film of a job, once it has been told where its files are. */
function useFilm(jobId: string, client: ClientOptions): FilmResult | undefined {
  const [film, setFilm] = useState<FilmResult>();
  useEffect(() => {
    const stop = new AbortController();
    getResult(jobId, { ...client, signal: stop.signal }).then(setFilm, () => undefined);
    return () => stop.abort(new Error("Gone."));
    // The film is that of the job; how the server is reached does not change while it is shown.
  }, [jobId]);
  return film;
}
