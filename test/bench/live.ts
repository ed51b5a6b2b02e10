/**
 * What is told live, from outside: `bun test/bench/live.ts [PART ...]`, by default all of them: latency, many, breaks, lazy. Servers and clients
 * run in processes of their own, on the real store. SMALL=1 takes a tenth of everything. Prints figures; asserts nothing.
 */
import { benchBreaks } from "./live/breaks.ts";
import { benchLatency } from "./live/latency.ts";
import { benchLazy } from "./live/lazy.ts";
import { benchMany } from "./live/many.ts";

const small = process.env.SMALL === "1";
const PARTS: Record<string, () => Promise<void>> = {
  latency: () => benchLatency(small ? 100 : 1000, small ? 2 : 10),
  many: () => benchMany(small ? 1000 : 10_000),
  breaks: () => benchBreaks(small ? 10 : 100),
  lazy: () => benchLazy(small ? 6 : 60),
};
const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  console.log(`\n${name}`);
  await PARTS[name]!();
}
process.exit();
