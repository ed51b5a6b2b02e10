import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildBinary, listParts } from "./src/build/binary.ts";
import { packData } from "./src/build/pack.ts";
import { findTarget } from "./src/build/targets.ts";
import { codeVersion, productVersion } from "./src/system/version.ts";

// bun build.ts                   packs data and compiles dist/kinora
// bun build.ts data              packs data alone
// bun build.ts --if-stale        compiles only what was compiled from something else
// bun build.ts --target NAME     compiles dist/kinora-NAME for another machine

const root = import.meta.dir;
const built = `${root}/dist/kinora`;

/** True when dist/kinora was compiled from the source as it is. */
const isBuilt = () => existsSync(built) && existsSync(`${built}.code`) && readFileSync(`${built}.code`, "utf8") === codeVersion();

async function build(name: string | undefined): Promise<void> {
  const target = name === undefined ? undefined : findTarget(name);
  const outfile = target ? `${built}-${name}${target.ending}` : built;
  const define = { KINORA_VERSION: JSON.stringify(productVersion()), KINORA_CODE: JSON.stringify(codeVersion()) };
  const parts = { source: `${root}/src`, main: `${root}/src/main.ts`, ...listParts(root), define, outfile };
  const size = await buildBinary({ ...parts, ...(target && { target }) });
  if (!target) await Bun.write(`${built}.code`, codeVersion());
  console.log(`${outfile.slice(root.length + 1)}: ${(size / 1e6).toFixed(0)} MB, version ${productVersion()} (${codeVersion()})`);
}

async function run(): Promise<void> {
  const options = { target: { type: "string" }, "if-stale": { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what, ...more] = positionals;
  if (more.length > 0 || (what !== undefined && what !== "data"))
    throw new Error(`There is nothing to build called ${positionals.join(" ")}.`);
  if (values.target !== undefined) findTarget(values.target);
  process.chdir(root);
  await packData(root, console.log);
  if (what === "data" || (values["if-stale"] && isBuilt())) return;
  if (values["if-stale"]) console.log("Building dist/kinora …");
  await build(values.target);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof AggregateError ? error : (error as Error).message);
  process.exit(1);
}
