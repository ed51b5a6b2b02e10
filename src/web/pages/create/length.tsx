import { useId, useState } from "preact/hooks";
import { Fault } from "../../parts/field.tsx";
import { sayClock, sayMany, saySeconds } from "../../say.ts";
import { change, form } from "../../state/create.ts";
import { estimate } from "../../state/create-estimate.ts";
import { LENGTHS } from "../../state/create-form.ts";
import { MARKS, STOPS, stopOf } from "../../state/create-lengths.ts";
import { faultOf } from "./fault.ts";

/** How long the film is to be: told for a prompt; what is spoken decides for a script. */
export function Length() {
  const { way } = form.value;
  const told = estimate.value?.told;
  const counts = told && `about ${sayMany(told.scenes, "scene")}, ${sayMany(told.words, "word")}`;
  if (way === "prompt") return <Aim counts={counts} />;
  return (
    <div class="create-length">
      <div class="create-length-head">
        <span class="label">Length</span>
        <span class="small quiet">{counts}</span>
        <b>{told ? `about ${sayClock(told.duration)}` : "as the words take"}</b>
      </div>
      <p class="hint">{way === "script" ? "It follows the words." : "It follows the scenes."}</p>
    </div>
  );
}

function Aim({ counts }: { counts: string | undefined }) {
  const id = useId();
  const seconds = form.value.duration;
  const fault = faultOf("duration_target", "The length");
  const last = STOPS.length - 1;
  return (
    <div class="create-length">
      <div class="create-length-head">
        <label for={id}>Length</label>
        <span class="small quiet">{counts ?? " "}</span>
        <Seconds />
      </div>
      <input
        id={id}
        class="slider"
        type="range"
        min={0}
        max={last}
        value={stopOf(seconds)}
        aria-valuetext={saySeconds(seconds)}
        aria-invalid={fault ? "true" : undefined}
        style={{ "--at": `${(stopOf(seconds) / last) * 100}%` }}
        onInput={(event) => change({ duration: STOPS[Number(event.currentTarget.value)] ?? seconds })}
      />
      <div class="create-marks small quiet" aria-hidden="true">
        {MARKS.map((mark) => (
          <span key={mark} style={{ left: `${(stopOf(mark) / last) * 100}%` }}>
            {mark < 60 ? `${mark} s` : `${mark / 60} min`}
          </span>
        ))}
      </div>
      {fault && <Fault>{fault}</Fault>}
    </div>
  );
}

/** The length as a number. What lies outside is brought inside when the field is left. */
function Seconds() {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(text);
    const value = Math.round(Number(text));
    if (text.trim() !== "" && value >= LENGTHS.least && value <= LENGTHS.most) change({ duration: value });
  };
  const leave = () => {
    const value = Math.round(Number(typed));
    if (typed?.trim() && Number.isFinite(value)) change({ duration: Math.min(LENGTHS.most, Math.max(LENGTHS.least, value)) });
    setTyped(null);
  };
  return (
    <span class="create-seconds">
      <input
        class="input"
        type="number"
        inputMode="numeric"
        min={LENGTHS.least}
        max={LENGTHS.most}
        aria-label="Length in seconds"
        value={typed ?? String(form.value.duration)}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={leave}
      />
      <span aria-hidden="true">s</span>
    </span>
  );
}
