import { RectangleHorizontal, RectangleVertical, Square } from "lucide";
import type { ComponentChildren } from "preact";
import { Fault, Switch } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { change, form } from "../../state/create.ts";
import { choices } from "../../state/create-choices.ts";
import type { Form } from "../../state/create-form.ts";
import { faultOf } from "./fault.ts";

const SHAPES = [
  { value: "16:9", label: "16:9", icon: RectangleHorizontal },
  { value: "9:16", label: "9:16", icon: RectangleVertical },
  { value: "1:1", label: "1:1", icon: Square },
] as const;
const QUALITIES = (["480p", "720p", "1080p", "1440p"] as const).map((value) => ({ value, label: value }));

/** The shape of the picture, and how fine it is. */
export function Picture() {
  const { aspect, quality } = form.value;
  return (
    <>
      <div class="field">
        <span class="label">Shape</span>
        <Segments label="Shape" value={aspect} options={SHAPES} onChange={(value) => change({ aspect: value })} />
        <Said path="aspect" label="The shape" />
      </div>
      <div class="field">
        <span class="label">Quality</span>
        <Segments label="Quality" value={quality} options={QUALITIES} onChange={(value) => change({ quality: value })} />
        <Said path="quality" label="The quality" />
      </div>
    </>
  );
}

const Said = ({ path, label }: { path: string; label: string }) => {
  const fault = faultOf(path, label);
  return fault ? <Fault>{fault}</Fault> : null;
};

/** What stands and sounds with the picture, and whether someone looks the scenes over first. */
export function Options() {
  const { music, review } = form.value;
  return (
    <div class="create-options">
      <Row title="Captions" words="The words in the picture; SRT and VTT files are always made">
        <CaptionsChoice />
        <Said path="captions" label="The captions" />
      </Row>
      <Row title="Music" words={music === "off" ? "Narration alone" : "Composed for the film, quieter under the voice"}>
        <Choice
          label="Music"
          value={music}
          values={choices.value?.music ?? [music]}
          names={MUSIC}
          onChange={(value) => change({ music: value as Form["music"] })}
        />
        <Said path="music" label="The music" />
      </Row>
      <Row title="Stop at the storyboard" words="Look the scenes over before anything is rendered">
        <Switch label="Stop at the storyboard" checked={review} onChange={(on) => change({ review: on })} />
      </Row>
    </div>
  );
}

function Row({ title, words, children }: { title: string; words: string; children: ComponentChildren }) {
  return (
    <div class="create-option">
      <div>
        <h2>{title}</h2>
        <p class="small quiet">{words}</p>
      </div>
      <div>{children}</div>
    </div>
  );
}

const MUSIC: Record<string, string> = { auto: "As the film feels", off: "None" };
const CAPTIONS: Record<string, string> = { auto: "The style's own", off: "None" };
const OWN = "own";

/** A look by name. Captions with settings of their own, as another film had them, stay until another is chosen. */
function CaptionsChoice() {
  const { captions } = form.value;
  const isOwn = typeof captions !== "string";
  const value = isOwn ? OWN : captions;
  const values = [...(isOwn ? [OWN] : []), ...(choices.value?.captions ?? (isOwn ? [] : [captions]))];
  return (
    <Choice
      label="Captions"
      value={value}
      values={values}
      names={{ ...CAPTIONS, [OWN]: "As that film had them" }}
      onChange={(next) => next !== OWN && change({ captions: next as Form["captions"] })}
    />
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  values: readonly string[];
  names: Record<string, string>;
  onChange: (value: string) => void;
};

function Choice({ label, value, values, names, onChange }: ChoiceProps) {
  const all = values.includes(value) ? values : [value, ...values];
  return (
    <select class="input" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {all.map((name) => (
        <option key={name} value={name}>
          {names[name] ?? name.charAt(0).toUpperCase() + name.slice(1)}
        </option>
      ))}
    </select>
  );
}
