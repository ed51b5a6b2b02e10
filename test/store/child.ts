import { writeSync } from "node:fs";
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

if (task === "insert") await insertWithoutEnd();
if (task === "migrate") {
  writeSync(1, "begun\n");
  openTestStore(file, { migrations: [...MIGRATIONS, argument] });
}
