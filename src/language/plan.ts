import type { GenerateRequest } from "../domain/job.ts";
import type { Storyboard } from "../domain/storyboard.ts";
import { completeStoryboard } from "./complete.ts";
import { chooseLanguage } from "./detect.ts";
import type { EmojiNames } from "./emoji.ts";
import { cleanLine, requireWords } from "./hygiene.ts";
import { planFromPrompt } from "./plan-prompt.ts";
import { planFromScript } from "./plan-script.ts";
import type { WordNet } from "./wordnet.ts";

/** What the planner knows beside the request. Without WordNet prompts are shown in pictures. */
export type Knowledge = { wordnet?: WordNet; emoji: EmojiNames };

const DEFAULT_TARGET_SEC = 60;

/** Words to scenes: the same request gives the same storyboard. Throws `invalid_request` when there is nothing to tell. */
export function planFilm(request: GenerateRequest & { seed: number }, knowledge: Knowledge): Storyboard {
  if (request.storyboard !== undefined) return completeStoryboard(request.storyboard, { seed: request.seed, ...knowledge });
  const what = request.script === undefined ? "prompt" : "script";
  const text = request.script ?? request.prompt ?? "";
  requireWords(what, text);
  const { language, notes } = chooseLanguage(request.language, text);
  const options = {
    language,
    notes,
    seed: request.seed,
    ...(request.scene_count === undefined ? {} : { sceneCount: request.scene_count }),
    ...(request.duration_target === undefined ? {} : { targetSec: request.duration_target }),
    ...(knowledge.wordnet === undefined || language !== "en" ? {} : { wordnet: knowledge.wordnet }),
  };
  const planned =
    what === "script"
      ? planFromScript(text, options)
      : planFromPrompt(text, { ...options, targetSec: request.duration_target ?? DEFAULT_TARGET_SEC, emoji: knowledge.emoji });
  const title = request.title === undefined ? planned.title : cleanLine(request.title) || planned.title;
  return { ...planned, title, language: request.language ?? planned.language };
}

/** Whether planning a request looks words up in WordNet. */
export function needsWordNet(request: GenerateRequest): boolean {
  const text = request.script ?? request.prompt ?? request.storyboard?.scenes.map(({ narration }) => narration).join(" ") ?? "";
  return chooseLanguage(request.language ?? request.storyboard?.language, text).language === "en";
}
