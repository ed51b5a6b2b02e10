import { median, sayFigure } from "../measure.ts";
import { quantile } from "../requests.ts";
import { type Clients, emit, readHeard, startClients, startServer } from "./processes.ts";

const PER_SEC = 20;
const ROUNDS = 3;

/** Milliseconds from each event's being saved to its being heard, of all sockets, and how many were not heard. */
export async function latencies(clients: Clients[], saved: ReadonlyMap<number, number>) {
  const tookMs: number[] = [];
  let lost = 0;
  for (const one of clients) {
    const { sockets, heard } = await readHeard(one);
    const times = new Map(heard);
    for (const [seq, ms] of saved) {
      const heardMs = times.get(seq) ?? [];
      lost += sockets - heardMs.length;
      for (const at of heardMs) tookMs.push(at - ms);
    }
  }
  return { tookMs, lost };
}

async function round(kind: "kinora" | "bare", sockets: number, seconds: number) {
  const server = await startServer(kind);
  const clients = await startClients(server.url, sockets, kind === "kinora" ? { event: "subscribe_all_jobs" } : undefined);
  await emit(server, PER_SEC, 2);
  await Bun.sleep(500);
  await readHeard(clients);
  const saved = await emit(server, PER_SEC, seconds);
  await Bun.sleep(1000);
  const { tookMs, lost } = await latencies([clients], saved);
  await clients.kill();
  server.send({ say: "stop" });
  const [p50, p99] = [quantile(tookMs, 0.5), quantile(tookMs, 0.99)];
  console.log(`${kind}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${tookMs.length.toLocaleString("en")} heard, ${lost} lost`);
  return { p50, p99, lost };
}

/** From saved to heard against the least that Bun can do, in turns. */
export async function benchLatency(sockets: number, seconds: number): Promise<void> {
  console.log(`${sockets.toLocaleString("en")} sockets, ${PER_SEC} events/s for ${seconds} s, ${ROUNDS} times each`);
  const [bare, kinora]: { p50: number; p99: number; lost: number }[][] = [[], []];
  for (let index = 0; index < ROUNDS; index++) {
    bare!.push(await round("bare", sockets, seconds));
    kinora!.push(await round("kinora", sockets, seconds));
  }
  const ratio = (part: "p50" | "p99") => median(kinora!.map((one) => one[part])) / median(bare!.map((one) => one[part]));
  sayFigure("p50 against a bare publish", ratio("p50"), 1.5, "x");
  sayFigure("p99 against a bare publish", ratio("p99"), 1.5, "x");
  sayFigure(
    "lost",
    kinora!.reduce((sum, { lost }) => sum + lost, 0),
    0,
    "",
  );
}
