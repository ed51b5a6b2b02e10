import type { StoredStoryboard } from "./answers.ts";
import { send } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { Storyboard } from "./words.ts";

/** A storyboard with the tag that says which version it is. */
export type TaggedStoryboard = { storyboard: StoredStoryboard; etag: string };

/** The newest storyboard of a job. Rejects with status 409 before the job has been planned. */
export async function getStoryboard(jobId: string, options?: ClientOptions): Promise<TaggedStoryboard> {
  return toTagged(await send<StoredStoryboard>({ method: "GET", path: pathOf(jobId) }, options));
}

/**
 * Stores the next version; `approve` has it rendered. `etag` is that of the version which was edited: status 412 when there is a newer one.
 * Rejects with status 409 while the job runs. What `getStoryboard` gave may be handed back as it is.
 */
export async function putStoryboard(
  jobId: string,
  storyboard: Storyboard | StoredStoryboard,
  etag: string,
  options?: ClientOptions,
): Promise<TaggedStoryboard> {
  const call = { method: "PUT", path: pathOf(jobId), body: storyboard, headers: { "if-match": etag } } as const;
  return toTagged(await send<StoredStoryboard>(call, options));
}

const pathOf = (jobId: string): string => `/mcp/storyboard/${encodeURIComponent(jobId)}`;

const toTagged = ({ body, headers }: { body: StoredStoryboard; headers: Headers }): TaggedStoryboard => ({
  storyboard: body,
  etag: headers.get("etag") ?? "*",
});
