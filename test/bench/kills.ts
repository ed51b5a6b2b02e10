/**
 * Kills the server at random moments under load, 1,000 times unless told otherwise: `bun test/bench/kills.ts [KILLS]`.
 * KINORA_TEST_SEED sets the moments, KINORA the program (dist/kinora). Prints figures; fails when one that should be 0 is not.
 */
import { seededRandom } from "../../src/domain/seed.ts";
import { type KillFigures, runKills } from "../helpers/kills.ts";
import { newDataFolder, removeDataFolder } from "../helpers/server.ts";

const kills = Number(process.argv[2] ?? 1000);
const seed = Number(process.env.KINORA_TEST_SEED ?? Date.now() % 1e6);
const data = await newDataFolder();
const started = performance.now();
console.log(`${kills} kills, seed ${seed}, data in ${data}`);
const figures = await runKills({
  data,
  kills,
  random: seededRandom(seed),
  tell: (done, { acknowledged, leftRunning, orphans }) => {
    if (done % 50 === 0) console.log(`${done} kills: ${acknowledged} acknowledged, ${leftRunning} left running, ${orphans} orphans`);
  },
});

const rows: [string, number | string][] = [
  ["kills", figures.kills],
  ["jobs acknowledged", figures.acknowledged],
  ["requests sent again with their key", figures.resent],
  ["slowest start, ms", figures.slowestStartMs.toFixed(0)],
  ["acknowledged jobs lost", figures.lost],
  ["jobs made twice", figures.doubled],
  ["jobs changed after their end", figures.changed],
  ["left running 5 s after a start", figures.leftRunning],
  ["orphan children", figures.orphans],
  ["kills counted as attempts", figures.attempts],
  ["jobs failed", figures.failed.length],
  ["answers out of place", figures.odd.length],
  ["damage to the database", figures.damage.length],
];
for (const [name, value] of rows) console.log(`${name.padEnd(36)} ${value}`);
for (const line of [...figures.failed, ...figures.odd, ...figures.damage].slice(0, 20)) console.log(line);
console.log(`took ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (isClean(figures)) await removeDataFolder(data);
process.exit(isClean(figures) ? 0 : 1);

function isClean({ lost, doubled, changed, leftRunning, orphans, attempts, failed, odd, damage }: KillFigures): boolean {
  return lost + doubled + changed + leftRunning + orphans + attempts + failed.length + odd.length + damage.length === 0;
}
