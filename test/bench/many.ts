/**
 * Many jobs at once, from outside: `bun test/bench/many.ts [JOBS] [FILE]` (1,000,000 by default, in a file that is filled once where one is named).
 * How long exports and bulk actions take, how long anyone else waits meanwhile, and the memory that they take. Prints figures; asserts nothing.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beside, sayBeside } from "./beside.ts";
import { residentMb } from "./live/processes.ts";
import { sayFigure } from "./measure.ts";
import { quantile } from "./requests.ts";
import { fill } from "./store-fill.ts";

const jobs = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "kinora-bench-many-"));
const file = process.argv[3] ?? join(folder, "kinora.db");
if (!existsSync(file)) fill(file, jobs);

const opened = Promise.withResolvers<string>();
const server = Bun.spawn([process.execPath, `${import.meta.dir}/many/server.ts`, file], {
  stdio: ["ignore", "inherit", "inherit"],
  ipc: (message: string) => opened.resolve(message),
});
const url = await opened.promise;
const beforeMb = residentMb(server.pid);
let mostMb = 0;

async function download(query: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of (await fetch(`${url}/mcp/export?${query}`)).body!) {
    bytes += chunk.length;
    mostMb = Math.max(mostMb, residentMb(server.pid));
  }
  return bytes;
}

async function act(action: "cancel" | "retry", filter: object): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/mcp/bulk`, { method: "POST", headers, body: JSON.stringify({ action, filter }) });
  const { done, remaining } = (await answer.json()) as { done: number; remaining: number };
  return `${done.toLocaleString("en")} done, ${remaining.toLocaleString("en")} left`;
}

try {
  sayBeside("nothing", await beside(url, () => Bun.sleep(2000)));
  for (const format of ["json", "csv"]) {
    let bytes = 0;
    const exported = await beside(url, async () => {
      bytes = await download(`format=${format}`);
    });
    sayBeside(`${jobs.toLocaleString("en")} jobs as ${(bytes / 1e6).toFixed(0)} MB of ${format}`, exported);
    sayFigure("others waited, p99", quantile(exported.waits, 0.99), 50, " ms");
  }
  sayFigure("memory that exports take", mostMb - beforeMb, 200, " MB");
  sayBeside("jobs of which there are few", await beside(url, () => download("status=scene_planning&style=social&priority=3")));
  sayBeside("a word and a status", await beside(url, () => download("search=w1&status=failed")));

  const idle = createConnection({ host: "127.0.0.1", port: Number(new URL(url).port) }).pause();
  idle.write("GET /mcp/export HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
  const idleMb = residentMb(server.pid);
  await Bun.sleep(3000);
  sayFigure("memory that an export takes that nobody reads", residentMb(server.pid) - idleMb, 20, " MB");
  idle.destroy();

  for (const [action, filter] of [
    ["retry", { status: "failed" }],
    ["cancel", { status: "pending" }],
  ] as const) {
    let told = "";
    const acted = await beside(url, async () => {
      told = await act(action, filter);
    });
    sayBeside(`${action}: ${told}`, acted);
    sayFigure("others waited, p99", quantile(acted.waits, 0.99), 100, " ms");
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
