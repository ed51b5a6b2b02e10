import { Check, Pencil } from "lucide";
import { useState } from "preact/hooks";
import type { JobDetails, StoredScene } from "../../../client/answers.ts";
import { Button } from "../../parts/button.tsx";
import { Problem } from "../../parts/states.tsx";
import { isOver } from "../../parts/status.tsx";
import { sayMany, saySeconds } from "../../say.ts";
import type { OpenJob } from "../../state/job.ts";
import type { Edit } from "../../state/job-edit.ts";
import { SceneCard } from "./scene-card.tsx";

type Props = { job: OpenJob; edit: Edit; details: JobDetails; onPlay: ((sec: number) => void) | undefined };

const MOST_SHOWN = 48;
/** About how long a scene is, s: for how much room is kept before there is a plan. */
const USUAL_SCENE_SEC = 7.5;

/** The scenes of a film: what is said and seen in each, which are rendered; what is said can be changed where nothing runs. */
export function Storyboard({ job, edit, details, onPlay }: Props) {
  const [all, setAll] = useState(false);
  const { status } = details;
  const scenes = job.board.value?.storyboard.scenes;
  if (!scenes) return isOver(status) && !mayCome(details) ? null : <ToCome job={job} />;
  const states = scenes.map((scene) => stateOf(scene, status));
  const now = status === "rendering" ? states.indexOf("to come") : -1;
  if (now >= 0) states[now] = "now";
  const starts = startsOf(scenes);
  const lengthSec = starts.at(-1)! + (scenes.at(-1)?.duration ?? 0);
  const mayEdit = isOver(status) || (status === "pending" && details.waiting_for === "approval");
  return (
    <section aria-labelledby="storyboard-title">
      <div class="section-head">
        <h2 id="storyboard-title">
          Storyboard <small>{`${sayMany(scenes.length, "scene")}, ${saySeconds(lengthSec)}`}</small>
        </h2>
        {status === "completed" ? null : <Legend states={states} />}
        {mayEdit && !edit.open.value && (
          <Button
            dense
            icon={Pencil}
            onClick={() => {
              edit.open.value = true;
            }}
          >
            Edit narrations
          </Button>
        )}
      </div>
      {edit.open.value && <EditBar edit={edit} waits={!isOver(status)} mayEdit={mayEdit} />}
      <ol class="scenes">
        {scenes.slice(0, all ? undefined : MOST_SHOWN).map((scene, index) => (
          <SceneCard
            key={scene.id ?? index}
            scene={scene}
            number={index + 1}
            state={states[index]!}
            edit={edit}
            onPlay={onPlay && (() => onPlay(starts[index]!))}
          />
        ))}
      </ol>
      {!all && scenes.length > MOST_SHOWN && <Button onClick={() => setAll(true)}>Show all {scenes.length} scenes</Button>}
    </section>
  );
}

const mayCome = ({ stages }: JobDetails): boolean => stages.some(({ name, finished_at }) => name === "plan" && finished_at !== null);

const stateOf = (scene: StoredScene, status: JobDetails["status"]): "rendered" | "now" | "to come" =>
  status === "completed" || scene.thumbnail ? "rendered" : "to come";

/** Where each scene begins in the film, s. */
function startsOf(scenes: readonly StoredScene[]): number[] {
  let at = 0;
  return scenes.map(({ duration }) => {
    const start = at;
    at += duration ?? 0;
    return start;
  });
}

function Legend({ states }: { states: readonly string[] }) {
  const count = (state: string) => states.filter((one) => one === state).length;
  return (
    <p class="legend">
      {["rendered", "now", "to come"].map((state) => (
        <span key={state} data-state={state}>
          <i />
          {count(state)} {state}
        </span>
      ))}
    </p>
  );
}

/** What is to become of what was typed. */
function EditBar({ edit, waits, mayEdit }: { edit: Edit; waits: boolean; mayEdit: boolean }) {
  const changed = edit.changed.value;
  const busy = edit.saving.value || !mayEdit;
  return (
    <div class="edit-bar">
      {edit.theirs.value !== null ? (
        <Problem title="Someone else has saved this storyboard meanwhile">
          <p>
            Revision {edit.theirs.value} is shown now, with what you have typed on top of it. Nothing is lost: look it over and save again,
            or discard what is yours.
          </p>
        </Problem>
      ) : (
        edit.fault.value !== undefined && (
          <Problem title="It could not be saved" error={edit.fault.value}>
            <p>What you have typed is still here.</p>
          </Problem>
        )
      )}
      <div class="row wrap">
        <span class="second" role="status">
          {mayEdit
            ? changed === 0
              ? "Nothing is changed yet."
              : `${sayMany(changed, "scene")} changed`
            : "It can be saved once the job has stopped."}
        </span>
        <Button disabled={busy && mayEdit} onClick={edit.discard}>
          {changed > 0 ? "Discard" : "Stop editing"}
        </Button>
        <Button disabled={busy || changed === 0} onClick={() => edit.save({ render: false })}>
          Save
        </Button>
        <Button kind="main" icon={Check} disabled={busy || (changed === 0 && !waits)} onClick={() => edit.save({ render: true })}>
          {waits ? (changed > 0 ? "Save, approve and render" : "Approve and render") : "Save and render what changed"}
        </Button>
      </div>
    </div>
  );
}

/** The place of scenes that have not been planned yet. */
function ToCome({ job }: { job: OpenJob }) {
  const request = job.asked.value?.request;
  const count = request?.scene_count ?? Math.round((request?.duration_target ?? 60) / USUAL_SCENE_SEC);
  return (
    <section aria-labelledby="storyboard-title">
      <div class="section-head">
        <h2 id="storyboard-title">
          Storyboard <small>not planned yet</small>
        </h2>
      </div>
      <div class="scenes" aria-hidden="true">
        {Array.from({ length: Math.min(Math.max(1, count), MOST_SHOWN) }, (_, index) => (
          <div key={index} class="scene" data-state="to come">
            <div class="scene-still">
              <span class="scene-empty" />
            </div>
            <p class="scene-words" />
            <p class="scene-about" />
          </div>
        ))}
      </div>
    </section>
  );
}
