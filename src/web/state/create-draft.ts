import { signal } from "@preact/signals";
import type { Form } from "./create-form.ts";

/** What was typed and not sent yet. `key` names the request once it was sent without an answer. */
export type Draft = { form: Form; key: string | null };

const NAME = "kinora.draft";
const VERSION = 1;

/** When the draft was kept last, ms; null while there is none, NaN when it could not be kept. */
export const savedAtMs = signal<number | null>(null);

/** The draft of this browser, if there is one that this version can read. What it lacks is filled in from `usual`. */
export function readDraft(usual: Form): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "null");
    if (kept?.version !== VERSION || typeof kept.form?.prompt !== "string" || typeof kept.form.script !== "string") return undefined;
    savedAtMs.value = kept.savedAtMs;
    return { form: { ...usual, ...kept.form }, key: typeof kept.key === "string" ? kept.key : null };
  } catch {
    return undefined;
  }
}

/** Keeps it, if the browser has room. */
export function writeDraft(draft: Draft): void {
  const now = Date.now();
  try {
    localStorage.setItem(NAME, JSON.stringify({ version: VERSION, savedAtMs: now, ...draft }));
    savedAtMs.value = now;
  } catch {
    savedAtMs.value = Number.NaN;
  }
}

/** Forgets it. */
export function dropDraft(): void {
  savedAtMs.value = null;
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Where nothing may be kept there is nothing to forget.
  }
}
