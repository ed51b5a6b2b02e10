import type { Visual } from "../domain/storyboard.ts";
import { compositionSeen, countCompositions } from "./settings.ts";

type Scenery = Extract<Visual, { kind: "scenery" }>;

/** Whether two scenes are composed alike: the same view of the same setting. */
function isAlike(one: Visual | undefined, other: Visual): boolean {
  if (one?.kind !== "scenery" || other.kind !== "scenery" || one.setting !== other.setting) return false;
  return compositionSeen(one.setting, one.composition, one.subjects) === compositionSeen(other.setting, other.composition, other.subjects);
}

/** The ways to show a scene, best first: in the composition that was meant, in the others, and so without its things. */
function* waysOf(visual: Scenery): Generator<Scenery> {
  const count = countCompositions(visual.setting);
  for (const subjects of visual.subjects.length > 0 ? [visual.subjects, []] : [[]])
    for (let step = 0; step < count; step++)
      yield { ...visual, composition: (visual.composition + step) % (step === 0 ? 32 : count), subjects };
}

/** Scenes of which none repeats the picture before it: one that would is composed otherwise; where its things have one place alone, it shows none of them. */
export function unlikeNeighbours(visuals: readonly Visual[]): Visual[] {
  const shown: Visual[] = [];
  for (const visual of visuals) {
    const before = shown.at(-1);
    const ways: Iterable<Visual> = visual.kind === "scenery" ? waysOf(visual) : [visual];
    shown.push([...ways].find((way) => !isAlike(before, way)) ?? visual);
  }
  return shown;
}
