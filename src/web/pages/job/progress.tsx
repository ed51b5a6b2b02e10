import type { JobDetails } from "../../../client/answers.ts";
import { SceneBar } from "../../parts/scene-bar.tsx";
import { isOver, statusLabel } from "../../parts/status.tsx";
import { sayBytes, sayClock, sayOrdinal, saySeconds } from "../../say.ts";
import type { OpenJob } from "../../state/job.ts";
import { Attempts } from "./attempts.tsx";

/** How far a job is, what is left, and what took how long. */
export function Progress({ job, details }: { job: OpenJob; details: JobDetails }) {
  const { overall_progress, status, current_step } = details;
  const lengths = job.board.value?.storyboard.scenes.map(({ duration }) => duration ?? 1) ?? null;
  const isDone = status === "completed";
  const madeSec = secondsBetween(details.started_at, details.finished_at);
  return (
    <section class="panel progress" aria-label="Progress">
      <div class="progress-now">
        <p class="figure">
          {isDone && madeSec !== null ? (
            <>
              {saySeconds(madeSec)}
              <small> to make</small>
            </>
          ) : (
            <>
              {Math.floor(overall_progress)}
              <small>%</small>
            </>
          )}
        </p>
        <p class="strong">{sayLeft(job, details)}</p>
        <SceneBar scenes={lengths} progress={overall_progress} status={status} label="Progress of the film" />
        <p class="quiet cut progress-step">
          {isOver(status) ? statusLabel(status) : (current_step ?? statusLabel(status, details.waiting_for))}
        </p>
      </div>
      <Attempts details={details} attempts={job.attempts.value} />
    </section>
  );
}

/** What is still to be expected, or what came of it. */
function sayLeft(job: OpenJob, { status, waiting_for, queue_position, estimated_time_remaining: left }: JobDetails): string {
  const result = job.result.value;
  if (status === "completed") return result ? `${sayClock(result.duration)}, ${sayBytes(result.downloads[0]?.bytes ?? 0)}` : "";
  if (isOver(status)) return "";
  if (status === "pending" && waiting_for === "slot" && queue_position) return `${sayOrdinal(queue_position)} in the queue`;
  if (status === "pending" && waiting_for === "approval") return "Waits for you";
  return left === null ? "" : `${saySeconds(Math.ceil(left))} left`;
}

/** Seconds from one moment to another; null where one is not known. */
export const secondsBetween = (from: string | null, to: string | null): number | null =>
  from && to ? Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000) : null;
