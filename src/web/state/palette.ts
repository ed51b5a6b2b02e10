import { signal } from "@preact/signals";
import type { ListedJob } from "../../client/answers.ts";
import { listJobs } from "../../client/lists.ts";
import { baseUrl } from "../router.ts";

const MOST = 8;
const DEBOUNCE_MS = 150;

/** Jobs that fit what is typed, the newest first; `error` when they could not be asked for. `of` is what they fit. */
export const found = signal<{ of: string; jobs: readonly ListedJob[]; error?: unknown } | null>(null);

/** Looks for jobs soon; the newest where nothing is typed. Returns what gives that up. */
export function findJobs(text: string): () => void {
  const end = new AbortController();
  const search = text.trim();
  const timer = setTimeout(
    async () => {
      try {
        const { jobs } = await listJobs({ ...(search && { search }), limit: MOST }, { baseUrl, signal: end.signal, retries: 0 });
        if (!end.signal.aborted) found.value = { of: search, jobs };
      } catch (error) {
        if (!end.signal.aborted) found.value = { of: search, jobs: [], error };
      }
    },
    search ? DEBOUNCE_MS : 0,
  );
  return () => {
    clearTimeout(timer);
    end.abort(new Error("Something else is looked for."));
  };
}
