import { useId, useRef } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Fault } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { sayCount, sayMany } from "../../say.ts";
import { change, form } from "../../state/create.ts";
import { countPoints, MOST, type Way } from "../../state/create-form.ts";
import { faultOf } from "./fault.ts";

const EXAMPLES = [
  "A lighthouse keeper's last night before the light is made automatic",
  "Why rivers bend, told from a spring to the sea",
  "Three things to know before your first winter hike",
];

const ADDITIONS: [label: string, text: string][] = [
  ["a time of day", "It is just before dawn."],
  ["who is speaking", "The narrator speaks like an old sailor."],
  ["one image to end on", "End on a single lit window."],
  ["a mood for the music", "Quiet, hopeful music."],
];

/** What the film is made from: a prompt, the exact words, or the scenes of the film that the form was filled in from. */
export function Words() {
  const { way, storyboard } = form.value;
  const options: { value: Way; label: string }[] = [
    { value: "prompt", label: "Prompt" },
    { value: "script", label: "Exact script" },
    ...(storyboard ? [{ value: "storyboard" as const, label: "Storyboard" }] : []),
  ];
  return (
    <section class="create-words" aria-label="What the film is made from">
      <Segments label="Made from" value={way} options={options} onChange={(value) => change({ way: value })} />
      {way === "storyboard" ? <Scenes /> : <Text key={way} way={way} />}
    </section>
  );
}

const SAYS = {
  prompt: { label: "The prompt", placeholder: "What is the film about?", about: "The narrator's words are written from it." },
  script: {
    label: "The script",
    placeholder: "The words to be spoken",
    about: "Spoken word for word; the film lasts as long as they take.",
  },
};

function Text({ way }: { way: "prompt" | "script" }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const text = form.value[way];
  const { label, placeholder, about } = SAYS[way];
  const points = countPoints(text);
  const fault =
    points > MOST[way]
      ? `${label} is ${sayMany(points - MOST[way], "character")} too long. Nothing is cut off: shorten it.`
      : faultOf(way, label);
  const fill = (value: string) => {
    change({ [way]: value });
    box.current?.focus();
  };
  return (
    <>
      <div class="create-text">
        <textarea
          ref={box}
          id={id}
          class="input"
          dir="auto"
          rows={way === "script" ? 10 : 4}
          value={text}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={`${id}-about`}
          aria-invalid={fault ? "true" : undefined}
          onInput={(event) => change({ [way]: event.currentTarget.value })}
        />
        <p id={`${id}-about`} class="small quiet">
          <span>{about}</span>
          <span data-over={points > MOST[way] || undefined}>
            {sayCount(points)} / {sayCount(MOST[way])}
          </span>
        </p>
      </div>
      {fault && <Fault>{fault}</Fault>}
      {way === "prompt" && (text === "" ? <Examples onFill={fill} /> : <Additions onAdd={(more) => append(box.current, more, fill)} />)}
    </>
  );
}

/** Puts a sentence at the end in a way that the browser can take back, where it knows how. */
function append(box: HTMLTextAreaElement | null, sentence: string, fill: (text: string) => void): void {
  if (!box) return;
  const more = `${box.value.trimEnd() === box.value ? " " : ""}${sentence}`;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
  if (!document.execCommand("insertText", false, more)) fill(box.value + more);
}

function Additions({ onAdd }: { onAdd: (sentence: string) => void }) {
  return (
    <div class="create-chips">
      <span class="small quiet">Try adding</span>
      {ADDITIONS.map(([label, sentence]) => (
        <Button key={label} dense title={sentence} onClick={() => onAdd(sentence)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function Examples({ onFill }: { onFill: (text: string) => void }) {
  return (
    <div class="create-chips">
      <span class="small quiet">Or begin with</span>
      {EXAMPLES.map((text) => (
        <Button key={text} dense class="create-example" onClick={() => onFill(text)}>
          {text}
        </Button>
      ))}
    </div>
  );
}

function Scenes() {
  const scenes = form.value.storyboard?.scenes ?? [];
  return (
    <div class="create-scenes panel">
      <p class="second">
        The {sayMany(scenes.length, "scene")} of the storyboard are made again as they are. To change scenes, open that film and edit its
        storyboard: only what changes is rendered.
      </p>
      <ol>
        {scenes.map((scene, index) => (
          <li key={index} dir="auto">
            {scene.narration}
          </li>
        ))}
      </ol>
    </div>
  );
}
