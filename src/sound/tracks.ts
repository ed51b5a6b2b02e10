import { SAMPLE_RATE } from "../domain/speech.ts";

/** A voice recording and where in the film it begins. `read` gives its 48 kHz mono samples, whole or in blocks; it is called more than once. */
export type VoicePlacement = { startSec: number; read(): Promise<Float32Array> | AsyncIterable<Float32Array> };

/** A recording in blocks, however it is given. */
export async function* voiceBlocks(voice: VoicePlacement): AsyncGenerator<Float32Array> {
  const given = voice.read();
  if (given instanceof Promise) yield await given;
  else yield* given;
}

/** Sound in blocks of exactly `size` values, `total` values in all: what is missing is silence, what is too much is left out. */
export async function* reblock(source: AsyncIterable<Float32Array>, size: number, total: number): AsyncGenerator<Float32Array> {
  let block = new Float32Array(Math.min(size, total));
  let filled = 0;
  let left = total;
  for await (const part of source) {
    for (let at = 0; at < part.length && left > 0; ) {
      const count = Math.min(block.length - filled, part.length - at);
      block.set(part.subarray(at, at + count), filled);
      filled += count;
      at += count;
      if (filled < block.length) continue;
      yield block;
      left -= block.length;
      block = new Float32Array(Math.min(size, left));
      filled = 0;
    }
    if (left <= 0) return;
  }
  for (; left > 0; block = new Float32Array(Math.min(size, left))) {
    yield block;
    left -= block.length;
  }
}

/** Voices in their places; `close` lets go of those that outlast what was asked for. */
export type VoiceTrack = { addTo(block: Float32Array, fromFrame: number): Promise<void>; close(): Promise<void> };

/** Adds voices into mono blocks, in order of time; holds only those that are heard at the moment. `gains` are factors, one for each voice. */
export function openVoiceTrack(voices: VoicePlacement[], gains: number[]): VoiceTrack {
  const waiting = voices
    .map((voice, i) => ({ voice, gain: gains[i]!, frame: Math.round(voice.startSec * SAMPLE_RATE) }))
    .sort((a, b) => a.frame - b.frame);
  let playing: Player[] = [];
  return {
    async addTo(block, fromFrame) {
      while (waiting.length > 0 && waiting[0]!.frame < fromFrame + block.length) {
        const { voice, gain, frame } = waiting.shift()!;
        playing.push({ blocks: voiceBlocks(voice), gain, frame, part: new Float32Array(0), ended: false });
      }
      for (const player of playing) await addVoice(player, block, fromFrame);
      playing = playing.filter((player) => !player.ended);
    },
    async close() {
      for (const { blocks } of playing.splice(0)) await blocks.return(undefined);
    },
  };
}

/** A voice being heard: `frame` is where in the film `part` begins. */
type Player = { blocks: AsyncGenerator<Float32Array>; gain: number; frame: number; part: Float32Array; ended: boolean };

async function addVoice(player: Player, block: Float32Array, fromFrame: number): Promise<void> {
  const endFrame = fromFrame + block.length;
  for (;;) {
    const from = Math.max(player.frame, fromFrame);
    const to = Math.min(player.frame + player.part.length, endFrame);
    for (let frame = from; frame < to; frame++) {
      block[frame - fromFrame] = block[frame - fromFrame]! + player.gain * player.part[frame - player.frame]!;
    }
    if (player.frame + player.part.length > endFrame || player.frame >= endFrame) return;
    player.frame += player.part.length;
    const next = await player.blocks.next();
    player.part = next.done ? new Float32Array(0) : next.value;
    player.ended = next.done === true;
    if (player.ended) return;
  }
}
