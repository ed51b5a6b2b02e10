import { readingSpeed } from "../../domain/caption.ts";
import type { GenerateRequest } from "../../domain/job.ts";
import type { Spoken } from "../../domain/speech.ts";
import type { Scene, Storyboard } from "../../domain/storyboard.ts";
import { speedToFit } from "../../domain/timeline.ts";
import type { Voice } from "../../providers/provider.ts";
import type { Stage, StageContext } from "../stage.ts";

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

/**
 * Storyboard to one voice a scene with its measured length and word times. Scenes already spoken are not spoken again. When the voices
 * cannot fit the target they speak faster, at most by a fifth.
 */
export const speech: Stage<"speech"> = async (context) => {
  const storyboard = context.from("plan");
  const { voice, note } = context.providers.pickVoice(context.order.request.voice, storyboard.language);
  if (note) context.log("WARNING", note);
  const spoken = await speakAll(context, storyboard, voice, 1);
  const target = targetSec(context.order.request);
  const speed =
    target !== undefined && fitsTarget(context.order.request) ? speedToFit(storyboard, spoken, target, hasCards(storyboard)) : 1;
  return { spoken: speed === 1 ? spoken : await speakAll(context, storyboard, voice, speed), notes: note ? [note] : [] };
};

async function speakAll(context: StageContext, storyboard: Storyboard, voice: Voice, speed: number): Promise<(Spoken | undefined)[]> {
  let finished = 0;
  return Promise.all(
    storyboard.scenes.map(async (scene) => {
      const spoken = await voiceOf(context, storyboard, scene, voice, speed);
      finished += 1;
      context.progress(finished / storyboard.scenes.length, `Speaking scene ${finished} of ${storyboard.scenes.length}`);
      return spoken;
    }),
  );
}

/** Of the fastest that captions may be, so much is spoken at on the average of a scene: its parts differ. */
const READABLE_PART = 0.86;
const SLOWEST = 0.8;

/** The speed at which a text is spoken no faster than its captions can be read: 1, or less where the voice is too quick for it. */
export function readableSpeed(text: string, durationSec: number, language: string): number {
  const ease = (readingSpeed(language) * READABLE_PART * durationSec) / [...text.trim()].length;
  return ease >= 1 ? 1 : Math.max(SLOWEST, Math.floor(ease * 50) / 50);
}

type Speaking = { storyboard: Storyboard; scene: Scene; voice: Voice };

async function voiceOf(
  context: StageContext,
  storyboard: Storyboard,
  scene: Scene,
  voice: Voice,
  speed: number,
): Promise<Spoken | undefined> {
  const speaking = { storyboard, scene, voice };
  if (scene.sound) return ownVoice(context, speaking);
  if (scene.narration.trim() === "") return undefined;
  const spoken = await speakAt(context, speaking, speed);
  const readable = readableSpeed(scene.narration, spoken.durationSec, storyboard.language);
  return readable === 1 ? spoken : speakAt(context, speaking, speed * readable);
}

async function speakAt(context: StageContext, { storyboard, scene, voice }: Speaking, speed: number): Promise<Spoken> {
  const { language } = storyboard;
  const text = scene.narration;
  const { file, result } = await context.make("speak", [text, voice.id, language, speed], { text, voice: voice.id, language, speed });
  for (const note of result.notes) context.log("WARNING", note);
  return { file, durationSec: result.durationSec, words: result.words };
}

async function ownVoice({ from, make }: StageContext, { storyboard, scene }: Speaking): Promise<Spoken> {
  const { sound, duration, narration: text } = scene;
  const { language } = storyboard;
  const { digests } = from("assets");
  const input = { sound: sound!, text, language, ...(duration !== undefined && { durationSec: duration }) };
  const { file, result } = await make("listen", [digests[sound!.path], sound!.start, sound!.words, text, language, duration], input);
  return { file, durationSec: result.durationSec, words: result.words };
}
