import type { Scene, Storyboard, Subject } from "../domain/storyboard.ts";
import { describeLook } from "./descriptions.ts";
import { keywordsOf } from "./keywords.ts";
import type { PlanLanguage } from "./plan-language.ts";
import type { ThemeHint } from "./themes/theme.ts";
import { lookAt } from "./visuals.ts";
import type { WordNet } from "./wordnet.ts";

/** A scene as far as its words go; `hint` says what is seen where that is known. */
export type Draft = { narration: string; title?: string; hint?: ThemeHint };

/** What scenes are dressed with beside their words. */
export type Dressing = { about: string; language: PlanLanguage; seed: number; wordnet?: WordNet; extra?: Subject[]; steady?: boolean };

/** Words to scenes with looks, moods, keywords and descriptions. Scenes without words look like the film's subject. */
export function dressScenes(drafts: Draft[], dressing: Dressing): Storyboard["scenes"] {
  const { language } = dressing;
  const texts = drafts.map(({ narration, title }) => (title && !narration.includes(title) ? `${title} ${narration}` : narration).trim());
  const looks = lookAt({ ...dressing, texts, hints: drafts.map(({ hint }) => hint) });
  const digits = Math.max(2, String(drafts.length).length);
  return drafts.map((draft, index): Scene => {
    const { mood, ...look } = looks[index]!;
    return {
      id: `scene-${String(index + 1).padStart(digits, "0")}`,
      narration: draft.narration,
      ...(draft.title === undefined ? {} : { title: draft.title.slice(0, 200) }),
      description: describeLook(looks[index]!, language),
      keywords: keywordsOf(texts[index] || dressing.about, language),
      mood,
      visual: { kind: "scenery", ...look },
    };
  });
}
