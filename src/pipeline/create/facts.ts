import { primaryLanguage } from "../../domain/language-tag.ts";
import type { Card, SceneFact, SceneFacts } from "../../domain/picture.ts";
import type { Storyboard, Subject } from "../../domain/storyboard.ts";
import type { Timeline } from "../../domain/timeline.ts";
import { keywordsOf } from "../../language/keywords.ts";
import { labelsOf } from "../../language/labels.ts";
import { phraseOf } from "../../language/phrase.ts";
import { PLAN_LANGUAGES } from "../../language/plan-language.ts";
import { sayingOf } from "../../language/saying.ts";

/** Where a scene stands in its film, the cards over it, and whether captions show what it says. */
export type ScenePlace = { storyboard: Storyboard; timeline: Timeline; index: number; cards: Card[]; captioned?: boolean };

type Tell<Fact extends SceneFact> = (place: ScenePlace) => SceneFacts[Fact];

const MOST_KEYWORDS = 6;
/** Among so many words of a scene labels are looked for. */
const MOST_WORDS = 24;
const MOST_SUBJECTS = 8;

const TELL: { [Fact in SceneFact]: Tell<Fact> } = {
  title: ({ storyboard }) => storyboard.title || undefined,
  heading: ({ storyboard, index }) => storyboard.scenes[index]!.title,
  phrase: ({ storyboard, index }) => phraseOf(besideTitle(storyboard.scenes[index]!.narration, storyboard.title), storyboard.language),
  saying: ({ storyboard, index }) => sayingOf(besideTitle(storyboard.scenes[index]!.narration, storyboard.title), storyboard.language),
  captioned: ({ captioned }) => captioned || undefined,
  keywords: ({ storyboard, index }) => tellLabels(storyboard, index).slice(0, MOST_KEYWORDS),
  subjects: ({ storyboard, index }) => otherSubjects(storyboard, index),
  step: ({ storyboard, index }) => stepOf(storyboard, index),
  progress: ({ timeline: { scenes, frames }, index }) => {
    const { startFrame, frames: own } = scenes[index]!;
    const tail = scenes[index + 1]?.headFrames ?? 0;
    return { from: startFrame / frames, to: (startFrame + own + tail) / frames };
  },
  cards: ({ cards }) => (cards.length > 0 ? cards.map(({ kind, startSec, endSec }) => ({ kind, startSec, endSec })) : undefined),
};

/** What a style wants to know of a scene and can be told; undefined when there is nothing. */
export function sceneFacts(wants: readonly SceneFact[], place: ScenePlace): SceneFacts | undefined {
  const told = wants.map((fact) => [fact, TELL[fact](place)] as const).filter(([, value]) => value !== undefined);
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/** What a scene says beside the film's title, where it begins with that. */
function besideTitle(narration: string, title: string): string {
  const after = narration.slice(title.length);
  const rest = after.replace(/^[\s.,;:!?…。！？]+/u, "");
  const ended = /^\s*[.,;:!?…。！？]/u.test(after);
  return ended && rest !== "" && narration.toLowerCase().startsWith(title.toLowerCase()) ? rest : narration;
}

function tellLabels({ scenes, language }: Storyboard, index: number): string[] {
  const { narration, keywords } = scenes[index]!;
  const subjects = scenes.flatMap(({ visual }) => (visual.kind === "scenery" ? visual.subjects : []));
  const known = PLAN_LANGUAGES.find((each) => each === primaryLanguage(language));
  const all = known ? [...new Set([...keywords, ...keywordsOf(narration, known, MOST_WORDS)])] : keywords;
  return known ? labelsOf(narration, all, new Set(subjects.map(({ word }) => word.toLowerCase())), known) : keywords;
}

/** Which of the scenes that say something; none for a silent one. */
function stepOf({ scenes }: Storyboard, index: number): SceneFacts["step"] {
  const telling = scenes.filter(({ narration }) => narration !== "");
  const at = telling.indexOf(scenes[index]!);
  return at < 0 ? undefined : { index: at + 1, count: telling.length };
}

/** What the film's other scenes show, most often first, without what this scene shows itself. */
function otherSubjects({ scenes }: Storyboard, index: number): Subject[] | undefined {
  const seen = new Map<string, { subject: Subject; times: number }>();
  for (const { visual } of scenes) {
    for (const subject of visual.kind === "scenery" ? visual.subjects : []) {
      seen.set(subject.picture, { subject, times: (seen.get(subject.picture)?.times ?? 0) + 1 });
    }
  }
  const { visual } = scenes[index]!;
  for (const { picture } of visual.kind === "scenery" ? visual.subjects : []) seen.delete(picture);
  const others = [...seen.values()].sort((one, other) => other.times - one.times).map(({ subject }) => subject);
  return others.length > 0 ? others.slice(0, MOST_SUBJECTS) : undefined;
}
