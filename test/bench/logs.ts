/**
 * A job's log of many lines, from outside: `bun test/bench/logs.ts [LINES]` (1,000,000 by default). How long pages, searches and a download take,
 * how long anyone else waits meanwhile, and the memory that it takes. Prints figures; asserts nothing.
 */
import { createConnection } from "node:net";
import { residentMb, type Server, startServer } from "./live/processes.ts";
import { sayFigure } from "./measure.ts";
import { quantile } from "./requests.ts";

const lines = Number(process.argv[2] ?? 1_000_000);

/** How long `work` takes, and what others wait for a small answer meanwhile, ms. */
async function beside(server: Server, work: () => Promise<unknown>): Promise<{ seconds: number; waits: number[] }> {
  const waits: number[] = [];
  const startMs = performance.now();
  let isOver = false;
  const ending = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const askedMs = performance.now();
    await (await fetch(`${server.url}/health`)).text();
    waits.push(performance.now() - askedMs);
    await Bun.sleep(5);
  }
  await ending;
  return { seconds: (performance.now() - startMs) / 1000, waits };
}

function say(what: string, { seconds, waits }: Awaited<ReturnType<typeof beside>>): void {
  const waited = `others waited p50 ${quantile(waits, 0.5).toFixed(1)} ms, p99 ${quantile(waits, 0.99).toFixed(1)} ms, at most ${Math.max(...waits).toFixed(1)} ms`;
  console.log(`${what}: ${seconds.toFixed(2)} s; ${waited}`);
}

const server = await startServer("kinora");
const logged = server.hear("logged");
const startMs = performance.now();
server.send({ say: "log", lines });
await logged;
console.log(`${lines.toLocaleString("en")} lines stored in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
const address = `${server.url}/mcp/logs/${server.jobId}`;
const ask = async (query: string) => (await (await fetch(`${address}?${query}`)).json()) as { logs: { seq: number }[]; next: number };

const pages: number[] = [];
for (let page = 0; page < 200; page++) {
  const askedMs = performance.now();
  const { logs } = await ask(`limit=100&after=${Math.floor((lines / 200) * page)}`);
  if (logs.length === 0) throw new Error("A page is empty.");
  pages.push(performance.now() - askedMs);
}
sayFigure("a page of 100 anywhere, p99", quantile(pages, 0.99), 20, " ms");

await beside(server, () => Bun.sleep(1000));
say("nothing", await beside(server, () => Bun.sleep(2000)));
say("search for words that are nowhere", await beside(server, () => ask("search=no%20such%20words")));
say("search for words beyond ASCII", await beside(server, () => ask("search=%C3%A4")));
say("search for the last line", await beside(server, () => ask(`search=frame%3D%20${lines}%20`)));
say("a level that there is not", await beside(server, () => ask("level=ERROR")));
const sixteen = await beside(server, () => Promise.all(Array.from({ length: 16 }, () => ask("search=nowhere"))));
say("sixteen searches at once", sixteen);
sayFigure("others waited beside sixteen searches, p99", quantile(sixteen.waits, 0.99), 50, " ms");

const beforeMb = residentMb(server.pid);
let bytes = 0;
let mostMb = 0;
const download = await beside(server, async () => {
  for await (const chunk of (await fetch(`${address}?format=text`)).body!) {
    bytes += chunk.length;
    mostMb = Math.max(mostMb, residentMb(server.pid));
  }
});
say(`a download of ${(bytes / 1e6).toFixed(0)} MB`, download);
sayFigure("memory that it takes", mostMb - beforeMb, 50, " MB");

const idle = createConnection({ host: "127.0.0.1", port: Number(new URL(server.url).port) }).pause();
idle.write(`GET /mcp/logs/${server.jobId}?format=text HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
const idleMb = residentMb(server.pid);
await Bun.sleep(3000);
sayFigure("memory that a download takes that nobody reads", residentMb(server.pid) - idleMb, 10, " MB");
idle.destroy();
await server.kill();
