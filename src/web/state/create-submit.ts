import { signal } from "@preact/signals";
import { createJob } from "../../client/create.ts";
import { KinoraApiError } from "../../client/errors.ts";
import { baseUrl } from "../router.ts";
import { form, isSent, markSent, nameRequest, setFaults } from "./create.ts";
import { findFault, toRequest } from "./create-form.ts";
import { follow } from "./create-made.ts";
import { noteMade } from "./made-here.ts";
import { sayError } from "./toasts.ts";

/** True while the server has not answered yet. */
export const sending = signal(false);

/** What went wrong as a whole; what is wrong with fields stands there. */
export const problem = signal<string | null>(null);

/** Sends what stands in the form, once. Resolves with whether it is being made. */
export async function submit(): Promise<boolean> {
  if (sending.peek() || isSent.peek()) return false;
  const asked = form.peek();
  const fault = findFault(asked);
  problem.value = null;
  setFaults(fault ? [fault] : []);
  if (fault) return false;
  sending.value = true;
  try {
    const made = await createJob(toRequest(asked), { baseUrl, idempotencyKey: nameRequest(Math.random) });
    const words = asked.title.trim() || (asked.way === "script" ? asked.script : asked.prompt);
    noteMade(made.job_id, words);
    follow(made, words);
    markSent();
    return true;
  } catch (error) {
    if (error instanceof KinoraApiError && error.faults.length > 0) setFaults(error.faults);
    problem.value = sayError(error);
    return false;
  } finally {
    sending.value = false;
  }
}
