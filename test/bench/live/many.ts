import { sayFigure } from "../measure.ts";
import { quantile } from "../requests.ts";
import { latencies } from "./latency.ts";
import { emit, readHeard, residentMb, startClients, startServer } from "./processes.ts";

const PROCESSES = 4;

/** Sockets that all stay open and hear everything, and what they cost. */
export async function benchMany(sockets: number): Promise<void> {
  const server = await startServer("kinora");
  const beforeMb = residentMb(server.pid);
  const each = Math.ceil(sockets / PROCESSES);
  const clients = await Promise.all(
    Array.from({ length: PROCESSES }, () => startClients(server.url, each, { event: "subscribe_all_jobs" })),
  );
  await emit(server, 2, 2);
  await Bun.sleep(2000);
  await Promise.all(clients.map(readHeard));
  const saved = await emit(server, 2, 10);
  await Bun.sleep(5000);
  const { tookMs, lost } = await latencies(clients, saved);
  console.log(
    `${(each * PROCESSES).toLocaleString("en")} sockets, 2 events/s: p50 ${quantile(tookMs, 0.5).toFixed(0)} ms, p99 ${quantile(tookMs, 0.99).toFixed(0)} ms (the clients' processors above all)`,
  );
  console.log(`${tookMs.length.toLocaleString("en")} heard; memory ${beforeMb.toFixed(0)} MB before the first`);
  sayFigure("lost", lost, 0, "");
  sayFigure("resident memory", residentMb(server.pid), 200, " MB");
  for (const one of clients) await one.kill();
  server.send({ say: "stop" });
}
