import { rm } from "node:fs/promises";
import { KinoraError } from "../../domain/error.ts";
import { SAMPLE_RATE } from "../../domain/speech.ts";
import { USUAL_MUSIC_GAIN } from "../../domain/storyboard.ts";
import type { MusicSource, Tasks } from "../../domain/tasks.ts";
import { openSound } from "../../media/decode.ts";
import { encodeSound } from "../../media/sound.ts";
import { loopMusic } from "../../sound/loop-music.ts";
import { type BlockStore, type MixReport, mixFilm } from "../../sound/mix.ts";
import { openTruePeakMeter } from "../../sound/true-peak.ts";
import { createWave, waveBlocks } from "../../system/wave-file.ts";
import type { TaskContext, TaskRunner } from "./tasks.ts";

/** The film's music as stereo blocks, as long as the film; undefined when there is none. */
function musicBlocks(
  music: MusicSource,
  durationSec: number,
  { providers, data, signal, log, means }: TaskContext,
): AsyncIterable<Float32Array> | undefined {
  if (music.kind === "none") return undefined;
  if (music.kind === "own")
    return loopMusic(() => openSound({ ffmpeg: means.programs.ffmpeg, path: music.path, durationSec, signal }), durationSec);
  const note = (text: string) => log("WARNING", text);
  return providers.music.compose({ durationSec, sections: music.sections, seed: music.seed }, { data, signal, note });
}

/** A factor on the balance that is usual. */
function gainOf(music: MusicSource): number {
  if (music.kind === "own") return music.gain / USUAL_MUSIC_GAIN;
  return music.kind === "composed" ? (music.gain ?? 1) : 1;
}

/** A store of blocks in a temporary file, which is there until the task's folder goes. */
async function openBlockStore(path: string): Promise<BlockStore & { close: () => Promise<void> }> {
  const wave = await createWave(path, { channels: 2, sampleRate: SAMPLE_RATE, encoding: "f32" });
  let closed = false;
  const close = async () => {
    if (!closed) await wave.close();
    closed = true;
  };
  return {
    write: (block) => wave.write(block),
    async *blocks() {
      await close();
      yield* waveBlocks(path);
    },
    close,
  };
}

type MixInput = Tasks["mix"]["input"];

/** Composes the music, mixes it with the voices under a ceiling (dBTP) and encodes it. */
async function mixUnder(ceilingDb: number, input: MixInput, context: TaskContext): Promise<MixReport> {
  const { durationSec, voices, music, language, file } = input;
  const { means, signal, progress } = context;
  context.providers.restVoices();
  const frames = Math.round(durationSec * SAMPLE_RATE);
  const storePath = `${file}.music`;
  const store = await openBlockStore(storePath);
  const encoder = encodeSound({ ffmpeg: means.programs.ffmpeg, out: file, frames, language, signal });
  let written = 0;
  try {
    const placed = voices.map((voice) => ({ startSec: voice.startSec, read: () => waveBlocks(voice.file) }));
    const blocks = musicBlocks(music, durationSec, context);
    const report = await mixFilm(
      { durationSec, voices: placed, ...(blocks && { music: blocks }), musicGain: gainOf(music), ceilingDb, signal },
      store,
      async (block) => {
        await encoder.write(block);
        written += block.length / 2;
        progress((written / frames) * 0.9);
      },
    );
    await encoder.finish();
    return report;
  } catch (error) {
    await encoder.abandon();
    throw error;
  } finally {
    await store.close();
    await rm(storePath, { force: true });
  }
}

/** The true peak of an encoded sound, dBTP: encoders add to peaks, by how much only the result tells. */
async function encodedPeakDb(path: string, durationSec: number, { means, signal }: TaskContext): Promise<number> {
  const meter = openTruePeakMeter(2);
  try {
    for await (const block of openSound({ ffmpeg: means.programs.ffmpeg, path, durationSec, signal })) meter.add(block);
  } catch (cause) {
    if (!(cause instanceof KinoraError) || cause.code !== "media_unusable") throw cause;
    throw new KinoraError(
      "ffmpeg_output_invalid",
      "The film's sound cannot be read back. Run the same command again, or see: kinora doctor",
      { cause },
    );
  }
  return meter.peakDb();
}

/** The highest peak that is delivered, dBTP, and where the limiter's ceiling is at first: encoding seldom adds more than lies between. */
const MOST_PEAK_DB = -1.1;
const FIRST_CEILING_DB = -1.8;
const MOST_TRIES = 3;

/** Mixes the film's sound in passes over flat memory and encodes it; again under a lower ceiling when encoding has raised a peak too far. */
export const mix: TaskRunner<"mix"> = async (input, context) => {
  let ceilingDb = FIRST_CEILING_DB;
  for (let tries = 1; ; tries++) {
    const { silent, loudnessLufs } = await mixUnder(ceilingDb, input, context);
    const over = silent ? 0 : (await encodedPeakDb(input.file, input.durationSec, context)) - MOST_PEAK_DB;
    if (over <= 0 || tries === MOST_TRIES) return { silent, loudnessLufs };
    ceilingDb -= over + 0.2;
  }
};
