import { describe, expect, test } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import type { StageName } from "../../src/domain/stages.ts";
import { judgeTime } from "../../src/queue/watch.ts";

const SEC = 1e6;
const limits = { stall_time: 300, stage_time: 7200 };

describe("a running job's time", () => {
  test.each<[what: string, heardSec: number, stageSec: number, nowSec: number, says: unknown]>([
    ["is not over: look again when it may have stalled", 100, 0, 200, 400 * SEC],
    ["is not over: look again when the stage may be late", 7100, 0, 7150, 7200 * SEC],
    ["is over when nothing came forward", 100, 0, 400, "stalled"],
    ["is over when its stage lasts too long, whatever comes forward", 7199, 0, 7200, "stage_timeout"],
  ])("%s", (_what, heardSec, stageSec, nowSec, says) => {
    const verdict = judgeTime(
      { heardUs: heardSec * SEC, stages: new Map<StageName, number>([["render", stageSec * SEC]]) },
      limits,
      nowSec * SEC,
    );
    expect<unknown>(verdict instanceof KinoraError ? verdict.code : verdict).toBe(says);
  });
});
