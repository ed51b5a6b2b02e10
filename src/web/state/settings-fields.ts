import { signal } from "@preact/signals";
import { KinoraApiError } from "../../client/errors.ts";
import { sayError } from "./toasts.ts";

/** How it went with a field: `failed` says why, and can be tried again where that makes sense. */
export type Save = { state: "saving" } | { state: "saved" } | { state: "failed"; message: string; again: (() => void) | null };

/** How it went with each field, by its name; nothing where there is nothing to say. */
export const saves = signal<Readonly<Record<string, Save>>>({});

/** What stands in fields and has not been kept yet, by their names. */
export const drafts = signal<Readonly<Record<string, unknown>>>({});

const SAID_FOR_MS = 2500;

/** Remembers what stands in a field; what is undefined is forgotten. */
export function draft(name: string, value: unknown): void {
  const { [name]: _, ...others } = drafts.peek();
  drafts.value = value === undefined ? others : { ...others, [name]: value };
}

function tell(name: string, save: Save | undefined): void {
  const { [name]: _, ...others } = saves.peek();
  saves.value = save ? { ...others, [name]: save } : others;
}

/** What stands in a field cannot be kept: it stays there, and this says why. */
export const refuse = (name: string, message: string): void => tell(name, { state: "failed", message, again: null });

/** Nothing is to be said of a field any more. */
export const quiet = (name: string): void => tell(name, undefined);

/** Changes are sent one after another, so that what was chosen last is what is kept. */
let sending: Promise<unknown> = Promise.resolve();
const newest = new Map<string, symbol>();

/** Keeps what stands in a field by `run`. What fails stays in the field, with the reason beside it. `about` names the field to the server. */
export function save(name: string, value: unknown, run: () => Promise<unknown>, about = name): Promise<void> {
  const turn = Symbol(name);
  newest.set(name, turn);
  draft(name, value);
  tell(name, { state: "saving" });
  const mine = sending.then(async () => {
    if (newest.get(name) !== turn) return;
    try {
      await run();
      if (newest.get(name) !== turn) return;
      draft(name, undefined);
      tell(name, { state: "saved" });
      setTimeout(() => newest.get(name) === turn && saves.peek()[name]?.state === "saved" && tell(name, undefined), SAID_FOR_MS);
    } catch (error) {
      if (newest.get(name) === turn)
        tell(name, { state: "failed", message: sayWhy(error, about), again: () => save(name, value, run, about) });
    }
  });
  sending = mine;
  return mine;
}

/** What the server has against a value, in a sentence. */
function sayWhy(error: unknown, about: string): string {
  const fault = error instanceof KinoraApiError ? error.faults.find(({ path }) => path === about) : undefined;
  return fault ? `Not saved: this ${fault.message}.` : `Not saved. ${sayError(error)}`;
}
