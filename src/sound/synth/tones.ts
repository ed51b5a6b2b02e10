import { SAMPLE_RATE } from "../../domain/speech.ts";
import { buildDrum, type DrumName } from "./drums.ts";
import { pitchHz } from "./scale.ts";

type StruckName = "felt" | "pluck" | "bell" | "marimba" | "bass" | "pizz";
/** A tone or drum that can be played. */
export type ToneName = StruckName | "spiccato" | "bowed" | DrumName;

/** How a tone sits in the room: level of its loudest sample, part that goes to the reverb, and how fast its damper stops it. */
export const TONE_PLACES: Record<ToneName, { level: number; send: number; damperSec: number }> = {
  felt: { level: 0.3, send: 0.3, damperSec: 0.35 },
  pluck: { level: 0.26, send: 0.28, damperSec: 0.3 },
  bell: { level: 0.2, send: 0.5, damperSec: 0.8 },
  marimba: { level: 0.28, send: 0.3, damperSec: 0.2 },
  bass: { level: 0.25, send: 0.03, damperSec: 0.12 },
  pizz: { level: 0.32, send: 0.15, damperSec: 0.12 },
  spiccato: { level: 0.26, send: 0.4, damperSec: 0.12 },
  bowed: { level: 0.22, send: 0.42, damperSec: 0.3 },
  kick: { level: 0.34, send: 0.04, damperSec: 1 },
  taiko: { level: 0.38, send: 0.35, damperSec: 1 },
  shaker: { level: 0.3, send: 0.2, damperSec: 1 },
  rim: { level: 0.32, send: 0.35, damperSec: 1 },
  swell: { level: 0.3, send: 0.5, damperSec: 1 },
};

/** A partial: frequency as a multiple of the note's, level, and the time in which it falls to a third. */
type Partial = { ratio: number; level: number; decaySec: number };

/** A struck or plucked tone. */
type Struck = { partials: (hz: number) => Partial[]; attackSec: number; lengthSec: number };

const HIGHEST_HZ = 9_000;
const harmonics = (count: number, partial: (n: number) => Partial): Partial[] => Array.from({ length: count }, (_, i) => partial(i + 1));

const STRUCK: Record<StruckName, Struck> = {
  felt: {
    partials: (hz) =>
      harmonics(14, (n) => ({
        ratio: n * Math.sqrt(1 + 0.0004 * n * n),
        level: Math.exp((-n * hz) / 2400) / n ** 0.85,
        decaySec: (1.5 * (220 / hz) ** 0.45) / (1 + 0.28 * (n - 1)),
      })),
    attackSec: 0.005,
    lengthSec: 3,
  },
  pluck: {
    partials: (hz) =>
      harmonics(18, (n) => ({
        ratio: n * Math.sqrt(1 + 0.0001 * n * n),
        level: (Math.abs(Math.sin(Math.PI * n * 0.23)) * Math.exp((-n * hz) / 4200)) / n ** 0.9,
        decaySec: (0.75 * (220 / hz) ** 0.5) / (1 + 0.4 * (n - 1)),
      })),
    attackSec: 0.0025,
    lengthSec: 1.8,
  },
  bell: {
    partials: (hz) =>
      [
        { ratio: 1, level: 1, decaySec: 1.1 },
        { ratio: 2.003, level: 0.16, decaySec: 0.8 },
        { ratio: 3.99, level: 0.2, decaySec: 0.35 },
        { ratio: 6.8, level: 0.05, decaySec: 0.12 },
      ].map((partial) => ({
        ...partial,
        decaySec: partial.decaySec * (520 / hz) ** 0.3,
        level: partial.level * Math.exp((-partial.ratio * hz) / 9000),
      })),
    attackSec: 0.004,
    lengthSec: 3,
  },
  marimba: {
    partials: (hz) =>
      [
        { ratio: 1, level: 1, decaySec: 0.32 },
        { ratio: 3.93, level: 0.22, decaySec: 0.1 },
        { ratio: 9.2, level: 0.06, decaySec: 0.03 },
      ].map((partial) => ({ ...partial, decaySec: partial.decaySec * (260 / hz) ** 0.5 })),
    attackSec: 0.003,
    lengthSec: 1.4,
  },
  bass: {
    partials: () => [1, 0.62, 0.34, 0.16, 0.07].map((level, i) => ({ ratio: i + 1, level, decaySec: 2.4 / (1 + 0.35 * i) })),
    attackSec: 0.018,
    lengthSec: 4.2,
  },
  pizz: {
    partials: (hz) =>
      harmonics(10, (n) => ({
        ratio: n,
        level: Math.exp((-n * hz) / 900) / n ** 0.5,
        decaySec: (0.36 * (80 / hz) ** 0.3) / (1 + 0.3 * (n - 1)),
      })),
    attackSec: 0.004,
    lengthSec: 1.2,
  },
};

/** Bowed strings: how fast they speak and how long they last. */
const BOWED = { spiccato: { attackSec: 0.022, decaySec: 0.11, lengthSec: 0.6 }, bowed: { attackSec: 0.16, decaySec: 30, lengthSec: 4 } };

const DAMPED_END_SEC = 0.06;

