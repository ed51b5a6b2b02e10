import type { LogEntry } from "../client/answers.ts";
import { isJobComplete } from "../client/format.ts";
import { openLive } from "../client/live.ts";
import { getLogs, type LogsQuery } from "../client/logs.ts";
import type { ClientOptions } from "../client/options.ts";
import { getJobStatus } from "../client/status.ts";
import { escapeControls } from "../system/log.ts";
import type { Flag, Parsed } from "./flags.ts";
import { callServer, onlyJob } from "./server-call.ts";
import type { Surroundings } from "./studio.ts";

const USAGE = `
Usage: kinora logs JOB [options]

Prints what a job has said. With -f it stays until the job is over, and prints what comes.`;

const FLAGS: Flag[] = [
  { name: "follow", kind: "switch", short: "f", help: "Stay until the job is over" },
  { name: "level", value: "NAME", kind: "text", help: "Only DEBUG, INFO, WARNING or ERROR" },
  { name: "search", value: "WORDS", kind: "text", help: "Only lines with these words in them" },
  { name: "after", value: "N", kind: "number", help: "Only lines with a higher number" },
];
const PAGE = 1000;
/** How long to wait for news before looking all the same, ms. */
const PATIENCE_MS = 5000;

/** `kinora logs`: what a job has said, a line each, and with `-f` what it says. */
export const logs = (args: string[], around: Surroundings): Promise<number> =>
  callServer(args, around, {
    usage: USAGE,
    flags: FLAGS,
    async run(parsed, client, { stdout }) {
      const jobId = onlyJob(parsed, "logs");
      const print = (entry: LogEntry) => stdout.write(parsed.values.json ? `${JSON.stringify(entry)}\n` : sayEntry(entry));
      if (parsed.values.follow) await follow(jobId, toQuery(parsed.values), client, print);
      else await printFrom(jobId, toQuery(parsed.values), client, print);
      return 0;
    },
  });

function toQuery({ level, search, after }: Parsed["values"]): LogsQuery {
  return {
    limit: PAGE,
    after: (after as number | undefined) ?? 0,
    ...(level !== undefined && { level: String(level).toUpperCase() as NonNullable<LogsQuery["level"]> }),
    ...(search !== undefined && { search: String(search) }),
  };
}

const sayEntry = ({ timestamp, level, stage, message }: LogEntry): string =>
  `${timestamp} ${level.padEnd(7)} ${stage ?? "-"}: ${escapeControls(message)}\n`;

/** Prints all that there is, page by page; answers the number of the last line. */
async function printFrom(jobId: string, query: LogsQuery, client: ClientOptions, print: (entry: LogEntry) => void): Promise<number> {
  for (let after = query.after ?? 0; ; ) {
    const page = await getLogs(jobId, { ...query, after }, client);
    page.logs.forEach(print);
    after = page.next;
    if (page.logs.length < PAGE) return after;
  }
}

/** Prints until the job is over and all that it said has been printed. Events say when to look. */
async function follow(jobId: string, query: LogsQuery, client: ClientOptions, print: (entry: LogEntry) => void): Promise<void> {
  const news = openNews();
  const live = openLive(client);
  live.subscribeJob(jobId, news.tell, { logs: true });
  try {
    for (let after = query.after ?? 0; ; ) {
      const isOver = isJobComplete(await getJobStatus(jobId, { ...client, maxAgeMs: 0 }));
      after = await printFrom(jobId, { ...query, after }, client, print);
      if (isOver) return;
      await news.wait(client.signal);
    }
  } finally {
    live.close();
  }
}

/** Waits for news; news that came since the last wait ends the next at once. */
function openNews() {
  let hasNews = false;
  let wake = () => {};
  return {
    tell() {
      hasNews = true;
      wake();
    },
    async wait(signal: AbortSignal | undefined): Promise<void> {
      if (!hasNews)
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal?.addEventListener("abort", () => resolve(), { once: true });
          setTimeout(resolve, PATIENCE_MS);
        });
      hasNews = false;
      signal?.throwIfAborted();
    },
  };
}
