import { SAMPLE_RATE } from "../../domain/speech.ts";
import type { MusicSource } from "../../domain/tasks.ts";
import { openSound } from "../../media/decode.ts";
import { encodeSound } from "../../media/sound.ts";
import { loopMusic } from "../../sound/loop-music.ts";
import { type BlockStore, mixFilm } from "../../sound/mix.ts";
import { createWave, waveBlocks } from "../../system/wave-file.ts";
import type { TaskContext, TaskRunner } from "./tasks.ts";

/** The storyboard's own default, which leaves the balance that Kinora chooses. */
const USUAL_GAIN = 0.3;

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

/** Composes the music, mixes it with the voices in two passes, and encodes the film's sound. Memory does not grow with its length. */
export const mix: TaskRunner<"mix"> = async ({ durationSec, voices, music, language, file }, context) => {
  const { means, signal, progress } = context;
  const frames = Math.round(durationSec * SAMPLE_RATE);
  const storePath = `${file}.music`;
  const store = await openBlockStore(storePath);
  const encoder = encodeSound({ ffmpeg: means.programs.ffmpeg, out: file, frames, language, signal });
  let written = 0;
  try {
    const placed = voices.map((voice) => ({ startSec: voice.startSec, read: () => waveBlocks(voice.file) }));
    const blocks = musicBlocks(music, durationSec, context);
    const report = await mixFilm(
      {
        durationSec,
        voices: placed,
        ...(blocks && { music: blocks }),
        ...(music.kind === "own" && { musicGain: music.gain / USUAL_GAIN }),
        signal,
      },
      store,
      async (block) => {
        await encoder.write(block);
        written += block.length / 2;
        progress(written / frames);
      },
    );
    await encoder.finish();
    return { silent: report.silent, loudnessLufs: report.loudnessLufs };
  } catch (error) {
    await encoder.abandon();
    throw error;
  } finally {
    await store.close();
    await Bun.file(storePath)
      .delete()
      .catch(() => undefined);
  }
};
