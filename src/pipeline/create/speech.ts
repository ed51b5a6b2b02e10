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

async function voiceOf(
  context: StageContext,
  { language }: Storyboard,
  scene: Scene,
  voice: Voice,
  speed: number,
): Promise<Spoken | undefined> {
  const { narration: text, sound, duration } = scene;
  if (!sound && text.trim() === "") return undefined;
  const { file, result } = sound
    ? await context.make("listen", [context.from("assets").digests[sound.path], sound.start, sound.words, text, language, duration], {
        sound,
        text,
        language,
        ...(duration === undefined ? {} : { durationSec: duration }),
      })
    : await context.make("speak", [text, voice.id, language, speed], { text, voice: voice.id, language, speed });
  for (const note of result.notes) context.log("WARNING", note);
  return { file, durationSec: result.durationSec, words: result.words };
}
