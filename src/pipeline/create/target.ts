import { FEWEST_CUES } from "../../domain/caption.ts";
import type { GenerateRequest } from "../../domain/job.ts";
import type { Storyboard } from "../../domain/storyboard.ts";

/** The length to reach, s: what is asked for, and for prompts a minute unless something else is said. */
export function targetSec(request: GenerateRequest): number | undefined {
  return request.duration_target ?? (request.prompt !== undefined ? 60 : undefined);
}

/** True when scenes are stretched to reach the target: a script lasts as long as it takes. */
export function fitsTarget(request: GenerateRequest): boolean {
  return request.script === undefined;
}

/** True when the film opens with its title and closes with an end card. */
export const hasCards = (storyboard: Storyboard): boolean => storyboard.title !== "";

/** The fewest captions that a film shall have: planned from a prompt it has some, but need not have more than scenes that were asked for. */
export const fewestCues = ({ prompt, scene_count = FEWEST_CUES }: GenerateRequest): number =>
  prompt === undefined ? 0 : Math.min(FEWEST_CUES, scene_count);
