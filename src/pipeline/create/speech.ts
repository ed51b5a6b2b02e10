import { readingSpeed, stretchEase } from "../../domain/caption.ts";
import { estimateSpeechSec } from "../../domain/pace.ts";
import type { Spoken } from "../../domain/speech.ts";
import type { Scene, Storyboard, Word } from "../../domain/storyboard.ts";
import { speedToFit } from "../../domain/timeline.ts";
import type { Voice } from "../../providers/provider.ts";
import type { Stage, StageContext } from "../stage.ts";
import { fitsTarget, hasCards, targetSec } from "./target.ts";

/** What all scenes are spoken with; `tell` takes what the user should know, each thing once. */
type Cast = { storyboard: Storyboard; voice: Voice; tell: (note: string) => void };

/**
 * Storyboard to one voice a scene with its measured length and word times. Scenes already spoken are not spoken again. When the voices
 * cannot fit the target they speak faster, at most by a fifth.
 */
export const speech: Stage<"speech"> = async (context) => {
  const storyboard = context.from("plan");
  const { request } = context.order;
  const { voice, note } = context.providers.pickVoice(request.voice, storyboard.language);
  const notes = new Set<string>();
  const tell = (text: string) => {
    if (!notes.has(text)) context.log("WARNING", text);
    notes.add(text);
  };
  if (note) tell(note);
  const cast = { storyboard, voice, tell };
  const spoken = await speakAll(context, cast, 1);
  const target = targetSec(request);
  const speed = target !== undefined && fitsTarget(request) ? speedToFit(storyboard, spoken, target, hasCards(storyboard)) : 1;
  return { spoken: speed === 1 ? spoken : await speakAll(context, cast, speed), notes: [...notes].sort() };
};

async function speakAll(context: StageContext, cast: Cast, speed: number): Promise<(Spoken | undefined)[]> {
  const { scenes } = cast.storyboard;
  let finished = 0;
  return Promise.all(
    scenes.map(async (scene) => {
      const spoken = await voiceOf(context, cast, scene, speed);
      finished += 1;
      context.progress(finished / scenes.length, `Speaking scene ${finished} of ${scenes.length}`);
      return spoken;
    }),
  );
}

/** Of the fastest that captions may be, so much is spoken at on the average of a scene: its parts differ. */
const READABLE_PART = 0.86;
const SLOWEST = 0.8;
/** A voice that is so little too quick is let be. */
const NEARLY = 0.96;

/** The speed at which a text is spoken no faster than its captions can be read: 1, or less where the voice is too quick for it. */
function readableSpeed(text: string, durationSec: number, language: string): number {
  const ease = (readingSpeed(language) * READABLE_PART * durationSec) / [...text.trim()].length;
  return ease >= 1 ? 1 : Math.max(SLOWEST, Math.floor(ease * 50) / 50);
}

/** The speed at which the quickest stretch of what was spoken can be read as well: figures take long to say and little to read, so the rest is quicker than the whole. */
const slowestNeeded = (words: readonly Word[], language: string): number =>
  Math.min(1, Math.max(SLOWEST, Math.floor(stretchEase(words, language) * 50) / 50));

async function voiceOf(context: StageContext, cast: Cast, scene: Scene, speed: number): Promise<Spoken | undefined> {
  if (scene.sound) return ownVoice(context, cast, scene);
  if (scene.narration.trim() === "") return undefined;
  const { storyboard, voice } = cast;
  const text = scene.narration;
  const expected = readableSpeed(text, estimateSpeechSec(text, storyboard.language, voice.id) / speed, storyboard.language);
  const spoken = await speakAt(context, cast, scene, speed * expected);
  const whole = readableSpeed(text, spoken.durationSec, storyboard.language);
  const readable = Math.min(whole >= NEARLY ? 1 : whole, slowestNeeded(spoken.words, storyboard.language));
  return readable === 1 ? spoken : speakAt(context, cast, scene, Math.max(SLOWEST * speed, speed * expected * readable));
}

async function speakAt(context: StageContext, { storyboard, voice, tell }: Cast, scene: Scene, speed: number): Promise<Spoken> {
  const { language } = storyboard;
  const text = scene.narration;
  const { file, result } = await context.make("speak", [text, voice.id, language, speed], { text, voice: voice.id, language, speed });
  for (const note of result.notes) tell(note);
  return { file, durationSec: result.durationSec, words: result.words };
}

async function ownVoice({ from, make }: StageContext, { storyboard, tell }: Cast, scene: Scene): Promise<Spoken> {
  const { sound, duration, narration: text } = scene;
  const { language } = storyboard;
  const { digests } = from("assets");
  const input = { sound: sound!, text, language, ...(duration !== undefined && { durationSec: duration }) };
  const { file, result } = await make("listen", [digests[sound!.path], sound!.start, sound!.words, text, language, duration], input);
  for (const note of result.notes) tell(note);
  return { file, durationSec: result.durationSec, words: result.words };
}
