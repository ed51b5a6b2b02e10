import { expect, test } from "bun:test";
import { phaseOf } from "../../src/domain/job-record.ts";
import type { Sum } from "../../src/domain/metrics.ts";
import { noop, openEngine, staged } from "./engine.ts";

test("what jobs do is measured as they do it: scenes, work, waits and ends, as the jobs table has it", async () => {
  const engine = await openEngine();
  const film = await engine.submit(staged({ render: "scene-and-find" }), { style: "social" });
  const ids = [film, await engine.submit(staged({ mix: "fail" })), await engine.submit(noop(1)), await engine.submit(noop(600_000))];
  await engine.until(ids[3]!, ({ status }) => phaseOf(status) === "running");
  await engine.store.write((tx) => tx.changeJob(ids[3]!, { status: "cancelled", waitingFor: null }));
  await engine.scheduler.stopJob(ids[3]!);
  for (const id of ids) await engine.until(id, ({ status }) => phaseOf(status) === "over");
  while ((await engine.store.write((tx) => tx.settleSamples(100))) > 0);

  const counts = (measures: Sum[], filter = {}) => {
    const found = engine.store.read.metrics.sums(measures, [{ tier: "day", fromSec: 0, toSec: 1e11 }], filter);
    return measures.map((name) => found.filter(({ measure }) => measure === name).reduce((sum, { value }) => sum + value, 0));
  };
  const { total, completed, failed, cancelled } = engine.store.read.counts();
  expect([total, completed, failed, cancelled]).toEqual([4, 2, 1, 1]);
  expect(counts(["created", "completed", "failed", "cancelled"])).toEqual([4, 2, 1, 1]);
  expect(counts(["created", "completed", "films"], { style: "social" })).toEqual([1, 1, 1]);
  expect(counts(["scenes_made", "scenes_found"])).toEqual([1, 2]);
  expect(counts(["compute"])[0]).toBeGreaterThan(0);
  await engine.close();
});
