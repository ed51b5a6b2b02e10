/**
 * The pages in a browser: `bun test/bench/pages.ts [PART ...]`, by default all of them: weight, paint, rows, log. On the compiled program, with a data folder
 * of its own. Prints figures; asserts nothing.
 */
import { newDataFolder, removeDataFolder, startServer } from "../helpers/server.ts";
import { benchPaint, benchWeight } from "./pages/load.ts";
import { benchLog } from "./pages/log.ts";
import { benchRows } from "./pages/rows.ts";

const RUNS = 5;
const PARTS: Record<string, (url: string) => Promise<void>> = {
  weight: benchWeight,
  paint: (url) => benchPaint(url, RUNS),
  rows: benchRows,
  log: benchLog,
};
const chosen = process.argv.slice(2);
const server = await startServer({ data: await newDataFolder() });
for (const name of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  console.log(`\n${name}`);
  await PARTS[name]!(server.url);
}
await server.end("SIGTERM");
await removeDataFolder(server.data);
process.exit();
