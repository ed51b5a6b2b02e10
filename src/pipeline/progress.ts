import { CREATE_STAGES, STAGE_NAMES, type StageCosts, type StageName } from "../domain/stages.ts";
import type { Progress } from "../domain/wire.ts";

type Fractions = Partial<Record<StageName, number>>;

/**
 * Follows a job's stages and says how far the whole is; never goes back. `kept` tells of a stage that was done earlier: it counts as done, but
 * not into the time that the rest is expected to take.
 */
export function followProgress(costs: StageCosts, nowSec: () => number) {
  const fractions: Fractions = {};
  const startSec = nowSec();
  const render = { startSec: 0 };
  const total = STAGE_NAMES.reduce((sum, name) => sum + costs[name], 0);
  const part = () => Math.min(1, STAGE_NAMES.reduce((sum, name) => sum + costs[name] * (fractions[name] ?? 0), 0) / total);
  let overall = 0;
  let before = 0;
  const kept = (stage: StageName): void => {
    fractions[stage] = 1;
    before = part();
    overall = before;
  };
  const follow = (stage: StageName, fraction: number, step: string, frames: number): Progress => {
    fractions[stage] = Math.max(fractions[stage] ?? 0, Math.min(1, fraction));
    overall = Math.max(overall, part());
    if (stage === "render" && render.startSec === 0) render.startSec = nowSec();
    const shown = shownStage(fractions);
    const elapsed = nowSec() - startSec;
    const rendering = nowSec() - render.startSec;
    const now = overall - before;
    return {
      overall,
      stage: shown,
      stages: { ...fractions },
      step: stage === shown ? step : CREATE_STAGES[shown].step,
      framesPerSec: frames > 0 && rendering > 0.2 ? frames / rendering : null,
      remainingSec: now > 0.03 && elapsed > 1 ? (elapsed / now) * (1 - overall) : null,
    };
  };
  return { kept, follow };
}

/** The stage that a job is said to be in: the latest that has begun, of those not finished. */
function shownStage(fractions: Fractions): StageName {
  const begun = STAGE_NAMES.filter((name) => fractions[name] !== undefined);
  const open = begun.filter((name) => fractions[name]! < 1);
  return open.at(-1) ?? begun.at(-1) ?? "plan";
}
