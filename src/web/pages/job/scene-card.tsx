import { Play } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import type { StoredScene } from "../../../client/answers.ts";
import { Icon } from "../../parts/icon.tsx";
import { baseUrl } from "../../router.ts";
import { sayNumber } from "../../say.ts";
import type { Edit } from "../../state/job-edit.ts";

type Props = {
  scene: StoredScene;
  number: number;
  state: "rendered" | "now" | "to come";
  edit: Edit;
  /** Plays the film from where the scene begins; undefined while there is no film. */
  onPlay: (() => void) | undefined;
};

const MOST_KEYWORDS = 6;
const LONGEST_NARRATION = 5000;

/** A scene: its still, what is said, and what is seen. */
export function SceneCard({ scene, number, state, edit, onPlay }: Props) {
  const id = scene.id ?? String(number);
  const narration = scene.narration ?? "";
  const length = scene.duration === null ? null : `${sayNumber(Math.round(scene.duration * 10) / 10)} s`;
  const still = (
    <>
      {scene.thumbnail ? <img src={baseUrl + scene.thumbnail} alt="" loading="lazy" decoding="async" /> : <span class="scene-empty" />}
      <b class="scene-number">{number}</b>
      {length && <span class="scene-length">{length}</span>}
      {onPlay && (
        <span class="scene-play">
          <Icon of={Play} />
        </span>
      )}
    </>
  );
  return (
    <li class="scene" data-state={state}>
      {onPlay ? (
        <button type="button" class="scene-still" aria-label={`Play from scene ${number}`} onClick={onPlay}>
          {still}
        </button>
      ) : (
        <div class="scene-still">{still}</div>
      )}
      <span class="unseen">{state}</span>
      {edit.open.value ? (
        <Narration label={`Narration of scene ${number}`} value={edit.draft(id, narration)} onInput={(text) => edit.type(id, text)} />
      ) : (
        <p class="scene-words" dir="auto" title={narration}>
          {narration || "Nothing is said."}
        </p>
      )}
      <p class="scene-about" dir="auto">
        {scene.description}
        {scene.keywords?.length ? <span title="Keywords"> · {scene.keywords.slice(0, MOST_KEYWORDS).join(", ")}</span> : null}
      </p>
      {scene.clip && <Clip clip={scene.clip} />}
    </li>
  );
}

/** Who made the clip that is shown. */
function Clip({ clip }: { clip: NonNullable<StoredScene["clip"]> }) {
  const words = `${clip.provider} · ${clip.author}, ${clip.licence}`;
  const isWeb = clip.author_url !== null && /^https?:/.test(clip.author_url);
  return (
    <p class="scene-about">
      {isWeb ? (
        <a href={clip.author_url!} target="_blank" rel="noopener noreferrer">
          {words}
        </a>
      ) : (
        words
      )}
    </p>
  );
}

/** What is said, to be changed; as high as it needs to be. */
function Narration({ label, value, onInput }: { label: string; value: string; onInput: (text: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const box = field.current!;
    box.style.height = "auto";
    box.style.height = `${Math.min(260, box.scrollHeight + 2)}px`;
  }, [value]);
  return (
    <textarea
      ref={field}
      class="input scene-field"
      dir="auto"
      rows={3}
      maxLength={LONGEST_NARRATION}
      aria-label={label}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
