import { CircleSlash, OctagonX, RotateCw } from "lucide";
import { useEffect, useState } from "preact/hooks";
import type { JobDetails } from "../../../client/answers.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { STATUSES } from "../../parts/status.tsx";
import { href } from "../../router.ts";
import { sayMany } from "../../say.ts";
import type { OpenJob } from "../../state/job.ts";

/** Why there is no film: what failed, what is kept, and the way on. */
export function Stopped({ job, details }: { job: OpenJob; details: JobDetails }) {
  const { status, error, error_code, attempt, max_attempts } = details;
  const failed = status === "failed";
  const stage = details.stages.findLast(({ started_at, finished_at }) => started_at && !finished_at);
  const where = stage && STATUSES[stage.status].label;
  return (
    <section class="stopped" data-failed={failed || undefined} role={failed ? "alert" : undefined} aria-label="Why there is no film">
      <h2>
        <Icon of={failed ? OctagonX : CircleSlash} />
        {failed ? (where ? `${where} failed` : "The job failed") : "This job was cancelled"}
      </h2>
      {failed && (
        <p class="stopped-why" dir="auto">
          {error ?? "It failed without a reason."}
        </p>
      )}
      <p class="second">{sayKept(job, details)}</p>
      <div class="row wrap">
        <Button kind="main" icon={RotateCw} disabled={job.busy.value} onClick={job.retry}>
          Retry
        </Button>
      </div>
      <dl class="facts">
        {where && (
          <div>
            <dt>Stopped at</dt>
            <dd>{where}</dd>
          </div>
        )}
        {failed && (
          <div>
            <dt>Attempts</dt>
            <dd>
              {attempt} of {max_attempts}
            </dd>
          </div>
        )}
        {error_code && (
          <div>
            <dt>Error code</dt>
            <dd>
              <code>{error_code}</code>
            </dd>
          </div>
        )}
        <ErrorLines job={job} />
      </dl>
    </section>
  );
}

const KEPT = { plan: "the plan", speech: "the narration", mix: "the music and the mix" } as const;

/** What a retry finds and does not make again. */
function sayKept(job: OpenJob, { stages }: JobDetails): string {
  const done = stages.flatMap(({ name, finished_at }) => (finished_at && name in KEPT ? [KEPT[name as keyof typeof KEPT]] : []));
  const scenes = job.board.value?.storyboard.scenes ?? [];
  const ready = scenes.filter(({ thumbnail }) => thumbnail).length;
  const kept = [...done, ...(ready > 0 ? [`${ready} of ${sayMany(scenes.length, "scene")}`] : [])];
  if (kept.length === 0) return "Nothing was finished yet: a retry begins at the beginning.";
  const list = new Intl.ListFormat("en").format(kept);
  return `${list[0]!.toUpperCase()}${list.slice(1)} ${kept.length === 1 && ready !== 1 && done.length === 1 ? "is" : "are"} kept: a retry goes on from there.`;
}

/** The way to the lines of the log that tell of errors. */
function ErrorLines({ job }: { job: OpenJob }) {
  const [lines, setLines] = useState<number[]>([]);
  const known = job.log.summary.value?.levels.ERROR ?? 0;
  useEffect(() => {
    if (known > 0) void job.log.errors().then(setLines, () => undefined);
  }, [known]);
  if (lines.length === 0) return null;
  const shown = lines.slice(-3);
  return (
    <div>
      <dt>In the log</dt>
      <dd>
        {shown.map((line) => (
          <a
            key={line}
            class="inline"
            href={href(`/jobs/${job.id}#L${line}`)}
            onClick={(event) => {
              event.preventDefault();
              job.log.mark(line);
              job.log.show(line);
              document.getElementById("log")?.scrollIntoView({ block: "center" });
            }}
          >
            line {line}
          </a>
        ))}
      </dd>
    </div>
  );
}
