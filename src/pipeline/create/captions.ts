import { type Cue, shiftCue } from "../../domain/caption.ts";
import { buildCues } from "../../domain/caption-layout.ts";
import { type CaptionSettings, captionSettings } from "../../domain/caption-look.ts";
import { frameSize } from "../../domain/frame.ts";
import type { ResolvedRequest } from "../../domain/job.ts";
import { primaryLanguage } from "../../domain/language-tag.ts";
import type { Card, PictureSpec, ScenePicture } from "../../domain/picture.ts";
import type { Storyboard } from "../../domain/storyboard.ts";
import type { Timeline, TimelineScene } from "../../domain/timeline.ts";
import { transitionInto } from "../../domain/transition.ts";
import { typeset, typesetWords } from "../../domain/typography.ts";
import { toSrt } from "../../media/captions/srt.ts";
import { toVtt } from "../../media/captions/vtt.ts";
import { captionColours } from "../../picture/caption-colours.ts";
import { type SetLook, setLook } from "../../picture/caption-looks.ts";
import { captionsIn, styleOf } from "../../picture/styles.ts";
import { openType, type Type } from "../../picture/text.ts";
import type { Stage } from "../stage.ts";
import { sceneFacts } from "./facts.ts";
import { hasCards } from "./target.ts";

const CLOSING: Record<string, string> = { en: "The End", es: "Fin", fr: "Fin", de: "Ende", it: "Fine", pt: "Fim", ja: "終", zh: "剧终" };
const END_CARD_SEC = 3.2;
/** How the lines of caption files break when there are no captions in the picture. */
const IN_FILES: CaptionSettings = { look: "cinematic", size: 1 };

/** The large texts of a scene: the film's title over the first, a scene's own title over its beginning unless it is all that the scene says, the closing words over the last. */
export function sceneCards(storyboard: Storyboard, timeline: Timeline, index: number): Card[] {
  const { frames, voiceStartSec, voice } = timeline.scenes[index]!;
  const lengthSec = frames / timeline.fps;
  const { title, narration } = storyboard.scenes[index]!;
  const cards: Card[] = [];
  const opening = index === 0 && hasCards(storyboard);
  if (opening)
    cards.push({ kind: "title", text: storyboard.title, startSec: 0, endSec: Math.min(lengthSec, Math.max(3.2, voiceStartSec + 1.6)) });
  if (title && !(opening && sameText(title, storyboard.title)) && !sameText(title, narration)) {
    const startSec = opening ? cards[0]!.endSec : 0.2;
    if (lengthSec - startSec > 1.5) cards.push({ kind: "heading", text: title, startSec, endSec: Math.min(lengthSec, startSec + 4.5) });
  }
  if (index === timeline.scenes.length - 1 && hasCards(storyboard)) {
    const freeSec = Math.max(voiceStartSec + (voice?.durationSec ?? 0) + 0.1, cards.at(-1)?.endSec ?? 0);
    const startSec = Math.max(freeSec, lengthSec - END_CARD_SEC);
    if (lengthSec - startSec > 0.8)
      cards.push({ kind: "end", text: `${storyboard.title}\n${closingText(storyboard.language)}`, startSec, endSec: lengthSec });
  }
  return cards;
}

const bare = (text: string): string => text.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "").toLowerCase();
const sameText = (a: string, b: string): boolean => bare(a) === bare(b);
const closingText = (language: string): string => CLOSING[primaryLanguage(language)] ?? "The End";

/** A scene's captions in its own time. */
function sceneCues(scene: TimelineScene, fps: number, { form, style }: SetLook, language: string, type: Type): Cue[] {
  if (!scene.voice) return [];
  const words = typesetWords(scene.voice.words, language).map((word) => ({
    ...word,
    start: word.start + scene.voiceStartSec,
    end: word.end + scene.voiceStartSec,
  }));
  return buildCues(words, { language, form, measure: (text) => type.measure(text, style), sceneEndSec: scene.frames / fps });
}

