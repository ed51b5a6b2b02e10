import { Database } from "bun:sqlite";
import type { NewJob, Store } from "../../src/store/store.ts";
import { newJob } from "../store/fill.ts";

const WRITERS = 16;

const fresh = (): NewJob => {
  const now = Date.now() * 1000;
  return newJob({ id: Bun.randomUUIDv7(), createdUs: now, updatedUs: now, prompt: "a lighthouse keeper and the storm of the century" });
};

/** Milliseconds that each of `count` calls took while so many callers each wait for theirs. */
async function storm(count: number, write: () => Promise<unknown>): Promise<{ p50: number; p99: number; perSec: number }> {
  const taken: number[] = [];
  const started = performance.now();
  const writer = async () => {
    for (let done = 0; done < count / WRITERS; done++) {
      const from = performance.now();
      await write();
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  const seconds = (performance.now() - started) / 1000;
  taken.sort((a, b) => a - b);
  const at = (part: number) => taken[Math.floor(taken.length * part)]!;
  return { p50: at(0.5), p99: at(0.99), perSec: taken.length / seconds };
}

/** A table of ids and JSON with the same durability, one transaction an insert or one a turn of the event loop. */
function bareInsert(file: string, grouped: boolean): { write: () => Promise<unknown>; close: () => void } {
  const db = new Database(file, { create: true });
  for (const setting of ["journal_mode = WAL", "synchronous = FULL"]) db.run(`PRAGMA ${setting}`);
  db.run("CREATE TABLE jobs (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, job TEXT)");
  const insert = db.prepare("INSERT INTO jobs (id, job) VALUES (?, ?)");
  const one = () => {
    const job = fresh();
    insert.run(job.id, JSON.stringify(job));
  };
  let waiting: (() => void)[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    db.transaction(() => group.forEach(one))();
    for (const resolve of group) resolve();
  };
  const write = grouped
    ? () =>
        new Promise<void>((resolve) => {
          if (waiting.length === 0) setImmediate(flush);
          waiting.push(resolve);
        })
    : () => new Promise<void>((resolve) => setImmediate(() => resolve(one())));
  return { write, close: () => db.close() };
}

/** Prints how long 16 callers wait for an insert that is on the disk, beside a bare insert, and what else the queue asks of stores. */
export async function measureWrites(stores: Record<string, Store>, folder: string, count: number): Promise<void> {
  const print = (name: string, { p50, p99, perSec }: Awaited<ReturnType<typeof storm>>) =>
    console.log(`${name.padEnd(52)}${p50.toFixed(2).padEnd(8)}${p99.toFixed(2).padEnd(8)}${perSec.toFixed(0)}`);
  console.log(`\n${`durable writes of ${WRITERS} callers`.padEnd(52)}p50 ms  p99 ms  a second`);
  for (const grouped of [false, true]) {
    const bare = bareInsert(`${folder}/bare-${grouped}.db`, grouped);
    print(grouped ? "bare insert, a transaction a turn" : "bare insert, a transaction each", await storm(count, bare.write));
    bare.close();
  }
  for (const [name, store] of Object.entries(stores)) {
    print(`${name}: a job inserted`, await storm(count, () => store.write((tx) => tx.insertJob(fresh()))));
    print(`${name}: a job inserted, claimed, done`, await storm(count, () => noop(store)));
    const started = performance.now();
    for (let round = 0; round < 500; round++) await store.write((tx) => tx.nextJobs(Date.now() * 1000, 8));
    console.log(`${`${name}: next 8 jobs asked for`.padEnd(52)}${((performance.now() - started) / 500).toFixed(3)} ms`);
  }
}

async function noop(store: Store): Promise<void> {
  const now = Date.now() * 1000;
  const { id } = await store.write((tx) => tx.insertJob({ ...fresh(), prompt: "" }));
  await store.write((tx) => tx.changeJob(id, { status: "scene_planning", waitingFor: null, startedUs: now, updatedUs: now }));
  await store.write((tx) => tx.changeJob(id, { status: "completed", progress: 100, finishedUs: now, updatedUs: now }));
}
