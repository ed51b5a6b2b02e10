import { hashSeed } from "../domain/seed.ts";
import type { Scene, Storyboard, StoryboardDraft, Visual } from "../domain/storyboard.ts";
import { describeLook } from "./descriptions.ts";
import { chooseLanguage } from "./detect.ts";
import { cleanLine } from "./hygiene.ts";
import { keywordsOf } from "./keywords.ts";
import type { PlanLanguage } from "./plan-language.ts";
import { type Look, lookAt } from "./visuals.ts";
import type { WordNet } from "./wordnet.ts";

/**
 * A storyboard of the user's with what it leaves open filled in: ids of its own for every scene, clean words, scenery that fits them,
 * seeds, keywords and descriptions. What it says stays as it is; a finished storyboard comes back unchanged.
 */
export function completeStoryboard(draft: StoryboardDraft, { seed, wordnet }: { seed: number; wordnet?: WordNet }): Storyboard {
  const texts = draft.scenes.map(({ title = "", narration }) => cleanLine(narration.includes(title) ? narration : `${title} ${narration}`));
  const { language, notes } = chooseLanguage(draft.language, texts.join(" "));
  const title = cleanLine(draft.title);
  const looks = lookAt({ about: title, texts, language, seed, ...(wordnet && language === "en" ? { wordnet } : {}) });
  const ids = distinctIds(draft.scenes.map(({ id }, index) => id ?? `scene-${String(index + 1).padStart(2, "0")}`));
  const scenes = draft.scenes.map((scene, index): Scene => {
    const narration = cleanLine(scene.narration);
    const visual = seededVisual(scene.visual, looks[index]!, seed, ids[index]!);
    return {
      ...scene,
      id: ids[index]!,
      narration,
      ...(scene.title === undefined ? {} : { title: cleanLine(scene.title) }),
      visual,
      description: scene.description || describeVisual(visual, language),
      keywords: scene.keywords.length > 0 ? scene.keywords : keywordsOf(texts[index]!, language),
    };
  });
  return { ...draft, title, language: draft.language ?? language, notes: [...new Set([...draft.notes, ...notes])], scenes };
}

/** The user's own visual; scenery from the scene's words where there is none, a seed and a composition where it has none. */
function seededVisual(visual: Visual | undefined, look: Look, seed: number, id: string): Visual {
  const { mood: _, ...seen } = look;
  if (visual === undefined) return { kind: "scenery", ...seen };
  if (visual.kind !== "scenery" || visual.seed !== 0) return visual;
  return { ...visual, seed: hashSeed(seed, id), composition: visual.composition || look.composition };
}

function describeVisual(visual: Visual, language: PlanLanguage): string {
  return visual.kind === "scenery" ? describeLook(visual, language) : "";
}

/** The first keeps its id; later ones of the same name get a number. */
function distinctIds(ids: string[]): string[] {
  const used = new Set<string>();
  return ids.map((id) => {
    let own = id;
    for (let number = 2; used.has(own); number++) own = `${id.slice(0, 58)}-${number}`;
    used.add(own);
    return own;
  });
}
