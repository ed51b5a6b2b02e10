import { existsSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import { newJob, openTestStore } from "./fill.ts";

// What tests let another process do with a store, so that it can be killed.

const [task, file = "", argument = ""] = process.argv.slice(2);

/** Inserts jobs from 16 sides and prints the id of each once it is said to be on the disk. */
async function insertWithoutEnd(): Promise<void> {
  const store = openTestStore(file);
  const writer = async () => {
    for (;;) {
      const { id } = await store.write((tx) => tx.insertJob(newJob({ id: Bun.randomUUIDv7(), prompt: argument })));
      writeSync(1, `${id}\n`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, writer));
}

/** Fills a small disk, then tells what can still be done, and what can be done once there is room again. */
async function fillDisk(): Promise<void> {
  const kept: string[] = [];
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error) => String((error as { code?: unknown }).code),
    );
  const prompt = "sea ".repeat(2000);
  let store = openTestStore(file, { ballastBytes: 1 << 20 });
  const insert = () => store.write((tx) => kept.push(tx.insertJob(newJob({ id: Bun.randomUUIDv7(), prompt })).id));
  await store.write((tx) => tx.insertJob(newJob({ id: "first", prompt })));
  writeFileSync(`${file}.filler`, new Uint8Array(4 << 20).fill(1));
  let filled = "done";
  const before = () => store.read.counts().total;
  while (filled === "done") filled = await codeOf(insert());
  const acknowledged = before();
  const inserting = [await codeOf(insert()), await codeOf(Promise.all([insert(), insert()]))];
  const failing = await codeOf(store.write((tx) => tx.changeJob("first", { status: "failed", errorCode: "disk_full" })));
  const beat = { timeSec: 0, measure: "beat", label: {}, value: 1 } as const;
  const measure = () => codeOf(store.write((tx) => tx.addMetrics([beat])));
  const measuring = await measure();
  const deleting = await codeOf(store.write((tx) => tx.deleteJob(kept[0]!)));
  const [filled2, ballast] = [before(), existsSync(`${file}.ballast`)];
  rmSync(`${file}.filler`);
  const after = [await codeOf(insert()), await codeOf(insert()), await measure()];
  const refilled = existsSync(`${file}.ballast`);
  store.close();
  store = openTestStore(file, { ballastBytes: 1 << 20 });
  const { total, failed } = store.read.counts();
  console.log(
    JSON.stringify({
      filled,
      acknowledged,
      inserting,
      failing,
      measuring,
      deleting,
      left: filled2 - acknowledged,
      ballast,
      after,
      refilled,
      total: total - acknowledged,
      failed,
    }),
  );
}

if (task === "full") await fillDisk();
if (task === "insert") await insertWithoutEnd();
if (task === "migrate") {
  writeSync(1, "begun\n");
  openTestStore(file, { migrations: [...MIGRATIONS, argument] });
}
