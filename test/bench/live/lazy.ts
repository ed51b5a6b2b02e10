import { readFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { sayFigure } from "../measure.ts";
import { quantile } from "../requests.ts";
import { latencies } from "./latency.ts";
import { emit, readHeard, residentMb, type Server, startClients, startServer } from "./processes.ts";

const PER_SEC = 1000;
/** Bytes that may wait for a socket (`src/server/realtime/limits.ts`). */
const LIMIT = 1 << 20;
const ALL = '{"event":"subscribe_all_jobs"}';

/** A socket that asks for everything and never reads. */
function openLazy(port: number): Socket {
  const socket = createConnection({ host: "127.0.0.1", port }).pause();
  const key = "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n";
  socket.write(`GET /ws HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n${key}\r\n`);
  setTimeout(() => socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | ALL.length, 0, 0, 0, 0]), Buffer.from(ALL)])), 200);
  socket.on("error", () => undefined);
  return socket;
}

const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, "0");

/** Whether the server's end of a connection is still open, by the kernel's table. */
function isOpen(server: number, client: number): boolean {
  const line = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .find(
      (one) =>
        one.includes(`:${hex(server)} `) &&
        one.includes(`:${hex(client)} `) &&
        one.indexOf(`:${hex(server)} `) < one.indexOf(`:${hex(client)} `),
    );
  return line !== undefined && line.trim().split(/\s+/)[3] === "01";
}

async function phase(server: Server, seconds: number, lazy?: Socket) {
  const port = Number(new URL(server.url).port);
  const local = lazy?.localPort ?? 0;
  let droppedMs: number | undefined;
  let mostMb = 0;
  const startMb = residentMb(server.pid);
  const timer = setInterval(() => {
    mostMb = Math.max(mostMb, residentMb(server.pid));
    if (lazy && droppedMs === undefined && !isOpen(port, local)) droppedMs = performance.timeOrigin + performance.now();
  }, 50);
  const saved = await emit(server, PER_SEC, seconds);
  await Bun.sleep(500);
  clearInterval(timer);
  return { saved, droppedMs, grownMb: mostMb - startMb };
}

/** How much of what was sent the kernel took: the number of the last event in it. */
async function readAll(socket: Socket): Promise<{ last: number; bytes: number; events: number }> {
  let text = "";
  let bytes = 0;
  let events = 0;
  let last = 0;
  socket.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    text += chunk.toString("latin1");
    for (const [, seq] of text.matchAll(/\{"seq":(\d+),/g)) {
      last = Math.max(last, Number(seq));
      events++;
    }
    text = text.slice(-20);
  });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.resume();
  await Promise.race([closed, Bun.sleep(5000)]);
  return { last, bytes, events };
}

/** A socket that never reads, beside ten that do. */
export async function benchLazy(seconds: number): Promise<void> {
  const server = await startServer("kinora");
  const clients = await startClients(server.url, 10, { event: "subscribe_all_jobs" });
  const startMb = residentMb(server.pid);
  // Until the database's cache has the size that it keeps.
  await emit(server, 4 * PER_SEC, seconds / 2);
  const warmMb = residentMb(server.pid);
  await Bun.sleep(1000);
  await readHeard(clients);
  const without = await phase(server, seconds / 2);
  const before = await latencies([clients], without.saved);
  const lazy = openLazy(Number(new URL(server.url).port));
  await Bun.sleep(500);
  const withLazy = await phase(server, seconds, lazy);
  const after = await latencies([clients], withLazy.saved);
  const say = ({ tookMs, lost }: typeof before) =>
    `p50 ${quantile(tookMs, 0.5).toFixed(2)} ms, p99 ${quantile(tookMs, 0.99).toFixed(2)} ms, ${lost} lost`;
  console.log(`${PER_SEC} events/s for ${seconds} s; memory ${startMb.toFixed(0)} MB at first, ${warmMb.toFixed(0)} MB with full caches`);
  console.log(`memory grew by ${without.grownMb.toFixed(1)} MB in half the time without one that never reads`);
  console.log(`ten that read, alone: ${say(before)}; beside one that does not: ${say(after)}`);
  sayFigure("memory grew beside one that never reads", withLazy.grownMb, 5, " MB");
  sayFigure("lost by the others", after.lost, 0, "");
  sayDrop(withLazy, await readAll(lazy));
  await clients.kill();
  server.send({ say: "stop" });
}

function sayDrop(
  { saved, droppedMs }: Awaited<ReturnType<typeof phase>>,
  { last, bytes, events }: Awaited<ReturnType<typeof readAll>>,
): void {
  if (droppedMs === undefined) {
    console.log(`not dropped: the kernel took all ${(bytes / 1e6).toFixed(1)} MB`);
    return;
  }
  const each = bytes / Math.max(1, events);
  const atLimit = [...saved].find(([seq]) => (seq - last) * each >= LIMIT);
  console.log(`dropped after ${(bytes / 1e6).toFixed(1)} MB that the kernel took and ${(LIMIT / 1e6).toFixed(1)} MB that waited`);
  sayFigure("dropped after the limit", atLimit ? (droppedMs - atLimit[1]) / 1000 : 0, 2, " s");
}
