/**
 * The engine over HTTP, from outside: `bun test/bench/api.ts [PART ...]`, by default all of them: start, idle, claim, cancel, list, submit.
 * JOBS sets how many jobs are listed (100,000), KINORA the program (dist/kinora). Prints figures; asserts nothing.
 */
import { readFileSync } from "node:fs";
import { keptFiles } from "../helpers/kinora.ts";
import { newDataFolder, removeDataFolder, type Server, startServer, until, untilOver } from "../helpers/server.ts";
import { childrenOf, filmRequest } from "../helpers/server-films.ts";
import { seedJobs } from "./api/seed.ts";
import { benchSubmit } from "./api/submit.ts";
import { median, sayFigure } from "./measure.ts";
import { quantile, request, sendAll } from "./requests.ts";

/** Uses a server of its own. */
async function withServer<Result>(use: (server: Server) => Promise<Result>, args: string[] = [], data?: string): Promise<Result> {
  const server = await startServer({ data: data ?? (await newDataFolder()), args });
  try {
    return await use(server);
  } finally {
    await server.end("SIGTERM");
    await removeDataFolder(server.data);
  }
}

async function start(): Promise<void> {
  const data = await newDataFolder();
  const tookMs: number[] = [];
  for (let run = 0; run < 11; run++) {
    const began = performance.now();
    const server = await startServer({ data });
    if ((await fetch(`${server.url}/health`)).status !== 200) throw new Error("It is not healthy.");
    tookMs.push(performance.now() - began);
    await server.end("SIGTERM");
  }
  await removeDataFolder(data);
  console.log(`first start of all, in an empty folder: ${tookMs[0]!.toFixed(0)} ms`);
  sayFigure("start to first HTTP 200, median of 10", median(tookMs.slice(1)), 100, " ms");
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;

async function idle(): Promise<void> {
  await withServer(async ({ pid, call }) => {
    await call("GET", "/health");
    await Bun.sleep(5000);
    sayFigure("resident memory, 5 s after start", residentMb(pid), 80, " MB");
  });
}

async function claim(): Promise<void> {
  await withServer(
    async (server) => {
      const claimedMs: number[] = [];
      const doneMs: number[] = [];
      for (let index = 0; index < 200; index++) {
        const { body } = await server.call("POST", "/mcp/generate", { json: { kind: "noop" } });
        const { created_at, started_at, finished_at } = await untilOver(server, body.job_id);
        claimedMs.push(microseconds(started_at, created_at) / 1000);
        doneMs.push(microseconds(finished_at, started_at) / 1000);
      }
      console.log(`stored to claimed: median ${median(claimedMs).toFixed(1)} ms, p95 ${quantile(claimedMs, 0.95).toFixed(1)} ms`);
      console.log(`claimed to back from a worker: the first job ${doneMs[0]!.toFixed(1)} ms, median ${median(doneMs).toFixed(1)} ms`);
      // It ran somewhere between.
      sayFigure("claimed to back from a worker, p95", quantile(doneMs, 0.95), 20, " ms");
    },
    ["--workers", "8"],
  );
}

/** Microseconds between two times as the API writes them. */
const microseconds = (later: string, earlier: string): number =>
  (Date.parse(`${later.slice(0, 19)}Z`) - Date.parse(`${earlier.slice(0, 19)}Z`)) * 1000 +
  Number(later.slice(20, 26)) -
  Number(earlier.slice(20, 26));

async function cancel(): Promise<void> {
  const answeredMs: number[] = [];
  const leftMs: number[] = [];
  for (let run = 0; run < 5; run++) {
    await withServer(async (server) => {
      const { body } = await server.call("POST", "/mcp/generate", { json: filmRequest(8, { quality: "720p", seed: run }) });
      const look = async () => (await keptFiles(server.data, "render")).size > 0 && (await childrenOf(server)).length > 0;
      await until(look, Boolean);
      const began = performance.now();
      const { status } = await server.call("POST", `/mcp/cancel/${body.job_id}`);
      const answered = performance.now();
      while ((await childrenOf(server)).length > 0) await Bun.sleep(2);
      if (status !== 200) throw new Error(`cancelling answered ${status}`);
      answeredMs.push(answered - began);
      leftMs.push(performance.now() - answered);
    });
  }
  console.log(`cancel of a rendering job answered after ${median(answeredMs).toFixed(0)} ms, median of 5`);
  sayFigure("its answer to the last child gone, the longest of 5", Math.max(...leftMs), 1000, " ms");
}

const LISTS = [
  "",
  "&status=completed",
  "&status=failed&priority=5",
  "&style=cinematic",
  "&sort_by=updated_at",
  "&sort_by=progress&sort_order=asc",
  "&sort_by=priority&offset=900",
  "&priority=8&sort_by=duration_target",
  "&kind=generate&offset=500",
];

async function list(): Promise<void> {
  const jobs = Number(process.env.JOBS ?? 100_000);
  const data = await newDataFolder();
  await seedJobs(data, jobs);
  await withServer(
    async ({ url, call }) => {
      const { total } = (await call("GET", "/mcp/jobs?limit=1")).body.pagination;
      if (total !== jobs) throw new Error(`${total} jobs are listed instead of ${jobs}.`);
      const get = (query: string) => request(url, "GET", `/mcp/jobs?limit=50${query}`);
      for (const clients of [1, 16]) {
        const tookMs = await sendAll(url, clients, 900, (index) => get(LISTS[index % LISTS.length]!), 200);
        console.log(`${jobs.toLocaleString("en")} jobs, ${clients} clients, first 1,000 rows: p50 ${quantile(tookMs, 0.5).toFixed(2)} ms`);
        sayFigure(`  p99 over HTTP, ${clients} clients`, quantile(tookMs, 0.99), clients === 1 ? 10 : 100, " ms");
      }
      const deep = await sendAll(url, 1, 300, (index) => get(`${LISTS[index % 6]!}&offset=${(index * 7919) % (jobs / 20)}`), 200);
      sayFigure("  p99 over HTTP, deep", quantile(deep, 0.99), 25, " ms");
      const words = await sendAll(url, 1, 300, (index) => get(`&search=${["river", "night%20city", "zebra", "the"][index % 4]}`), 200);
      sayFigure("  p99 over HTTP, search by words", quantile(words, 0.99), 15, " ms");
    },
    [],
    data,
  );
}

async function submit(): Promise<void> {
  await benchSubmit();
  await withServer(async ({ url }) => {
    const film = (index: number) => ({ prompt: `The life of river ${index}`, run_at: "2099-01-01T00:00:00Z" });
    const send = (index: number) => request(url, "POST", "/mcp/generate", film(index));
    for (const clients of [1, 16, 64]) {
      await sendAll(url, clients, 200, send, 202);
      const tookMs = await sendAll(url, clients, 3000, send, 202);
      const [p50, p99] = [quantile(tookMs, 0.5), quantile(tookMs, 0.99)];
      console.log(
        `POST /mcp/generate over HTTP, ${clients} clients in another process: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
      );
    }
  });
}

const PARTS: Record<string, () => Promise<void>> = { start, idle, claim, cancel, list, submit };
const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  console.log(`\n${name}`);
  await PARTS[name]!();
}
