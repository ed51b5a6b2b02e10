import { computed, effect, signal } from "@preact/signals";
import { KinoraApiError } from "../../client/errors.ts";
import { type Estimate, estimateJob } from "../../client/estimate.ts";
import type { FilmRequest } from "../../client/words.ts";
import { baseUrl } from "../router.ts";
import { faults, form, isSent, setFaults } from "./create.ts";
import { toRequest } from "./create-form.ts";

/** What the film would take, as it was told last: it stays while the next answer is awaited. `atMs` is when it came. */
export const estimate = signal<{ told: Estimate; atMs: number; isExample: boolean } | null>(null);

/** Why there is no newer answer. */
export const estimateError = signal<unknown>(undefined);

const DEBOUNCE_MS = 400;
const EXAMPLE = "A sunset over the ocean, then the lights of the city come on.";

/** What to ask with: nothing where there are no words that could be counted, an example where a prompt is still to be written. */
const wanted = computed<{ request: FilmRequest; isExample: boolean } | null>(() => {
  const now = form.value;
  if (isSent.value) return null;
  if (now.way === "prompt" && now.prompt.trim() === "") return { request: toRequest({ ...now, prompt: EXAMPLE }), isExample: true };
  if (now.way === "script" && now.script.trim() === "") return null;
  return { request: toRequest(now), isExample: false };
});

/** What is asked with, once nothing has changed for a moment. */
export const settled = signal<typeof wanted.value>(null);

/** Asks for what is wanted as it changes, each time after a moment. Returns what ends that. */
export function settleWishes(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = effect(() => {
    const next = wanted.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (JSON.stringify(next) !== JSON.stringify(settled.peek())) settled.value = next;
    }, DEBOUNCE_MS);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Asks what the film would take, and shows what the server finds wrong with it. */
export async function askEstimate(signal: AbortSignal): Promise<void> {
  const asked = settled.peek();
  if (!asked) {
    estimate.value = null;
    return;
  }
  try {
    const told = await estimateJob(asked.request, { baseUrl, signal, retries: 0 });
    if (signal.aborted) return;
    estimate.value = { told, atMs: Date.now(), isExample: asked.isExample };
    estimateError.value = undefined;
    if (Object.keys(faults.peek()).length > 0 && !asked.isExample) setFaults([]);
  } catch (error) {
    if (signal.aborted) return;
    estimateError.value = error;
    if (error instanceof KinoraApiError && error.faults.length > 0) setFaults(error.faults);
  }
}
