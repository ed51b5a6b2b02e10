import { effect, signal } from "@preact/signals";
import type { ApiFault } from "../../client/errors.ts";
import { getRequest } from "../../client/estimate.ts";
import { baseUrl } from "../router.ts";
import { dropDraft, readDraft, writeDraft } from "./create-draft.ts";
import { type Form, fromRequest, keepsPreset, newForm, PRESETS, type PresetName, preferred, withoutWords } from "./create-form.ts";
import { preferences } from "./preferences.ts";
import { say } from "./toasts.ts";

/** The form as it is filled in. */
export const form = signal<Form>(newForm(preferences.peek()));

/** What is wrong, by the name that the API has for a field; in words that follow the field's name. */
export const faults = signal<Readonly<Record<string, string>>>({});

/** True until something has been changed by hand: preferences that come late still count. */
const untouched = signal(true);

/** True once what stands in the form has been sent: it is made, and a change begins another. */
export const isSent = signal(false);

let key: string | null = null;
let saving: ReturnType<typeof setTimeout> | undefined;
const SAVE_AFTER_MS = 400;

effect(() => {
  const now = preferences.value;
  if (untouched.value) form.value = newForm(now);
});

/** Changes some of the form. What was wrong there is no longer said, and the draft is kept soon after. */
export function change(part: Partial<Form>): void {
  const next = { ...form.peek(), ...part };
  show(keepsPreset(next) ? next : { ...next, preset: "custom" });
}

/** Takes one of the beginnings. */
export function choosePreset(preset: PresetName): void {
  change({ ...(preset === "custom" ? preferred(preferences.peek()) : PRESETS[preset]), preset });
}

function show(next: Form): void {
  const before = form.peek();
  untouched.value = false;
  isSent.value = false;
  key = null;
  form.value = next;
  const changed = (Object.keys(next) as (keyof Form)[]).filter((name) => next[name] !== before[name]);
  if (changed.some((name) => FAULTS_OF[name] ?? name in faults.peek()))
    setFaults(
      Object.entries(faults.peek()).flatMap(([path, message]) =>
        changed.some((name) => (FAULTS_OF[name] ?? name) === path) ? [] : [{ path, message }],
      ),
    );
  saving ??= setTimeout(saveNow, SAVE_AFTER_MS);
}

/** What fields are called in the API, where that is another name. */
const FAULTS_OF: Partial<Record<keyof Form, string>> = { duration: "duration_target", scenes: "scene_count", startAt: "run_at" };

/** Says what is wrong; faults of the same field become one. */
export function setFaults(found: readonly ApiFault[]): void {
  faults.value = Object.fromEntries([...found].reverse().map(({ path, message }) => [path.split(".")[0] ?? "", message]));
}

/** Keeps the draft now: call it when the page may go. */
export function saveNow(): void {
  clearTimeout(saving);
  saving = undefined;
  if (!untouched.peek() && !isSent.peek()) writeDraft({ form: form.peek(), key });
}

/** Names the request that the form stands for: the same until it is changed or made. */
export function nameRequest(random: () => number): string {
  const bits = () => Math.floor(random() * 2 ** 52).toString(36);
  key ??= `page-${Date.now().toString(36)}-${bits()}-${bits()}`;
  saveNow();
  return key;
}

/** The film is being made: nothing is left to be kept. */
export function markSent(): void {
  clearTimeout(saving);
  saving = undefined;
  key = null;
  isSent.value = true;
  setFaults([]);
  dropDraft();
}

/** Begins another film with the same settings. */
export function beginAnother(): void {
  form.value = withoutWords(form.peek());
  isSent.value = false;
  setFaults([]);
}

/** Fills the form in as it was left. Called when the page opens; what stands in the form already stays. */
export function openDraft(): void {
  if (!untouched.peek()) return;
  const draft = readDraft(form.peek());
  if (!draft) return;
  untouched.value = false;
  form.value = draft.form;
  key = draft.key;
}

/** Fills in a text; what was there can be had back. */
export function fillPrompt(prompt: string): void {
  replaceForm({ ...newForm(preferences.peek()), prompt }, "The text of the link is filled in.");
}

/** Fills in what a job was asked for. Rejects when that cannot be had. */
export async function fillFrom(jobId: string, signal: AbortSignal): Promise<void> {
  const { request } = await getRequest(jobId, { baseUrl, signal });
  if (!request.prompt && !request.script && !request.storyboard) throw new Error("That job makes no film.");
  if (!signal.aborted) replaceForm(fromRequest(request, preferences.peek()), "Everything is filled in as that film had it.");
}

function replaceForm(next: Form, done: string): void {
  const before = form.peek();
  const hadWords = before.prompt.trim() !== "" || before.script.trim() !== "";
  show(next);
  if (hadWords) say("plain", `${done} Your draft was put aside.`, { label: "Bring it back", run: () => show(before) });
}
