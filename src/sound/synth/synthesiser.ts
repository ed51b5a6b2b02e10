import { hashSeed, seededRandom } from "../../domain/seed.ts";
import { SAMPLE_RATE } from "../../domain/speech.ts";
import type { MusicSection } from "../../domain/tasks.ts";
import { buildForm } from "./form.ts";
import { openMaster } from "./master.ts";
import { openPad } from "./pad.ts";
import { openReverb } from "./reverb.ts";
import { openSampler } from "./sampler.ts";
import { type Note, type PadChange, type ScoredBar, writeScore } from "./score.ts";

/** What to play: a film's length, its moods in order, and a seed that decides everything else. */
export type Commission = { durationSec: number; spans: MusicSection[]; seed: number };

/** Frames rendered at a time: 10 ms. */
const STEP = SAMPLE_RATE / 100;
const STEPS_PER_BLOCK = 100;
/** How much of the pad goes to the room. */
const PAD_SEND = 0.3;
/** Notes may come so much before their bar. */
const EARLY_SEC = 0.05;

/** Plays a film's music: interleaved stereo at 48 kHz in blocks of a second, `round(durationSec * 48000)` frames in all. Memory does not grow with length. */
export function* synthesise({ durationSec, spans, seed }: Commission): Generator<Float32Array> {
  const frames = Math.round(durationSec * SAMPLE_RATE);
  const tempo = 0.96 + 0.08 * seededRandom(hashSeed("tempo", seed))();
  const band = openBand(writeScore(buildForm(durationSec, spans, tempo), seed));
  const master = openMaster(frames);
  for (let from = 0; from < frames; from += STEP * STEPS_PER_BLOCK) {
    const block = new Float32Array(2 * Math.min(STEP * STEPS_PER_BLOCK, frames - from));
    for (let at = 0; at < block.length / 2; at += STEP) {
      const count = Math.min(STEP, block.length / 2 - at);
      band.render(from + at, count);
      master(band.left, band.right, count, block, at, from + at);
    }
    yield block;
  }
}

/** All players and the room. */
function openBand(score: Generator<ScoredBar>) {
  const left = new Float32Array(STEP);
  const right = new Float32Array(STEP);
  const room = new Float32Array(STEP);
  const pad = openPad();
  const sampler = openSampler();
  const reverb = openReverb();
  const desk = openDesk(score);
  return {
    left,
    right,
    render(frame: number, count: number) {
      left.fill(0);
      right.fill(0);
      const due = desk.until((frame + count) / SAMPLE_RATE);
      for (const change of due.pads) pad.hold(change.pitches, change.level, change.cutoffHz);
      for (const note of due.notes) sampler.start(note, Math.max(0, Math.min(count - 1, Math.round(note.atSec * SAMPLE_RATE) - frame)));
      pad.render(left, right, count);
      for (let i = 0; i < count; i++) room[i] = PAD_SEND * (left[i]! + right[i]!);
      sampler.render(left, right, room, count);
      reverb.render(room, left, right, count);
    },
  };
}

/** Turns pages: reads bars when they are near and hands out what is due. */
function openDesk(score: Generator<ScoredBar>) {
  let next = score.next();
  let notes: Note[] = [];
  let pads: PadChange[] = [];
  return {
    until(sec: number): { notes: Note[]; pads: PadChange[] } {
      while (!next.done && next.value.startSec < sec + EARLY_SEC) {
        notes.push(...next.value.notes);
        pads.push(next.value.pad);
        next = score.next();
      }
      const due = { notes: notes.filter((note) => note.atSec < sec), pads: pads.filter((pad) => pad.atSec < sec) };
      if (due.notes.length > 0) notes = notes.filter((note) => note.atSec >= sec);
      if (due.pads.length > 0) pads = pads.filter((pad) => pad.atSec >= sec);
      return due;
    },
  };
}
