import { expect, test } from "bun:test";
import { seededRandom } from "../../src/domain/seed.ts";
import { runKills } from "../helpers/kills.ts";
import { newDataFolder, removeDataFolder } from "../helpers/server.ts";

// KINORA_TEST_KILLS sets how often; test/bench/kills.ts does it a thousand times.
test("a server that is killed at twelve moments under load loses no job, makes none twice, and leaves no child", async () => {
  const data = await newDataFolder();
  const random = seededRandom(Number(process.env.KINORA_TEST_SEED ?? 7));
  const figures = await runKills({ data, kills: Number(process.env.KINORA_TEST_KILLS ?? 12), lookEvery: 12, random });
  expect(figures).toMatchObject({
    lost: 0,
    doubled: 0,
    changed: 0,
    leftRunning: 0,
    orphans: 0,
    attempts: 0,
    failed: [],
    odd: [],
    damage: [],
  });
  expect(figures.acknowledged).toBeGreaterThan(50);
  await removeDataFolder(data);
});
