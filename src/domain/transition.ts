import { hashSeed } from "./seed.ts";
import type { Scene, Transition } from "./storyboard.ts";

/** How the scenes of a film give way to each other where they do not say it themselves: in one of these ways, for so many seconds. */
export type TransitionPlan = { kinds: readonly [Transition, ...Transition[]]; sec: number };

/** How a scene takes over from the one before. Depends on the scene's own words alone, so that a scene that moves changes no other. */
export function transitionInto(scene: Scene, { kinds }: TransitionPlan): Transition {
  return scene.transition ?? kinds[hashSeed(scene.narration, scene.title ?? "") % kinds.length]!;
}
