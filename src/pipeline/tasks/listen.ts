import { SAMPLE_RATE } from "../../domain/speech.ts";
import type { Word } from "../../domain/storyboard.ts";
import { decodeSound } from "../../media/decode.ts";
import { alignWords } from "../../sound/alignment.ts";
import { writeWave } from "../../system/wave-file.ts";
import { VOICE_FORMAT } from "./speak.ts";
import type { TaskContext, TaskRunner } from "./tasks.ts";

/** When the words of a known text are said in somebody's recording: found by comparing it with a voice of ours that says the same. */
async function findWords(samples: Float32Array, text: string, language: string, { providers, data, signal }: TaskContext): Promise<Word[]> {
  const { speech, voice } = providers.referenceVoice(language);
  const reference = await speech.speak({ text, voice, language, speed: 1 }, { data, signal, note: () => undefined });
  return alignWords(samples, reference);
}

/** Takes the user's own sound for a scene, and when its words are said: as the user says, or as it sounds. */
export const listen: TaskRunner<"listen"> = async ({ sound, text, language, durationSec, file }, context) => {
  const { means, signal } = context;
  const samples = await decodeSound({
    ffmpeg: means.programs.ffmpeg,
    path: sound.path,
    startSec: sound.start,
    ...(durationSec !== undefined && { durationSec }),
    signal,
  });
  await writeWave(file, samples, VOICE_FORMAT);
  const words = sound.words ?? (text.trim() === "" ? [] : await findWords(samples, text, language, context));
  return { durationSec: samples.length / SAMPLE_RATE, words, notes: [] };
};
