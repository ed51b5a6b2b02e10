import { buildBinary, listParts } from "./src/build/binary.ts";
import { packData } from "./src/build/pack.ts";
import { codeVersion, productVersion } from "./src/system/version.ts";

const root = import.meta.dir;
process.chdir(root);
await packData(root, console.log);
if (process.argv[2] !== "data") {
  const define = { KINORA_VERSION: JSON.stringify(productVersion()), KINORA_CODE: JSON.stringify(codeVersion()) };
  const outfile = `${root}/dist/kinora`;
  const size = await buildBinary({ source: `${root}/src`, main: `${root}/src/main.ts`, ...listParts(root), define, outfile });
  await Bun.write(`${root}/dist/kinora.code`, codeVersion());
  console.log(`dist/kinora: ${(size / 1e6).toFixed(0)} MB, version ${productVersion()} (${codeVersion()})`);
}
