import { SAMPLE_RATE } from "../../domain/speech.ts";
import { writeWave } from "../../system/wave-file.ts";
import type { TaskRunner } from "./tasks.ts";

/** How a voice is kept: mono, 16 bits. */
export const VOICE_FORMAT = { channels: 1, sampleRate: SAMPLE_RATE, encoding: "s16" } as const;

/** Speaks a text into a WAV file. */
export const speak: TaskRunner<"speak"> = async ({ text, voice, language, speed, file }, { providers, data, signal }) => {
  const notes: string[] = [];
  const note = (told: string) => void notes.push(told);
  const { samples, words } = await providers.speechOf(voice).speak({ text, voice, language, speed }, { data, signal, note });
  await writeWave(file, samples, VOICE_FORMAT);
  return { durationSec: samples.length / SAMPLE_RATE, words, notes };
};
