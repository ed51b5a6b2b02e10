import { KinoraError } from "../domain/error.ts";

const TAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")*)\s*$/;

/** An entity tag as a header has it. */
export const quoteTag = (tag: string): string => `"${tag}"`;

/** The tags that `If-Match` names, `*` for any. Weak ones are left out, since they never match strongly (RFC 9110, 13.1.1). Throws `revision_required` or `invalid_request`. */
export function readIfMatch(headers: Headers): string[] {
  const value = headers.get("if-match");
  if (value === null)
    throw new KinoraError(
      "revision_required",
      "Send If-Match with the ETag of the storyboard that you have read, so that nobody's edit is lost.",
    );
  return readTags(value)
    .filter(({ weak }) => !weak)
    .map(({ tag }) => tag);
}

/** Whether `If-None-Match` names a tag: then nothing needs to be sent (RFC 9110, 13.1.2). */
export function isFresh(headers: Headers, tag: string): boolean {
  const value = headers.get("if-none-match");
  if (value === null || !TAGS.test(value)) return false;
  return readTags(value).some((named) => named.tag === "*" || named.tag === tag);
}

function readTags(value: string): { tag: string; weak: boolean }[] {
  const message = 'must be entity tags in quotes, as in "abc", or *';
  if (!TAGS.test(value)) throw new KinoraError("invalid_request", `If-Match ${message}.`, { faults: [{ path: "If-Match", message }] });
  if (value.trim() === "*") return [{ tag: "*", weak: false }];
  return [...value.matchAll(/(W\/)?"([^"]*)"/g)].map(([, weak, tag]) => ({ tag: tag!, weak: weak !== undefined }));
}
