import { type CreatedJob, createJob } from "../client/create.ts";
import { formatSeconds } from "../client/format.ts";
import type { FilmRequest } from "../client/words.ts";
import type { Flag, Parsed } from "./flags.ts";
import { CAPTION_FLAGS, REQUEST_FLAGS } from "./make-flags.ts";
import { readRequest } from "./request.ts";
import { callServer } from "./server-call.ts";
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

const QUEUE_FLAGS: Flag[] = [
  { name: "priority", value: "N", kind: "number", help: "1 to 10; 10 goes first (default 5)" },
  { name: "review", kind: "switch", help: "Stop after planning until the storyboard is approved" },
  { name: "run-at", value: "TIME", kind: "text", help: "Not before this time, RFC 3339" },
  { name: "callback-url", value: "URL", kind: "text", help: "Where to tell of the end" },
];
const FLAGS: Flag[] = [
  { name: "script", value: "FILE", kind: "text", help: "Exact narration from a text file, or - for standard input" },
  { name: "storyboard", value: "FILE", kind: "text", help: "Ready scenes from a JSON file" },
  ...REQUEST_FLAGS,
  { name: "custom", value: "JSON|FILE", kind: "text", help: "What the style custom is to be like" },
  ...CAPTION_FLAGS,
  ...QUEUE_FLAGS,
  { name: "watch", kind: "switch", short: "w", help: "Stay and show how it goes; see: kinora watch" },
];

/** `kinora submit`: makes a job on a server. */
export const submit = (args: string[], around: Surroundings): Promise<number> =>
  callServer(args, around, {
    usage: USAGE,
    flags: FLAGS,
    async run(parsed, client, { stdout }) {
      const made = await createJob(await readOrder(parsed, around), client);
      const json = parsed.values.json === true;
      stdout.write(json ? `${JSON.stringify(made)}\n` : `${made.job_id}${sayPlace(made)}\n`);
      return parsed.values.watch ? watchOnScreen(made.job_id, { json }, client, around) : 0;
    },
  });

function sayPlace({ queue_position, estimated_duration }: CreatedJob): string {
  const place = queue_position === null ? "" : `  number ${queue_position} in the queue`;
  return estimated_duration === null ? place : `${place}, done in about ${formatSeconds(estimated_duration)}`;
}

/** What only a queue is told, and what the film is to be; the server checks it. */
async function readOrder(parsed: Parsed, around: Surroundings): Promise<FilmRequest> {
  const { values } = parsed;
  const fields = QUEUE_FLAGS.filter(({ name }) => values[name] !== undefined);
  const given = Object.fromEntries(fields.map(({ name }) => [name.replaceAll("-", "_"), values[name]]));
  return { ...(await readRequest(parsed, around, "submit")), ...given };
}
