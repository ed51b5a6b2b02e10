import { faults } from "../../state/create.ts";

/** What is wrong with a field, as a sentence; `path` is the API's name for it, `label` what it is called here. */
export function faultOf(path: string, label: string): string | undefined {
  const message = faults.value[path];
  if (!message) return undefined;
  const sentence = /^[a-z]/.test(message) ? `${label} ${message}` : message;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Fields that say themselves what is wrong with them. */
const SHOWN = new Set([
  ...["prompt", "script", "duration_target", "voice", "language", "aspect", "quality", "captions", "music", "title"],
  ...["style", "custom", "priority", "run_at", "seed", "effort", "fps", "scene_count"],
]);

/** Fields that are folded away. */
const FOLDED = ["title", "style", "custom", "priority", "run_at", "seed", "effort", "fps", "scene_count"];

/** What is wrong with what has no field here. */
export const otherFaults = (): string[] =>
  Object.entries(faults.value).flatMap(([path, message]) => (SHOWN.has(path) ? [] : [path ? `${path}: ${message}` : message]));

/** Whether something that is folded away is wrong. */
export const isFoldedFault = (): boolean => FOLDED.some((path) => path in faults.value);
