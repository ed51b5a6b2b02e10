import { CREATE_STAGES, STAGE_NAMES, type StageCosts, type StageName } from "../domain/stages.ts";
import type { Progress } from "../domain/wire.ts";

/** Follows a job's stages and says how far the whole is; never goes back. */
export function followProgress(costs: StageCosts, nowSec: () => number) {
  const fractions: Partial<Record<StageName, number>> = {};
  const startSec = nowSec();
  const render = { startSec: 0, startFrames: 0 };
  const total = STAGE_NAMES.reduce((sum, name) => sum + costs[name], 0);
  let overall = 0;
  return (stage: StageName, fraction: number, step: string, frames: number): Progress => {
    fractions[stage] = Math.max(fractions[stage] ?? 0, Math.min(1, fraction));
    overall = Math.max(overall, STAGE_NAMES.reduce((sum, name) => sum + costs[name] * (fractions[name] ?? 0), 0) / total);
    if (stage === "render" && render.startSec === 0) render.startSec = nowSec();
    const shown = shownStage(fractions);
    const elapsed = nowSec() - startSec;
    const rendering = nowSec() - render.startSec;
    return {
      overall,
      stage: shown,
      stages: { ...fractions },
      step: stage === shown ? step : CREATE_STAGES[shown].step,
      framesPerSec: frames > 0 && rendering > 0.2 ? frames / rendering : null,
      remainingSec: overall > 0.03 && elapsed > 1 ? (elapsed / overall) * (1 - overall) : null,
    };
  };
}

/** The stage that a job is said to be in: the latest that has begun, of those not finished. */
function shownStage(fractions: Partial<Record<StageName, number>>): StageName {
  const begun = STAGE_NAMES.filter((name) => fractions[name] !== undefined);
  const open = begun.filter((name) => fractions[name]! < 1);
  return open.at(-1) ?? begun.at(-1) ?? "plan";
}
