import { SAMPLE_RATE } from "../../domain/speech.ts";
import type { Note } from "./score.ts";
import { buildTone, TONE_PLACES } from "./tones.ts";

/** Plays struck notes from tones that are rendered once for each pitch. */
export type Sampler = {
  /** Adds the next `count` samples of all that sounds to both channels and to the reverb's input. */
  render(left: Float32Array, right: Float32Array, room: Float32Array, count: number): void;
  /** Starts a note `frame` frames into the next render. */
  start(note: Note, frame: number): void;
};

/** Rendered tones kept in memory, samples: 24 MB. */
const KEPT_SAMPLES = 6_000_000;

type Shot = {
  tone: Float32Array;
  at: number;
  wait: number;
  left: number;
  right: number;
  room: number;
  held: number;
  damping: number;
  fade: number;
};

/** Opens a sampler with nothing sounding. */
export function openSampler(): Sampler {
  const tones = new Map<string, Float32Array>();
  let kept = 0;
  const toneOf = (note: Note): Float32Array => {
    const name = `${note.tone} ${note.pitch}`;
    const known = tones.get(name);
    const tone = known ?? buildTone(note.tone, note.pitch);
    tones.delete(name);
    tones.set(name, tone);
    if (!known) kept += tone.length;
    for (const [oldest, samples] of tones) {
      if (kept <= KEPT_SAMPLES || oldest === name) break;
      tones.delete(oldest);
      kept -= samples.length;
    }
    return tone;
  };
  let shots: Shot[] = [];
  return {
    start: (note, frame) => void shots.push(openShot(note, toneOf(note), frame)),
    render(left, right, room, count) {
      for (const shot of shots) addShot(shot, left, right, room, count);
      shots = shots.filter((shot) => shot.at < shot.tone.length && shot.fade > 0.0005);
    },
  };
}

function openShot(note: Note, tone: Float32Array, wait: number): Shot {
  const place = TONE_PLACES[note.tone];
  const angle = ((note.pan + 1) * Math.PI) / 4;
  return {
    tone,
    at: 0,
    wait,
    left: note.velocity * Math.SQRT2 * Math.cos(angle),
    right: note.velocity * Math.SQRT2 * Math.sin(angle),
    room: note.velocity * place.send,
    held: Math.round(note.lengthSec * SAMPLE_RATE),
    damping: Math.exp(-1 / ((place.damperSec / 3) * SAMPLE_RATE)),
    fade: 1,
  };
}

function addShot(shot: Shot, left: Float32Array, right: Float32Array, room: Float32Array, count: number): void {
  const from = shot.wait;
  shot.wait = 0;
  const open = Math.max(0, Math.min(count - from, shot.held - shot.at, shot.tone.length - shot.at));
  addHeld(shot, left, right, room, from, open);
  addDamped(shot, left, right, room, from + open, Math.min(count - from - open, shot.tone.length - shot.at));
}

function addHeld(shot: Shot, left: Float32Array, right: Float32Array, room: Float32Array, from: number, count: number): void {
  const { tone, at, left: gainLeft, right: gainRight, room: gainRoom } = shot;
  for (let i = 0; i < count; i++) {
    const value = tone[at + i]!;
    left[from + i] = left[from + i]! + gainLeft * value;
    right[from + i] = right[from + i]! + gainRight * value;
    room[from + i] = room[from + i]! + gainRoom * value;
  }
  shot.at += count;
}

function addDamped(shot: Shot, left: Float32Array, right: Float32Array, room: Float32Array, from: number, count: number): void {
  const { tone, at, damping, left: gainLeft, right: gainRight, room: gainRoom } = shot;
  let fade = shot.fade;
  for (let i = 0; i < count; i++) {
    fade *= damping;
    const value = fade * tone[at + i]!;
    left[from + i] = left[from + i]! + gainLeft * value;
    right[from + i] = right[from + i]! + gainRight * value;
    room[from + i] = room[from + i]! + gainRoom * value;
  }
  shot.fade = fade;
  shot.at += Math.max(0, count);
}
