import { resolve } from "node:path";
import { KinoraError } from "../domain/error.ts";
import type { Parsed } from "./flags.ts";
import { CAPTION_FLAGS, REQUEST_FLAGS } from "./make-flags.ts";
import { readCustom, readScript, readStoryboard } from "./sources.ts";
import type { Surroundings } from "./studio.ts";

/** The captions that flags ask for, over those of a storyboard's parameters; undefined when no flag speaks of any. */
function readCaptions(values: Parsed["values"], before: unknown): unknown {
  const fields = CAPTION_FLAGS.filter(({ name }) => values[name] !== undefined).map(({ name }) => [
    name.replace("caption-", ""),
    values[name],
  ]);
  if (fields.length === 0 || values.captions === "off") return values.captions;
  const kept = typeof before === "object" ? before : before === undefined || before === "off" ? {} : { look: before };
  return { ...kept, ...(values.captions !== undefined && { look: values.captions }), ...Object.fromEntries(fields) };
}

/**
 * The film that the arguments of a command ask for, unchecked: a prompt, `--script` or `--storyboard`, and what flags say of it. Throws
 * `invalid_request` or `script_unreadable`.
 */
export async function readRequest(
  { values, positionals }: Parsed,
  around: Surroundings,
  command: string,
): Promise<Record<string, unknown>> {
  const prompt = positionals.length > 0 ? positionals.join(" ") : undefined;
  const sources = [prompt, values.script, values.storyboard].filter((source) => source !== undefined);
  if (sources.length === 0)
    throw new KinoraError(
      "invalid_request",
      `Say what the film is about: kinora ${command} "A sunset over the ocean". See also: kinora ${command} --help`,
    );
  if (sources.length > 1) throw new KinoraError("invalid_request", "Give only one of a prompt, --script and --storyboard.");
  const fields = REQUEST_FLAGS.filter(({ name }) => values[name] !== undefined);
  const given: Record<string, unknown> = Object.fromEntries(fields.map(({ name }) => [name.replaceAll("-", "_"), values[name]]));
  if (values.custom !== undefined) given.custom = await readCustom(String(values.custom), around.cwd);
  const { parameters, ...source } = await readSource(values, prompt, around);
  const isRestyled = given.style !== undefined && given.style !== parameters.style;
  const { custom, ...unstyled } = parameters;
  const captions = readCaptions(values, parameters.captions);
  return { ...(isRestyled ? unstyled : parameters), ...given, ...(captions !== undefined && { captions }), ...source };
}

type Source = { parameters: Record<string, unknown>; prompt?: string; script?: string; storyboard?: unknown };

async function readSource({ script, storyboard }: Parsed["values"], prompt: string | undefined, around: Surroundings): Promise<Source> {
  if (prompt !== undefined) return { parameters: {}, prompt };
  if (script === undefined) return readStoryboard(resolve(around.cwd, String(storyboard)));
  const path = String(script);
  return { parameters: {}, script: await readScript(path === "-" ? path : resolve(around.cwd, path), around) };
}
