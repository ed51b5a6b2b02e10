import { existsSync, readFileSync } from "node:fs";
import { codeVersion } from "../src/system/version.ts";
import { addCounts, type Counts, readCounts } from "./helpers/counts.ts";
import { ROOT } from "./helpers/sources.ts";

// What `npm test` runs: the checks, the build where it is stale, and every test. The last line says how many passed and failed.
// Names after `npm test --` choose test files.

const TAIL = 4096;
const bun = process.execPath;
const bin = `${ROOT}/node_modules/.bin`;

/** Runs a program with what it prints going where ours goes; returns the end of that as well. */
async function run(command: string[]): Promise<{ code: number; tail: string }> {
  const color = process.stderr.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = Bun.spawn(command, { cwd: ROOT, stdio: ["ignore", "inherit", "pipe"], env: { ...process.env, ...color } });
  const decoder = new TextDecoder();
  let tail = "";
  for await (const chunk of child.stderr) {
    process.stderr.write(chunk);
    tail = (tail + decoder.decode(chunk, { stream: true })).slice(-TAIL);
  }
  return { code: await child.exited, tail };
}

async function check(title: string, command: string[]): Promise<Counts> {
  console.log(`${title} …`);
  const { code } = await run(command);
  console.log(`${title}: ${code === 0 ? "passed" : "failed"}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(): Promise<Counts> {
  console.log("Tests …");
  const { code, tail } = await run([bun, "test", "--timeout=120000", ...process.argv.slice(2)]);
  return readCounts(tail, code);
}

const builtCode = () => (existsSync(`${ROOT}/dist/kinora.code`) ? readFileSync(`${ROOT}/dist/kinora.code`, "utf8") : "");
const isStale = () => !existsSync(`${ROOT}/dist/kinora`) || builtCode() !== codeVersion();

const results = [await check("Types", [`${bin}/tsc`, "--noEmit"]), await check("Style", [`${bin}/biome`, "check", "."])];
if (isStale()) results.push(await check("Build", [bun, "build.ts"]));
results.push(await runTests());
const { passed, failed } = results.reduce(addCounts);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
