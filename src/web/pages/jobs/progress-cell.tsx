import type { ListedJob } from "../../../client/answers.ts";
import { SceneBar } from "../../parts/scene-bar.tsx";
import { isRunning } from "../../parts/status.tsx";
import { sayPercent } from "../../say.ts";
import { progressOf } from "../../state/jobs.ts";
import { sayProgress } from "./facts.ts";

/** How far a job is. Drawn anew several times a second, and it alone. */
export function ProgressCell({ job }: { job: ListedJob }) {
  const progress = progressOf(job.job_id)!.value;
  const { overall_progress } = progress;
  const running = isRunning(job.status);
  const stopped = (job.status === "failed" || job.status === "cancelled") && overall_progress > 0;
  const words = sayProgress(job, progress);
  return (
    <div class="jobs-progress">
      {(running || stopped) && <SceneBar scenes={job.scenes} progress={overall_progress} status={job.status} label="Progress" />}
      {running && <b>{sayPercent(Math.floor(overall_progress))}</b>}
      <span class="cut quiet" dir="auto" title={job.status === "failed" ? words : undefined}>
        {words}
      </span>
    </div>
  );
}
