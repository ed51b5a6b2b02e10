import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildBinary } from "../../src/build/binary.ts";
import { readFormat, TARGETS } from "../../src/build/targets.ts";
import { ROOT } from "../helpers/sources.ts";

// Builds a small program for every target, or those named, and prints what its file says it is for. Fetches Bun's runtimes, some 40 MB each, where they are not in Bun's cache.

const source = join(import.meta.dir, "../build/fixtures/program");
const folder = mkdtempSync(join(tmpdir(), "kinora-targets-"));
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TARGETS);
let wrong = 0;
for (const name of names) {
  const target = TARGETS[name]!;
  const outfile = join(folder, `kinora-${name}${target.ending}`);
  const parts = { workers: [`${source}/workers/look.worker.ts`], data: [`${ROOT}/dist/data/font-bold.ttf.zst`] };
  try {
    const size = await buildBinary({
      source,
      main: `${source}/main.ts`,
      ...parts,
      define: { KINORA_VERSION: '"1"', KINORA_CODE: '"1"' },
      outfile,
      target,
    });
    const format = readFormat(await Bun.file(outfile).slice(0, 4096).bytes());
    if (format !== target.format) wrong++;
    console.log(`${name}: ${format}${format === target.format ? "" : ` instead of ${target.format}`}, ${(size / 1e6).toFixed(0)} MB`);
  } catch (error) {
    wrong++;
    console.log(`${name}: ${(error as Error).message}`);
  }
}
rmSync(folder, { recursive: true, force: true });
process.exit(wrong > 0 ? 1 : 0);
