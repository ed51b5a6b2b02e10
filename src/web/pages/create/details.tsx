import { ChevronRight, Dices } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { isAdjustable } from "../../../domain/adjustable.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Segments } from "../../parts/segments.tsx";
import { change, form } from "../../state/create.ts";
import { choices } from "../../state/create-choices.ts";
import type { Form } from "../../state/create-form.ts";
import { CustomLook } from "./custom-look.tsx";
import { faultOf, isFoldedFault } from "./fault.ts";

const PRIORITIES: Record<number, string> = { 2: "Low", 5: "Normal", 8: "High", 10: "Critical" };
const EFFORTS: Record<Form["effort"], string> = { draft: "Draft", standard: "Standard", best: "Best" };
const RATES: readonly Form["fps"][] = [24, 25, 30, 50, 60];
const BUILT_IN: readonly Form["style"][] = ["cinematic", "social", "educational", "broadcast", "documentary", "custom"];
const SEEDS = 0x1_0000_0000;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const priorityName = (priority: number): string => PRIORITIES[priority] ?? `Priority ${priority}`;

/** What most films need no word on, folded; it opens by itself when something in it is wrong. */
export function Details() {
  const { style, priority, startAt, seed } = form.value;
  const [open, setOpen] = useState(false);
  const isFault = isFoldedFault();
  useEffect(() => {
    if (isFault) setOpen(true);
  }, [isFault]);
  const said = [
    capital(style),
    priorityName(priority),
    startAt ? startAt.replace("T", " ") : "now",
    seed === null ? "any seed" : `seed ${seed}`,
  ];
  return (
    <details class="create-details" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={ChevronRight} />
        <span>Style, priority, start time, seed</span>
        <span class="small quiet cut">{said.join(", ")}</span>
      </summary>
      <div class="create-pair">
        <StyleField />
        <TitleField />
        {isAdjustable(style) && <CustomLook />}
        <PriorityField />
        <StartField />
        <SeedField />
        <ScenesField />
        <EffortField />
        <RateField />
      </div>
    </details>
  );
}

function StyleField() {
  const { style } = form.value;
  const known = choices.value?.styles;
  const listed = known ?? BUILT_IN.map((id) => ({ id, name: capital(id), description: "\u00a0" }));
  return (
    <Field label="Style" fault={faultOf("style", "The style")} hint={listed.find(({ id }) => id === style)?.description}>
      {(props) => (
        <select {...props} class="input" value={style} onChange={(event) => change({ style: event.currentTarget.value as Form["style"] })}>
          {listed.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const TitleField = () => (
  <Field label="Title" fault={faultOf("title", "The title")} hint="From the words, where it is empty">
    {(props) => (
      <input
        {...props}
        class="input"
        dir="auto"
        value={form.value.title}
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
    )}
  </Field>
);

function PriorityField() {
  const { priority } = form.value;
  const all = Object.keys(PRIORITIES).map(Number);
  const listed = all.includes(priority) ? all : [...all, priority].sort((a, b) => a - b);
  const fault = faultOf("priority", "The priority");
  return (
    <div class="field">
      <span class="label">Priority</span>
      <Segments
        label="Priority"
        value={String(priority)}
        options={listed.map((value) => ({ value: String(value), label: priorityName(value) }))}
        onChange={(value) => change({ priority: Number(value) })}
      />
      {fault ? <p class="fault">{fault}</p> : <p class="hint">Those that wait rise by and by</p>}
    </div>
  );
}

const StartField = () => (
  <Field label="Not before" fault={faultOf("run_at", "The start time")} hint="At once, where it is empty">
    {(props) => (
      <input
        {...props}
        class="input"
        type="datetime-local"
        value={form.value.startAt}
        onInput={(event) => change({ startAt: event.currentTarget.value })}
      />
    )}
  </Field>
);

/** A whole number, or nothing. */
function toWhole(text: string): number | null {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? null : value;
}

const SeedField = () => (
  <div class="create-voice">
    <Field label="Seed" fault={faultOf("seed", "The seed")} hint="The same seed and words make the same film">
      {(props) => (
        <input
          {...props}
          class="input"
          type="number"
          inputMode="numeric"
          min={0}
          max={SEEDS - 1}
          placeholder="Any"
          value={form.value.seed ?? ""}
          onInput={(event) => change({ seed: toWhole(event.currentTarget.value) })}
        />
      )}
    </Field>
    <Button icon={Dices} class="create-sample" label="Roll another seed" title="Roll" onClick={() => roll(Math.random)} />
  </div>
);

const roll = (random: () => number): void => change({ seed: Math.floor(random() * SEEDS) });

const ScenesField = () => (
  <Field label="Scenes" fault={faultOf("scene_count", "The number of scenes")} hint="As many as fit, where it is empty">
    {(props) => (
      <input
        {...props}
        class="input"
        type="number"
        inputMode="numeric"
        min={1}
        max={200}
        placeholder="As many as fit"
        disabled={form.value.way !== "prompt"}
        value={form.value.scenes ?? ""}
        onInput={(event) => change({ scenes: toWhole(event.currentTarget.value) })}
      />
    )}
  </Field>
);

const EffortField = () => (
  <div class="field">
    <span class="label">Effort of the encoder</span>
    <Segments
      label="Effort of the encoder"
      value={form.value.effort}
      options={Object.entries(EFFORTS).map(([value, label]) => ({ value: value as Form["effort"], label }))}
      onChange={(value) => change({ effort: value })}
    />
    <p class="hint">Draft is fast and large, best slow and small</p>
  </div>
);

const RateField = () => (
  <div class="field">
    <span class="label">Pictures a second</span>
    <Segments
      label="Pictures a second"
      value={String(form.value.fps)}
      options={RATES.map((rate) => ({ value: String(rate), label: String(rate) }))}
      onChange={(value) => change({ fps: Number(value) as Form["fps"] })}
    />
    <p class="hint">30 suits most films</p>
  </div>
);
