import type { Cue } from "../../domain/caption.ts";
import { buildCues } from "../../domain/caption-layout.ts";
import type { CaptionSettings } from "../../domain/caption-look.ts";
import type { CustomStyle } from "../../domain/custom.ts";
import type { Aspect, FrameSize } from "../../domain/frame.ts";
import type { Style } from "../../domain/job.ts";
import type { Card, SceneFacts, ScenePicture } from "../../domain/picture.ts";
import type { Palette, Setting, Word } from "../../domain/storyboard.ts";
import { setLook } from "../caption-looks.ts";
import { styleOf } from "../styles.ts";
import type { Type } from "../text.ts";

/** What a sample scene is of: where it plays, what it tells and what stands in it. */
export type Sample = { setting: Setting; palette: Palette; composition?: number; narration: string; heading: string; subjects: string[] };

/** A scene as a still of it is taken: `frame` is when. */
export type Still = { scene: ScenePicture; frame: number };

const LANGUAGE = "en";
const FPS = 30;
const SCENE_SEC = 6;
const STILL_SEC = 2.6;
/** After a word's start: it is fully there and still being spoken. */
const SPOKEN_SEC = 0.2;
/** The heading stays as long as words are spoken. */
const CARD = { startSec: 0.2, endSec: 5.9 };
const VOICE = { startSec: 0.5, endSec: 5.5 };

/** The narration's words spoken evenly. */
function spokenWords(narration: string): Word[] {
  const words = narration.split(" ");
  const each = (VOICE.endSec - VOICE.startSec) / words.length;
  return words.map((text, index) => ({ text, start: VOICE.startSec + index * each, end: VOICE.startSec + (index + 0.9) * each }));
}

function sampleCues(narration: string, captions: CaptionSettings, aspect: Aspect, type: Type): Cue[] {
  const { form, style } = setLook(captions, aspect, LANGUAGE);
  const measure = (text: string) => type.measure(text, style);
  return buildCues(spokenWords(narration), { language: LANGUAGE, form, measure, sceneEndSec: SCENE_SEC });
}

/** When the caption that stands about the middle has come wholly, its last word being spoken. */
function stillSec(cues: Cue[]): number {
  const cue = cues.find(({ endSec }) => endSec > STILL_SEC);
  return (cue?.lines.flat().at(-1)?.startSec ?? STILL_SEC) + SPOKEN_SEC;
}

function sampleFacts({ heading, narration, subjects }: Sample, cards: Card[]): Required<SceneFacts> {
  return {
    title: heading,
    heading,
    saying: { text: narration, quoted: false },
    captioned: true,
    phrase: narration,
    keywords: heading.toLowerCase().split(" "),
    subjects: subjects.map((picture) => ({ word: picture, picture })),
    step: { index: 2, count: 5 },
    progress: { from: 0.3, to: 0.5 },
    cards: cards.map(({ kind, startSec, endSec }) => ({ kind, startSec, endSec })),
  };
}

/** A sample told in a style, with captions (by default the style's own, under a heading), in the middle of its scene. */
export function tellSample(
  sample: Sample,
  told: { style: Style; custom?: CustomStyle; aspect: Aspect; size: FrameSize; captions?: CaptionSettings },
  type: Type,
): Still {
  const { setting, palette, composition = 0, heading, narration, subjects } = sample;
  const { style, custom, aspect, size } = told;
  const design = styleOf(told);
  const cards: Card[] = told.captions ? [] : [{ kind: "heading", text: heading, ...CARD }];
  const facts = sampleFacts(sample, cards);
  const wanted = Object.fromEntries(design.wants.map((fact) => [fact, facts[fact]]));
  const captions = told.captions ?? { size: 1, ...design.captionSettings, look: design.captions };
  const cues = sampleCues(narration, captions, aspect, type);
  const things = subjects.map((picture) => ({ word: picture, picture }));
  const scene: ScenePicture = {
    picture: {
      visual: { kind: "scenery", setting, palette, seed: 0, subjects: things, composition },
      style,
      ...(custom && { custom }),
      aspect,
      size,
      durationSec: SCENE_SEC,
      cards: cards.filter(({ kind }) => design.shows.includes(kind)),
      facts: wanted,
      language: LANGUAGE,
    },
    cues,
    captions,
    fps: FPS,
    frames: SCENE_SEC * FPS,
  };
  return { scene, frame: Math.round(stillSec(cues) * FPS) };
}

/** A sample's scenery alone: no captions, no cards. */
export function showScenery(sample: Sample, shown: { style: Style; aspect: Aspect; size: FrameSize }, type: Type): Still {
  const { scene, frame } = tellSample(sample, shown, type);
  return { scene: { ...scene, picture: { ...scene.picture, cards: [] }, cues: [], captions: "off" }, frame };
}