/** Renders a note of a tone, mono, its loudest sample at the tone's level. The same each time. */
export function buildTone(tone: ToneName, pitch: number): Float32Array {
  const samples =
    tone in STRUCK
      ? buildStruck(STRUCK[tone as StruckName], pitchHz(pitch))
      : tone === "spiccato" || tone === "bowed"
        ? buildBowed(BOWED[tone], pitchHz(pitch))
        : buildDrum(tone as DrumName);
  return scaleTo(samples, TONE_PLACES[tone].level);
}

function buildStruck({ partials, attackSec, lengthSec }: Struck, hz: number): Float32Array {
  const sounding = partials(hz).filter(({ ratio, level }) => ratio * hz < HIGHEST_HZ && level > 0.0005);
  const heardSec = Math.min(lengthSec, 6 * Math.max(...sounding.map((partial) => partial.decaySec)));
  const samples = new Float32Array(Math.round(heardSec * SAMPLE_RATE));
  for (const { ratio, level, decaySec } of sounding) addDecayingSine(samples, ratio * hz, level, decaySec);
  return shape(samples, attackSec, 0.3 * heardSec);
}

/** A sine that begins at zero and dies away, by its recurrence. */
function addDecayingSine(samples: Float32Array, hz: number, level: number, decaySec: number): void {
  const w = (2 * Math.PI * hz) / SAMPLE_RATE;
  const r = Math.exp(-1 / (decaySec * SAMPLE_RATE));
  const k = 2 * r * Math.cos(w);
  const rr = r * r;
  const end = Math.min(samples.length, Math.ceil(9 * decaySec * SAMPLE_RATE));
  let before = 0;
  let now = level * r * Math.sin(w);
  for (let i = 1; i < end; i++) {
    samples[i] = samples[i]! + now;
    const next = k * now - rr * before;
    before = now;
    now = next;
  }
}

/** A string section in small: three detuned bows with vibrato that comes in late, highs rolled off. */
function buildBowed({ attackSec, decaySec, lengthSec }: (typeof BOWED)["bowed"], hz: number): Float32Array {
  const samples = new Float32Array(Math.round(lengthSec * SAMPLE_RATE));
  const count = Math.min(16, Math.floor(5_500 / hz));
  const table = buildWave(harmonics(count, (n) => ({ ratio: n, level: Math.exp((-n * hz) / 3400) / n ** 0.8, decaySec: 1 })));
  for (const [i, cents] of [-6, 0.5, 6].entries()) addBow(samples, table, hz * 2 ** (cents / 1200), 0.13 + 0.29 * i, 4.9 + 0.35 * i);
  for (let i = 0; i < samples.length; i++) samples[i] = samples[i]! * Math.exp(-i / (decaySec * SAMPLE_RATE));
  return shape(samples, attackSec, Math.min(0.5, 0.4 * lengthSec));
}

function addBow(samples: Float32Array, table: Float32Array, hz: number, phase: number, vibratoHz: number): void {
  let at = phase * TABLE;
  const step = (hz * TABLE) / SAMPLE_RATE;
  let bend = 1;
  for (let i = 0; i < samples.length; i++) {
    if (i % 64 === 0) {
      const sec = i / SAMPLE_RATE;
      bend = 1 + 0.0028 * Math.min(1, Math.max(0, sec - 0.15) / 0.5) * Math.sin(2 * Math.PI * (vibratoHz * sec + phase));
    }
    const whole = at | 0;
    const a = table[whole & (TABLE - 1)]!;
    samples[i] = samples[i]! + a + (at - whole) * (table[(whole + 1) & (TABLE - 1)]! - a);
    at += step * bend;
    if (at >= TABLE) at -= TABLE;
  }
}

/** Samples of one period in a wave table: a power of two. */
export const TABLE = 2048;

/** One period of a sum of sines; phases spread so that it has no sharp peak (Schroeder). */
export function buildWave(partials: Partial[]): Float32Array {
  const table = new Float32Array(TABLE);
  for (const { ratio, level } of partials) {
    const phase = (-Math.PI * ratio * (ratio - 1)) / partials.length;
    for (let i = 0; i < TABLE; i++) table[i] = table[i]! + level * Math.sin((2 * Math.PI * ratio * i) / TABLE + phase);
  }
  return table;
}

/** Eases in and, over the last `fadeSec`, out. */
function shape(samples: Float32Array, attackSec: number, fadeSec: number): Float32Array {
  const attack = Math.round(attackSec * SAMPLE_RATE);
  const fade = Math.round((fadeSec + DAMPED_END_SEC) * SAMPLE_RATE);
  for (let i = 0; i < attack; i++) samples[i] = samples[i]! * 0.5 * (1 - Math.cos((Math.PI * i) / attack));
  for (let i = 0; i < fade && i < samples.length; i++) {
    const at = samples.length - 1 - i;
    samples[at] = samples[at]! * 0.5 * (1 - Math.cos((Math.PI * i) / fade));
  }
  return samples;
}

function scaleTo(samples: Float32Array, level: number): Float32Array {
  let peak = 1e-9;
  for (const value of samples) peak = Math.max(peak, Math.abs(value));
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i]! * level) / peak;
  return samples;
}
