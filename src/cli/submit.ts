import { resolve } from "node:path";
import { type CreatedJob, createJob } from "../client/create.ts";
import { formatSeconds } from "../client/format.ts";
import type { FilmRequest } from "../client/words.ts";
import { KinoraError } from "../domain/error.ts";
import type { Flag, Parsed } from "./flags.ts";
import { CAPTION_FLAGS, REQUEST_FLAGS } from "./make-flags.ts";
import { callServer } from "./server-call.ts";
import { readCustom, readScript, readStoryboard } from "./sources.ts";
import type { Surroundings } from "./studio.ts";
import { watchOnScreen } from "./watch.ts";

const USAGE = `
Usage: kinora submit [PROMPT] [options]
       kinora submit --script FILE|- [options]
       kinora submit --storyboard FILE [options]

Has a server make a film, and prints the job's id.

Examples:
  kinora submit "A sunset over the ocean" --watch
  kinora submit --script story.md --priority 8 --server http://192.168.1.5:8080
  kinora submit "Why the sky is blue" --review`;

const FLAGS: Flag[] = [
  { name: "script", value: "FILE", kind: "text", help: "Exact narration from a text file, or - for standard input" },
  { name: "storyboard", value: "FILE", kind: "text", help: "Ready scenes from a JSON file" },
  ...REQUEST_FLAGS,
  { name: "custom", value: "JSON|FILE", kind: "text", help: "What the style custom is to be like" },
  ...CAPTION_FLAGS,
  { name: "priority", value: "N", kind: "number", help: "1 to 10; 10 goes first (default 5)" },
  { name: "review", kind: "switch", help: "Stop after planning until the storyboard is approved" },
  { name: "run-at", value: "TIME", kind: "text", help: "Not before this time, RFC 3339" },
  { name: "callback-url", value: "URL", kind: "text", help: "Where to tell of the end" },
  { name: "watch", kind: "switch", short: "w", help: "Stay and show how it goes; see: kinora watch" },
];
const NAMES_OF_OTHERS = ["script", "storyboard", "custom", "captions", "watch", ...CAPTION_FLAGS.map(({ name }) => name)];

/** `kinora submit`: makes a job on a server. */
export const submit = (args: string[], around: Surroundings): Promise<number> =>
  callServer(args, around, {
    usage: USAGE,
    flags: FLAGS,
    async run(parsed, client, { stdout }) {
      const made = await createJob((await readRequest(parsed, around)) as FilmRequest, client);
      const json = parsed.values.json === true;
      stdout.write(json ? `${JSON.stringify(made)}\n` : `${made.job_id}${sayPlace(made)}\n`);
      return parsed.values.watch ? watchOnScreen(made.job_id, { json }, client, around) : 0;
    },
  });

function sayPlace({ queue_position, estimated_duration }: CreatedJob): string {
  const place = queue_position === null ? "" : `  number ${queue_position} in the queue`;
  return estimated_duration === null ? place : `${place}, done in about ${formatSeconds(estimated_duration)}`;
}

/** What the arguments ask for; the server checks it. */
async function readRequest({ values, positionals }: Parsed, around: Surroundings): Promise<Record<string, unknown>> {
  const fields = FLAGS.filter(({ name }) => values[name] !== undefined && !NAMES_OF_OTHERS.includes(name));
  const given = Object.fromEntries(fields.map(({ name }) => [name.replaceAll("-", "_"), values[name]]));
  const custom = values.custom === undefined ? {} : { custom: await readCustom(String(values.custom), around.cwd) };
  const { parameters = {}, ...source } = await readSource(values, positionals.join(" ").trim(), around);
  return { ...parameters, ...given, ...custom, ...readCaptions(values, parameters.captions), ...source };
}

type Source = { parameters?: Record<string, unknown>; prompt?: string; script?: string; storyboard?: unknown };

async function readSource({ script, storyboard }: Parsed["values"], prompt: string, around: Surroundings): Promise<Source> {
  const count = [prompt || undefined, script, storyboard].filter((source) => source !== undefined).length;
  if (count !== 1)
    throw new KinoraError(
      "invalid_request",
      'Say what the film is about, in one way: kinora submit "A sunset over the ocean", --script or --storyboard.',
    );
  if (script !== undefined) {
    const path = String(script);
    return { script: await readScript(path === "-" ? path : resolve(around.cwd, path), around) };
  }
  return storyboard === undefined ? { prompt } : readStoryboard(resolve(around.cwd, String(storyboard)));
}

/** The captions that flags ask for, over those that a storyboard's parameters have. */
function readCaptions(values: Parsed["values"], before: unknown): { captions?: unknown } {
  const fields = CAPTION_FLAGS.flatMap(({ name }) => (values[name] === undefined ? [] : [[name.replace("caption-", ""), values[name]]]));
  if (fields.length === 0 || values.captions === "off") return values.captions === undefined ? {} : { captions: values.captions };
  const kept = typeof before === "object" ? before : before === undefined || before === "off" ? {} : { look: before };
  return { captions: { ...kept, ...(values.captions !== undefined && { look: values.captions }), ...Object.fromEntries(fields) } };
}
