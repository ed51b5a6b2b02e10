/**
 * No-op jobs a second from submission to a durable completion, eight at a time: Kinora against BullMQ and Celery, by turns.
 * `bun test/bench/rivals.ts [SYSTEM ...]`, by default all. `rivals/README.md` says what must be installed. RUNS, JOBS, KINORA_RIVALS, PYTHON as there.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newDataFolder, removeDataFolder, startServer } from "../helpers/server.ts";
import { median } from "./measure.ts";

const scripts = join(import.meta.dir, "rivals");
const folder = process.env.KINORA_RIVALS ?? "/tmp/kinora-rivals";
const python = process.env.PYTHON ?? "/usr/bin/python3";
const runs = Number(process.env.RUNS ?? 3);
const jobs = Number(process.env.JOBS ?? 5000);

/** One way of running one system; answers jobs a second. */
type Contest = { system: string; way: string; run: () => Promise<number> };

/** Runs a program to its end and reads the last line that it prints. */
async function lastLine(command: string[], env: Record<string, string> = {}) {
  const child = Bun.spawn(command, { cwd: scripts, env: { ...process.env, ...env }, stdin: "ignore", stdout: "pipe", stderr: "pipe" });
  const [text, errors] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  if ((await child.exited) !== 0) throw new Error(errors);
  return JSON.parse(text.trim().split("\n").at(-1)!);
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** A Redis of its own, on the disk on which Kinora's data lies as well, every write of which is durable before it is answered. */
async function withRedis<Result>(use: (port: string) => Promise<Result>): Promise<Result> {
  const dir = await mkdtemp(join(process.env.KINORA_TEST_FOLDER ?? tmpdir(), "kinora-redis-"));
  const port = await freePort();
  const durable = ["--appendonly", "yes", "--appendfsync", "always", "--save", "", "--maxmemory-policy", "noeviction"];
  const redis = Bun.spawn(["redis-server", "--port", port, "--bind", "127.0.0.1", "--dir", dir, ...durable], { stdout: "ignore" });
  try {
    while (Bun.spawnSync(["redis-cli", "-p", port, "ping"]).stdout.toString().trim() !== "PONG") await Bun.sleep(50);
    return await use(port);
  } finally {
    redis.kill();
    await redis.exited;
    await rm(dir, { recursive: true });
  }
}

async function runKinora(inFlight: number): Promise<number> {
  const data = await newDataFolder();
  const server = await startServer({ data, args: ["--workers", "8"] });
  try {
    const warm = [process.execPath, join(scripts, "kinora.ts"), server.url, "200", "16"];
    await lastLine(warm);
    const { started, ended } = await lastLine([process.execPath, join(scripts, "kinora.ts"), server.url, `${jobs}`, `${inFlight}`]);
    return jobs / ((ended - started) / 1000);
  } finally {
    await server.end("SIGTERM");
    await removeDataFolder(data);
  }
}

const bullmq = (runtime: string, port: string, role: string, inFlight: number, keep: string): string[] => [
  runtime,
  join(scripts, "bullmq.mjs"),
  ...[folder, port, role, `${jobs}`, `${inFlight}`, keep],
];

const runBullTogether = (runtime: string, inFlight: number, keep: string): Promise<number> =>
  withRedis(async (port) => {
    const { started, ended } = await lastLine(bullmq(runtime, port, "both", inFlight, keep));
    return jobs / ((ended - started) / 1000);
  });

const runBullApart = (runtime: string, inFlight: number, keep: string): Promise<number> =>
  withRedis(async (port) => {
    const worker = lastLine(bullmq(runtime, port, "worker", inFlight, keep));
    await Bun.sleep(1500);
    const { started } = await lastLine(bullmq(runtime, port, "submit", inFlight, keep));
    return jobs / (((await worker).ended - started) / 1000);
  });

const runCelery = (pool: string, late: string, processes: number, threads: number): Promise<number> =>
  withRedis(async (port) => {
    const env = { PORT: port, LATE: late, PYTHONPATH: scripts, PYTHONDONTWRITEBYTECODE: "1" };
    const quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat", "-l", "ERROR"];
    const command = [python, "-m", "celery", "-A", "celery_noop", "worker", "-P", pool, "-c", "8", ...quiet];
    const worker = Bun.spawn(command, { cwd: scripts, env: { ...process.env, ...env }, stdout: "ignore", stderr: "ignore" });
    try {
      await lastLine([python, join(scripts, "celery_noop.py"), "16", "1", "1"], env);
      Bun.spawnSync(["redis-cli", "-p", port, "-n", "1", "flushdb"]);
      const { seconds, jobs: done } = await lastLine(
        [python, join(scripts, "celery_noop.py"), `${Math.round(jobs * 0.4)}`, `${processes}`, `${threads}`],
        env,
      );
      return done / seconds;
    } finally {
      worker.kill();
      await worker.exited;
    }
  });

function contests(): Contest[] {
  const kinora = [16, 64].map((inFlight) => ({ system: "Kinora", way: `${inFlight} in flight`, run: () => runKinora(inFlight) }));
  return [...kinora, ...bullContests(), ...celeryContests()];
}

function bullContests(): Contest[] {
  if (!existsSync(join(folder, "node_modules/bullmq"))) return skipped("BullMQ", `is not in ${folder}`);
  const runtimes = [["Node", Bun.which("node")] as const, ["Bun", process.execPath] as const];
  return runtimes.flatMap(([name, runtime]) =>
    !runtime
      ? []
      : [
          ...[16, 64].map((inFlight) => ({ inFlight, keep: "drop", apart: false })),
          { inFlight: 64, keep: "keep", apart: false },
          { inFlight: 64, keep: "drop", apart: true },
        ].map(({ inFlight, keep, apart }) => ({
          system: "BullMQ",
          way: `${name}, ${inFlight} in flight, ${keep === "keep" ? "finished kept" : "finished removed"}, ${apart ? "two processes" : "one process"}`,
          run: () => (apart ? runBullApart : runBullTogether)(runtime, inFlight, keep),
        })),
  );
}

function celeryContests(): Contest[] {
  if (Bun.spawnSync([python, "-c", "import celery, redis"]).exitCode !== 0) return skipped("Celery", `cannot be imported by ${python}`);
  const ways = [
    { pool: "prefork", late: "0", processes: 1, threads: 16 },
    { pool: "prefork", late: "0", processes: 4, threads: 4 },
    { pool: "prefork", late: "1", processes: 4, threads: 4 },
    { pool: "threads", late: "0", processes: 4, threads: 4 },
  ];
  return ways.map(({ pool, late, processes, threads }) => ({
    system: "Celery",
    way: `${pool}, acknowledged ${late === "1" ? "late" : "early"}, submitted by ${processes} x ${threads}`,
    run: () => runCelery(pool, late, processes, threads),
  }));
}

function skipped(system: string, why: string): Contest[] {
  console.log(`${system} ${why}: left out`);
  return [];
}

if (!Bun.which("redis-server")) {
  console.error("There is no redis-server here. test/bench/rivals/README.md says what to install.");
  process.exit(3);
}
const chosen = process.argv.slice(2).map((name) => name.toLowerCase());
const all = contests().filter(({ system }) => chosen.length === 0 || chosen.includes(system.toLowerCase()));
const rates = all.map(() => [] as number[]);
for (let round = 0; round < runs; round++) {
  for (const [index, { system, way, run }] of all.entries()) {
    const rate = await run();
    rates[index]!.push(rate);
    console.log(`run ${round + 1}  ${system}  ${way}: ${rate.toFixed(0)} jobs/s`);
  }
}
const best = new Map<string, { way: string; rate: number }>();
for (const [index, { system, way }] of all.entries()) {
  const rate = median(rates[index]!);
  if (rate > (best.get(system)?.rate ?? 0)) best.set(system, { way, rate });
}
const ours = best.get("Kinora")?.rate ?? Number.NaN;
console.log(`\nMedians of ${runs}, each system's best way:`);
for (const [system, { way, rate }] of best)
  console.log(`${system.padEnd(7)} ${rate.toFixed(0).padStart(6)} jobs/s  Kinora does ${(ours / rate).toFixed(2)} x  (${way})`);
process.exit([...best.values()].some(({ rate }) => rate > ours) ? 1 : 0);
