import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../../src/store/open.ts";
import { seeded } from "../store/fill.ts";
import { fill } from "./store-fill.ts";
import { measureLists } from "./store-lists.ts";
import { measureWrites } from "./store-writes.ts";

// store [--jobs 1000000] [--rounds 400] [--writes 4000] [--keep FILE] [--only MIX] [--processor]
// Lists, searches and writes of a store with so many jobs. --keep names a file to fill once and to use again.

const { values } = parseArgs({
  options: {
    jobs: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "400" },
    writes: { type: "string", default: "4000" },
    keep: { type: "string" },
    processor: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "kinora-bench-store-"));
try {
  const file = values.keep ?? join(folder, "kinora.db");
  if (!existsSync(file)) {
    const started = performance.now();
    fill(file, Number(values.jobs));
    console.log(`${values.jobs} jobs filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  const opened = performance.now();
  const store = openStore(file, { nowUs: () => Date.now() * 1000 });
  console.log(
    `${store.read.counts().total} jobs, ${(statSync(file).size / 1e6).toFixed(0)} MB, opened in ${(performance.now() - opened).toFixed(1)} ms`,
  );
  measureLists(store, Number(values.rounds), seeded(3), { only: values.only, processor: values.processor });
  if (values.only === undefined) {
    const fresh = openStore(join(folder, "fresh.db"), { nowUs: () => Date.now() * 1000 });
    await measureWrites({ "a fresh store": fresh, [`${values.jobs} jobs`]: store }, folder, Number(values.writes));
    fresh.close();
  }
  console.log(`memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
