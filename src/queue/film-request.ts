import type { ResolvedRequest } from "../domain/job.ts";
import type { JobRecord } from "../domain/job-record.ts";
import type { Reading } from "../store/store.ts";

/** What a film is to be made from: what was asked for, or since the storyboard was edited and approved, that revision of it. Undefined for what is no film. */
export function filmRequest(store: Pick<Reading, "storyboard">, { id, request, revision }: JobRecord): ResolvedRequest | undefined {
  if (request.kind !== "generate") return undefined;
  const edited = revision > 1 ? store.storyboard(id, revision)?.storyboard : undefined;
  if (!edited) return request.film;
  const { prompt: _prompt, script: _script, ...film } = request.film;
  return { ...film, storyboard: edited };
}
