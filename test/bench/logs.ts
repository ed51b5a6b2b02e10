/**
 * A job's log of many lines, from outside: `bun test/bench/logs.ts [LINES]` (1,000,000 by default). How long pages, searches and a download take,
 * how long anyone else waits meanwhile, and the memory that it takes. Prints figures; asserts nothing.
 */
import { createConnection } from "node:net";
import { beside, sayBeside } from "./beside.ts";
import { residentMb, startServer } from "./live/processes.ts";
import { sayFigure } from "./measure.ts";
import { quantile } from "./requests.ts";

const lines = Number(process.argv[2] ?? 1_000_000);

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

await beside(server.url, () => Bun.sleep(1000));
sayBeside("nothing", await beside(server.url, () => Bun.sleep(2000)));
sayBeside("search for words that are nowhere", await beside(server.url, () => ask("search=no%20such%20words")));
sayBeside("search for words beyond ASCII", await beside(server.url, () => ask("search=%C3%A4")));
sayBeside("search for the last line", await beside(server.url, () => ask(`search=frame%3D%20${lines}%20`)));
sayBeside("a level that there is not", await beside(server.url, () => ask("level=ERROR")));
const sixteen = await beside(server.url, () => Promise.all(Array.from({ length: 16 }, () => ask("search=nowhere"))));
sayBeside("sixteen searches at once", sixteen);
sayFigure("others waited beside sixteen searches, p99", quantile(sixteen.waits, 0.99), 50, " ms");

const beforeMb = residentMb(server.pid);
let bytes = 0;
let mostMb = 0;
const download = await beside(server.url, async () => {
  for await (const chunk of (await fetch(`${address}?format=text`)).body!) {
    bytes += chunk.length;
    mostMb = Math.max(mostMb, residentMb(server.pid));
  }
});
sayBeside(`a download of ${(bytes / 1e6).toFixed(0)} MB`, download);
sayFigure("memory that it takes", mostMb - beforeMb, 50, " MB");

const idle = createConnection({ host: "127.0.0.1", port: Number(new URL(server.url).port) }).pause();
idle.write(`GET /mcp/logs/${server.jobId}?format=text HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
const idleMb = residentMb(server.pid);
await Bun.sleep(3000);
sayFigure("memory that a download takes that nobody reads", residentMb(server.pid) - idleMb, 10, " MB");
idle.destroy();
await server.kill();