/** The storyboard with its words as they are shown. */
const typesetFilm = (storyboard: Storyboard): Storyboard => {
  const set = (text: string): string => typeset(text, storyboard.language);
  const scenes = storyboard.scenes.map(({ title, narration, ...scene }) => ({
    ...scene,
    narration: set(narration),
    ...(title !== undefined && { title: set(title) }),
  }));
  return { ...storyboard, title: set(storyboard.title), scenes };
};

/** What is drawn in each scene. The tail of the scene before is drawn in a transition's head, so its picture lasts that much longer. */
export function scenePictures(storyboard: Storyboard, timeline: Timeline, request: ResolvedRequest, cues: Cue[][]): ScenePicture[] {
  const { aspect, quality, style, custom } = request;
  const design = styleOf(request);
  const captions = captionsIn(design, request.captions);
  const pictures = timeline.scenes.map(({ frames }, index): PictureSpec => {
    const tail = timeline.scenes[index + 1]?.headFrames ?? 0;
    const { visual } = storyboard.scenes[index]!;
    const cards = sceneCards(storyboard, timeline, index).filter(({ kind }) => design.shows.includes(kind));
    const facts = sceneFacts(design.wants, { storyboard, timeline, index, cards, captioned: captions !== "off" });
    return {
      visual,
      style,
      ...(custom && { custom }),
      aspect,
      size: frameSize(aspect, quality),
      durationSec: (frames + tail) / timeline.fps,
      cards,
      language: storyboard.language,
      ...(facts && { facts }),
    };
  });
  return timeline.scenes.map(({ frames, headFrames }, index): ScenePicture => {
    const before = headFrames > 0 ? pictures[index - 1] : undefined;
    const transition = transitionInto(storyboard.scenes[index]!, design.transition);
    return {
      picture: pictures[index]!,
      cues: captions === "off" ? [] : cues[index]!,
      captions,
      fps: timeline.fps,
      frames,
      ...(before && { before: { picture: before, fromFrame: timeline.scenes[index - 1]!.frames, transition, headFrames } }),
    };
  });
}

/** All captions in the film's time. */
export function filmCues(timeline: Timeline, cues: Cue[][]): Cue[] {
  return timeline.scenes.flatMap(({ startFrame }, index) => cues[index]!.map((cue) => shiftCue(cue, startFrame / timeline.fps)));
}

/** Timeline to captions: what stands when, in the picture and in files beside it. */
export const captions: Stage<"captions"> = async ({ order: { request }, from, data, log }) => {
  const storyboard = typesetFilm(from("plan"));
  const timeline = from("timeline");
  const type = await openType(data);
  const text = [storyboard.title, ...storyboard.scenes.flatMap(({ title, narration }) => [title ?? "", narration])].join(" ");
  const { language } = storyboard;
  const spoken = timeline.scenes.flatMap(({ voice }) => typesetWords(voice?.words ?? [], language).map((word) => word.text));
  const design = styleOf(request);
  const settings = captionSettings(captionsIn(design, request.captions));
  const look = setLook(settings === "off" ? IN_FILES : settings, request.aspect, language);
  await type.prepare([text, ...spoken].join(" "), language, look.style.weight);
  const cues = timeline.scenes.map((scene) => sceneCues(scene, timeline.fps, look, language, type));
  const whole = filmCues(timeline, cues);
  const missing = type.missingGlyphs(text);
  const unseen =
    missing.length > 0
      ? [`The picture cannot show these characters, for want of a font: ${missing.slice(0, 20).join(" ")}. The caption files have them.`]
      : [];
  const notes = [...unseen, ...(settings === "off" ? [] : captionColours(settings).notes)];
  for (const note of notes) log("WARNING", note);
  return { pictures: scenePictures(storyboard, timeline, request, cues), filmCues: whole, srt: toSrt(whole), vtt: toVtt(whole), notes };
};
