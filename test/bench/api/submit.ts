import { Database } from "bun:sqlite";
import { join } from "node:path";
import { Settings } from "../../../src/domain/settings.ts";
import { createApp } from "../../../src/server/app.ts";
import { openJobService } from "../../../src/service/jobs.ts";
import { openStore } from "../../../src/store/open.ts";
import { newDataFolder, removeDataFolder } from "../../helpers/server.ts";
import { fakePremises } from "../../server/fake-premises.ts";
import { median, sayFigure } from "../measure.ts";
import { quantile } from "../requests.ts";

const CLIENTS = 16;
const COUNT = 1600;
const RUNS = 5;

/** One way of keeping a job; resolves when it is on the disk. */
type Keep = (index: number) => Promise<unknown>;

const body = (index: number) => JSON.stringify({ prompt: `The life of river ${index}`, run_at: "2099-01-01T00:00:00Z" });
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The whole server in this process, without a port: what is asked is read, checked, stored and answered. Nothing runs the jobs. */
function openWhole(data: string): { keep: Keep; close: () => void } {
  const nowUs = () => Math.round((performance.timeOrigin + performance.now()) * 1000);
  const store = openStore(join(data, "whole.db"), { nowUs });
  const idle = { wake() {}, stopJob: async () => undefined, prefetch() {}, stop: async () => undefined };
  const scheduler = { ...idle, state: () => ({ slots: 8, running: [], places: [] }), estimateSec: () => 60, waitSec: () => 0 };
  const settings = Settings.parse({});
  const makeId = () => Bun.randomUUIDv7();
  const premises = fakePremises();
  const means = { preferences: premises.preferences, store, scheduler, settings, nowUs, makeId, jobsFolder: join(data, "jobs") };
  const service = openJobService({ ...means, freeBytes: async () => 1e12, ffmpeg: () => ({ ok: true, detail: "" }) });
  const noData = () => Promise.reject(new Error("There is no page here."));
  const noQueue = { depth: {}, places: [], threads: 2, oldestWaiting: null, nextStartSec: 0 };
  const choices = { voices: [], styles: [], languages: [], samples: { find: noData }, queue: () => noQueue };
  const app = createApp({
    service,
    settings,
    version: "0",
    noop: true,
    data: noData,
    ...choices,
    ...premises,
    nowUs,
    logFailure: console.error,
  });
  const headers = { "content-type": "application/json" };
  return {
    async keep(index) {
      const answer = await app.handle(new Request("http://localhost/mcp/generate", { method: "POST", headers, body: body(index) }));
      if (answer.status !== 202) throw new Error(await answer.text());
      return answer.text();
    },
    close: () => store.close(),
  };
}

/** A table with nothing but the job in it. `alone` gives each insert a transaction of its own, else those of a turn of the event loop share one. */
function openBare(data: string, alone: boolean): { keep: Keep; close: () => void } {
  const db = new Database(join(data, `bare-${alone}.db`), { create: true });
  for (const setting of ["journal_mode = WAL", "synchronous = FULL"]) db.run(`PRAGMA ${setting}`);
  db.run("CREATE TABLE IF NOT EXISTS jobs (id TEXT PRIMARY KEY, request TEXT NOT NULL, created INTEGER NOT NULL)");
  const insert = db.prepare("INSERT INTO jobs VALUES (?, ?, ?)");
  const keepOne = (index: number) => insert.run(Bun.randomUUIDv7(), body(index), Date.now());
  let turn: Promise<void> | undefined;
  let waiting: number[] = [];
  const commit = db.transaction((group: number[]) => void group.forEach(keepOne));
  const share = () => {
    turn ??= nextTurn().then(() => {
      const group = waiting;
      waiting = [];
      turn = undefined;
      commit(group);
    });
    return turn;
  };
  return {
    async keep(index) {
      if (alone) return nextTurn().then(() => keepOne(index));
      waiting.push(index);
      return share();
    },
    close: () => db.close(),
  };
}

async function timeAll(keep: Keep, clients: number, count: number): Promise<number[]> {
  const tookMs: number[] = [];
  let next = 0;
  const client = async () => {
    while (next < count) {
      const start = performance.now();
      await keep(next++);
      tookMs.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return tookMs;
}

/** POST /mcp/generate against a bare durable insert, in this process, by turns: what each takes at 16 clients. */
export async function benchSubmit(): Promise<void> {
  const data = await newDataFolder();
  const ways = { whole: openWhole(data), alone: openBare(data, true), shared: openBare(data, false) };
  const p50: Record<string, number[]> = { whole: [], alone: [], shared: [] };
  const p99: Record<string, number[]> = { whole: [], alone: [], shared: [] };
  const single = await timeAll(ways.alone.keep, 1, 500);
  console.log(`one bare insert alone: p50 ${quantile(single, 0.5).toFixed(2)} ms, p99 ${quantile(single, 0.99).toFixed(2)} ms`);
  await timeAll(ways.whole.keep, CLIENTS, COUNT);
  for (let run = 0; run < RUNS; run++) {
    for (const [name, { keep }] of Object.entries(ways)) {
      const tookMs = await timeAll(keep, CLIENTS, COUNT);
      p50[name]!.push(quantile(tookMs, 0.5));
      p99[name]!.push(quantile(tookMs, 0.99));
    }
  }
  const say = (name: string, what: string) =>
    console.log(`${what}: p50 ${median(p50[name]!).toFixed(2)} ms, p99 ${median(p99[name]!).toFixed(2)} ms`);
  say("whole", `POST /mcp/generate, answered, ${CLIENTS} clients`);
  say("alone", `bare inserts, each its own transaction, ${CLIENTS} clients`);
  say("shared", `bare inserts, one transaction a turn, ${CLIENTS} clients`);
  sayFigure("POST against bare inserts, p99", median(p99.whole!) / median(p99.alone!), 2, " x");
  sayFigure("POST against bare inserts that share transactions, p99", median(p99.whole!) / median(p99.shared!), 2, " x");
  for (const { close } of Object.values(ways)) close();
  await removeDataFolder(data);
}
