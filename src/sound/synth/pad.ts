import { SAMPLE_RATE } from "../../domain/speech.ts";
import { pitchHz } from "./scale.ts";
import { buildWave, TABLE } from "./tones.ts";

/** A warm pad: for each held pitch three detuned oscillators, left, right and between. */
export type Pad = {
  /** From now on these pitches sound; those that sound already go on, others are released. */
  hold(pitches: number[], level: number, cutoffHz: number): void;
  /** Adds `count` samples to both channels. */
  render(left: Float32Array, right: Float32Array, count: number): void;
};

const ATTACK_SEC = 0.55;
const RELEASE_SEC = 1.1;
const DETUNE_CENTS = [-7, 7, 1.2];
const LEVEL = 0.023;

type Voice = {
  pitch: number;
  table: Float32Array;
  phases: Float64Array;
  steps: number[];
  held: boolean;
  fade: number;
  level: number;
  swayPhase: number;
};

/** Opens a pad; nothing sounds until it holds something. The first chord comes in faster than the others. */
export function openPad(): Pad {
  const tables = new Map<number, Float32Array>();
  const filters = [new Float64Array(2), new Float64Array(2)];
  const left = new Float32Array(TABLE);
  const right = new Float32Array(TABLE);
  let voices: Voice[] = [];
  let wanted = { level: 0, cutoffHz: 1000 };
  let cutoffHz = 0;
  let born = 0;
  let attackSec = 0.18;
  return {
    hold(pitches, level, cutoff) {
      wanted = { level, cutoffHz: cutoff };
      attackSec = born === 0 ? 0.18 : ATTACK_SEC;
      cutoffHz ||= cutoff;
      for (const voice of voices) voice.held = voice.held && pitches.includes(voice.pitch);
      const sounding = new Set(voices.filter((voice) => voice.held).map((voice) => voice.pitch));
      for (const pitch of pitches) if (!sounding.has(pitch)) voices.push(openVoice(pitch, tables, born++));
    },
    render(outLeft, outRight, count) {
      left.fill(0, 0, count);
      right.fill(0, 0, count);
      for (const voice of voices) renderVoice(voice, left, right, count, wanted.level, attackSec);
      voices = voices.filter((voice) => voice.held || voice.fade > 0);
      cutoffHz += 0.01 * (wanted.cutoffHz - cutoffHz);
      soften(left, outLeft, filters[0]!, cutoffHz, count);
      soften(right, outRight, filters[1]!, cutoffHz, count);
    },
  };
}

function openVoice(pitch: number, tables: Map<number, Float32Array>, born: number): Voice {
  const hz = pitchHz(pitch);
  const table = tables.get(pitch) ?? buildPadWave(hz);
  tables.set(pitch, table);
  const phases = Float64Array.from(DETUNE_CENTS, (_, i) => (((born * 3 + i) * 0.381966) % 1) * TABLE);
  const steps = DETUNE_CENTS.map((cents) => (hz * 2 ** (cents / 1200) * TABLE) / SAMPLE_RATE);
  return { pitch, table, phases, steps, held: true, fade: 0, level: 0, swayPhase: born * 2.4 };
}

/** Louder below than above, odd harmonics a little ahead: something between strings and a choir. */
function buildPadWave(hz: number): Float32Array {
  const count = Math.max(3, Math.min(20, Math.floor(6_000 / hz)));
  const partials = Array.from({ length: count }, (_, i) => ({
    ratio: i + 1,
    level: (i % 2 === 0 ? 1 : 0.7) / (i + 1) ** 1.15,
    decaySec: 1,
  }));
  return buildWave(partials).map((value) => value * (220 / hz) ** 0.25);
}

const ease = (x: number): number => x * x * (3 - 2 * x);

function renderVoice(voice: Voice, left: Float32Array, right: Float32Array, count: number, level: number, attackSec: number): void {
  const before = voice.level * ease(voice.fade);
  const change = count / SAMPLE_RATE;
  voice.fade = voice.held ? Math.min(1, voice.fade + change / attackSec) : Math.max(0, voice.fade - change / RELEASE_SEC);
  voice.swayPhase += 2 * Math.PI * 0.13 * change;
  const target = LEVEL * level * (1 + 0.14 * Math.sin(voice.swayPhase));
  if (voice.held) voice.level = voice.level === 0 ? target : voice.level + 0.02 * (target - voice.level);
  const after = voice.level * ease(voice.fade);
  addOscillators(voice, left, right, count, before, (after - before) / count);
}

function addOscillators(
  { table, phases, steps }: Voice,
  left: Float32Array,
  right: Float32Array,
  count: number,
  from: number,
  slope: number,
): void {
  let [a, b, c] = phases as unknown as [number, number, number];
  const [stepA, stepB, stepC] = steps as [number, number, number];
  let gain = from;
  for (let i = 0; i < count; i++) {
    const wa = a | 0;
    const wb = b | 0;
    const wc = c | 0;
    const ta = table[wa & (TABLE - 1)]!;
    const tb = table[wb & (TABLE - 1)]!;
    const tc = table[wc & (TABLE - 1)]!;
    const middle = 0.45 * (tc + (c - wc) * (table[(wc + 1) & (TABLE - 1)]! - tc));
    left[i] = left[i]! + gain * (ta + (a - wa) * (table[(wa + 1) & (TABLE - 1)]! - ta) + middle);
    right[i] = right[i]! + gain * (tb + (b - wb) * (table[(wb + 1) & (TABLE - 1)]! - tb) + middle);
    gain += slope;
    a += stepA;
    b += stepB;
    c += stepC;
  }
  phases[0] = a % TABLE;
  phases[1] = b % TABLE;
  phases[2] = c % TABLE;
}

/** Two one-pole low-passes in a row, added to the output. */
function soften(input: Float32Array, output: Float32Array, state: Float64Array, hz: number, count: number): void {
  const k = 1 - Math.exp((-2 * Math.PI * hz) / SAMPLE_RATE);
  let first = state[0]!;
  let second = state[1]!;
  for (let i = 0; i < count; i++) {
    first += k * (input[i]! - first);
    second += k * (first - second);
    output[i] = output[i]! + second;
  }
  state[0] = first;
  state[1] = second;
}
