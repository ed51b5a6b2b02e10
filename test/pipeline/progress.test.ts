import { expect, test } from "bun:test";
import { MEASURED_COSTS, STAGE_NAMES } from "../../src/domain/stages.ts";
import { followProgress } from "../../src/pipeline/progress.ts";

test("progress weighs stages by cost, reaches 1 and never goes back", () => {
  let now = 0;
  const { follow } = followProgress(MEASURED_COSTS, () => now);
  let last = 0;
  for (const stage of STAGE_NAMES) {
    for (const fraction of [0, 0.5, 0.3, 1]) {
      now += 1;
      const { overall } = follow(stage, fraction, "step", 0);
      expect(overall).toBeGreaterThanOrEqual(last);
      last = overall;
    }
  }
  expect(last).toBeCloseTo(1);
});

test("the stage shown is the latest that is at work, and time left shrinks with what is done", () => {
  let now = 0;
  const { follow } = followProgress(MEASURED_COSTS, () => now);
  for (const stage of ["plan", "assets", "speech", "timeline", "captions"] as const) follow(stage, 1, "", 0);
  follow("mix", 0.5, "", 0);
  now = 4;
  const half = follow("render", 0.5, "Rendering scene 3 of 9", 300);
  expect(half).toMatchObject({ stage: "render", step: "Rendering scene 3 of 9" });
  expect(half.remainingSec).toBeGreaterThan(0);
});

test("stages done earlier count as done at once, and not into the pace of the rest", () => {
  let now = 0;
  const { kept, follow } = followProgress({ ...MEASURED_COSTS, plan: 50, render: 50 }, () => now);
  kept("plan");
  expect(follow("assets", 0, "", 0).overall).toBeGreaterThan(0.4);
  now = 10;
  const { overall, stages, remainingSec } = follow("render", 0.5, "", 10);
  expect(stages.plan).toBe(1);
  expect(overall).toBeLessThan(0.8);
  expect(remainingSec).toBeGreaterThan(8);
});
