import { getRequest } from "../../client/estimate.ts";
import { listJobs } from "../../client/lists.ts";
import type { ClientOptions } from "../../client/options.ts";
import type { FilmRequest } from "../../client/words.ts";

/** What a job was asked, and what it is called. `request` is null where only a list could tell of the job. */
export type Asked = {
  title: string;
  text: string;
  kind: "prompt" | "script" | "storyboard";
  priority: number;
  request: FilmRequest | null;
};

const LONGEST_TITLE = 1000;
const USUAL_PRIORITY = 5;

/** Asks what a job was asked; what is no film is looked up in the list. */
export async function readAsked(id: string, options: ClientOptions): Promise<Asked> {
  const told = await getRequest(id, options).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    return undefined;
  });
  if (told) return toAsked(told.request);
  const job = (await listJobs({ search: id, limit: 1 }, options)).jobs[0];
  const text = job?.prompt ?? "";
  return { title: job?.title || text || "Without words", text, kind: "prompt", priority: job?.priority ?? USUAL_PRIORITY, request: null };
}

/** A request as it is shown: called by its title, or else by its first words. */
export function toAsked(request: FilmRequest): Asked {
  const { prompt, script, storyboard, title, priority = USUAL_PRIORITY } = request;
  const kind = prompt !== undefined ? "prompt" : script !== undefined ? "script" : "storyboard";
  const text = prompt ?? script ?? (storyboard?.scenes ?? []).map(({ narration }) => narration ?? "").join("\n\n");
  return { title: firstPart(title || storyboard?.title || text.trim()), text, kind, priority, request };
}

/** As much of a text as a heading needs, never cut within a character. */
const firstPart = (text: string): string => [...text.slice(0, LONGEST_TITLE * 2)].slice(0, LONGEST_TITLE).join("").replaceAll(/\s+/g, " ");
