import { join } from "node:path";
import type { LiveEvent } from "../../src/client/live.ts";
import { newDataFolder, removeDataFolder, type Server, startServer } from "../helpers/server.ts";
import { ROOT } from "../helpers/sources.ts";

/** The server as its source is, with a data folder of its own. */
export async function startFromSource(data?: string): Promise<Server> {
  return startServer({ data: data ?? (await newDataFolder()), command: [process.execPath, join(ROOT, "src/main.ts")] });
}

export async function stop(server: Server): Promise<void> {
  await server.end("SIGTERM");
  await removeDataFolder(server.data);
}

/** A job that does nothing for a while. */
export async function makeNoop({ call }: Pick<Server, "call">, noop_ms = 0, more: object = {}): Promise<string> {
  return (await call("POST", "/mcp/generate", { json: { kind: "noop", noop_ms, ...more } })).body.job_id;
}

/** Every event that the server has kept, by number. */
export async function allEvents({ call }: Pick<Server, "call">, query = ""): Promise<{ seq: number; event: string; job_id?: string }[]> {
  return (await call("GET", `/mcp/events?limit=1000${query}`)).body.events;
}

/** Collects what comes; `until` resolves once what is wanted is there. */
export function collect() {
  const events: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  return {
    events,
    hear(event: LiveEvent) {
      events.push(event);
      for (const look of [...waiting]) look();
    },
    seqs: () => events.flatMap((event) => ("seq" in event && event.seq !== undefined ? [event.seq] : [])),
    until: (isThere: (events: LiveEvent[]) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isThere(events)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
