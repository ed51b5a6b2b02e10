import { readFileSync } from "node:fs";
import type { FromClients, FromServer, ToClients, ToServer } from "./talk.ts";

/** A process of a bench, which is spoken to by messages. */
type Spoken<To, From extends { say: string }> = {
  pid: number;
  send: (message: To) => void;
  /** Resolves with the next message of a kind. */
  hear: <Say extends From["say"]>(say: Say) => Promise<Extract<From, { say: Say }>>;
  kill: () => Promise<void>;
};

function start<To, From extends { say: string }>(file: string, args: string[] = []): Spoken<To, From> {
  const waiting = new Map<string, (message: From) => void>();
  const child = Bun.spawn([process.execPath, `${import.meta.dir}/${file}`, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    serialization: "advanced",
    ipc: (message: From) => waiting.get(message.say)?.(message),
  });
  return {
    pid: child.pid,
    send: (message) => child.send(message),
    hear: (say) => new Promise((resolve) => waiting.set(say, resolve as (message: From) => void)),
    async kill() {
      child.kill("SIGKILL");
      await child.exited;
    },
  };
}

export type Server = Spoken<ToServer, FromServer> & { url: string; jobId: string };
export type Clients = Spoken<ToClients, FromClients>;

/** Starts a server and waits until it answers. */
export async function startServer(kind: "kinora" | "bare"): Promise<Server> {
  const server = start<ToServer, FromServer>("server.ts", [kind]);
  const { url, jobId } = await server.hear("open");
  return { ...server, url, jobId };
}

/** Opens sockets that say `hello`, in a process of their own. */
export async function startClients(url: string, count: number, hello?: object): Promise<Clients> {
  const clients = start<ToClients, FromClients>("clients.ts");
  const opened = clients.hear("opened");
  clients.send({ say: "open", url, count, hello: hello && JSON.stringify(hello) });
  await opened;
  return clients;
}

/** So many events a second for so long; answers when each was saved. */
export async function emit(server: Server, perSec: number, seconds: number): Promise<Map<number, number>> {
  const ran = server.hear("ran");
  server.send({ say: "run", perSec, seconds });
  const { times } = await ran;
  return new Map(Array.from({ length: times.length / 2 }, (_, index) => [times[2 * index]!, times[2 * index + 1]!]));
}

/** What sockets have heard since they were last asked. */
export async function readHeard(clients: Clients) {
  const heard = clients.hear("heard");
  clients.send({ say: "report" });
  return heard;
}

/** What a process holds in memory, MB. */
export const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
