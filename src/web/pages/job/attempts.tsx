import { useState } from "preact/hooks";
import type { JobDetails } from "../../../client/answers.ts";
import type { Attempt } from "../../../client/queue.ts";
import { nowMs } from "../../live.ts";
import { saySeconds } from "../../say.ts";
import { TimeLine } from "./timeline.tsx";
import { attemptFrom } from "./timeline-rows.ts";

const MOST_SHOWN = 20;

/** The times of the present attempt, and earlier ones to choose from. */
export function Attempts({ details, attempts }: { details: JobDetails; attempts: Attempt[] | null }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const all = attempts?.length ? attempts : [attemptFrom(details)];
  const newest = all.at(-1)!;
  const shown = all.find(({ attempt }) => attempt === chosen) ?? newest;
  const isLive = shown.finished_at === null;
  return (
    <div class="attempts">
      <TimeLine attempt={shown} nowMs={isLive ? nowMs.value : 0} remainingSec={details.estimated_time_remaining} />
      {all.length > 1 && (
        <fieldset>
          <legend class="unseen">Which attempt</legend>
          {all.slice(-MOST_SHOWN).map((attempt) => (
            <label key={attempt.attempt}>
              <input
                type="radio"
                name="attempt"
                class="unseen"
                checked={attempt === shown}
                onChange={() => setChosen(attempt.attempt === newest.attempt ? null : attempt.attempt)}
              />
              <span>
                Attempt {attempt.attempt}, {sayOutcome(attempt)}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const OUTCOMES: Record<Attempt["outcome"], string> = {
  running: "running",
  waiting: "waiting",
  completed: "completed",
  failed: "failed",
  cancelled: "cancelled",
  interrupted: "interrupted",
};

function sayOutcome({ outcome, started_at, finished_at, error, stages }: Attempt): string {
  const after = started_at && finished_at ? ` after ${saySeconds((Date.parse(finished_at) - Date.parse(started_at)) / 1000)}` : "";
  const isPlan = outcome === "completed" && stages.every(({ status }) => status === "scene_planning");
  return `${isPlan ? "planned" : (OUTCOMES[outcome] ?? outcome)}${after}${error ? `: ${error}` : ""}`;
}
