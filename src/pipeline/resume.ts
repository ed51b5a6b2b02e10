import type { Artifacts } from "../domain/artifacts.ts";
import { CREATE_STAGES, STAGE_NAMES, type StageName } from "../domain/stages.ts";
import type { Judging, Pipeline } from "./stage.ts";

const needsOf = (name: StageName): readonly StageName[] => CREATE_STAGES[name].needs;

/** The stages that lead to one, itself included; all of them when none is named. */
export function stagesUntil(until: StageName | undefined): ReadonlySet<StageName> {
  if (until === undefined) return new Set(STAGE_NAMES);
  return new Set([...needsOf(until).flatMap((need) => [...stagesUntil(need)]), until]);
}

/** Of earlier results those that may be built on: all that they need may be, too, and what they name is still there. */
export async function keepEarlier(pipeline: Pipeline, earlier: Partial<Artifacts>, judging: Judging): Promise<Partial<Artifacts>> {
  const kept: Partial<Artifacts> = {};
  for (const name of STAGE_NAMES) {
    judging.signal.throwIfAborted();
    if (needsOf(name).every((need) => kept[need] !== undefined) && (await isKept(name, pipeline, earlier, judging)))
      Object.assign(kept, { [name]: earlier[name] });
  }
  return kept;
}

async function isKept<Name extends StageName>(
  name: Name,
  pipeline: Pipeline,
  earlier: Partial<Artifacts>,
  judging: Judging,
): Promise<boolean> {
  const artifact = earlier[name] as Artifacts[Name] | undefined;
  return artifact !== undefined && pipeline[name].holds(artifact, judging);
}
