import { hashSeed, seededRandom } from "../../domain/seed.ts";
import { SAMPLE_RATE } from "../../domain/speech.ts";
import { highPass } from "../biquad.ts";
import { openFilter } from "../running-filter.ts";

/** A drum that can be rendered. */
export type DrumName = "kick" | "taiko" | "shaker" | "rim" | "swell";

/** Renders a drum, mono, at any level. The same each time. */
export const buildDrum = (name: DrumName): Float32Array => DRUMS[name]();

const DRUMS: Record<DrumName, () => Float32Array> = {
  kick: () => skin({ fromHz: 105, toHz: 49, bendSec: 0.035, decaySec: 0.16, lengthSec: 0.7, slap: 0.05 }),
  taiko: () => skin({ fromHz: 92, toHz: 62, bendSec: 0.06, decaySec: 0.45, lengthSec: 1.8, slap: 0.16 }),
  shaker: () => noise({ seed: "shaker", lengthSec: 0.12, lowHz: 4_200, highHz: 9_000, rise: 0.018, decaySec: 0.028 }),
  rim: () => noise({ seed: "rim", lengthSec: 0.3, lowHz: 900, highHz: 3_800, rise: 0.002, decaySec: 0.05 }),
  swell: () => noise({ seed: "swell", lengthSec: 3.2, lowHz: 2_200, highHz: 6_500, rise: 2.4, decaySec: 0.5 }),
};

type Skin = { fromHz: number; toHz: number; bendSec: number; decaySec: number; lengthSec: number; slap: number };

/** A drum skin: a sine that falls in pitch with its second mode, and a soft slap of noise. */
function skin({ fromHz, toHz, bendSec, decaySec, lengthSec, slap }: Skin): Float32Array {
  const random = seededRandom(hashSeed("skin", toHz));
  const samples = new Float32Array(Math.round(lengthSec * SAMPLE_RATE));
  let phase = 0;
  let dull = 0;
  for (let i = 0; i < samples.length; i++) {
    const sec = i / SAMPLE_RATE;
    phase += (2 * Math.PI * (toHz + (fromHz - toHz) * Math.exp(-sec / bendSec))) / SAMPLE_RATE;
    dull += 0.16 * (2 * random() - 1 - dull);
    const tone = Math.sin(phase) * Math.exp(-sec / decaySec) + 0.3 * Math.sin(1.59 * phase) * Math.exp((-3 * sec) / decaySec);
    samples[i] = edge(sec, 0.003, lengthSec, 0.1) * (tone + slap * dull * Math.exp(-sec / 0.025));
  }
  return samples;
}

type Noise = { seed: string; lengthSec: number; lowHz: number; highHz: number; rise: number; decaySec: number };

/** Noise between two frequencies that swells for `rise` seconds, then dies away. */
function noise({ seed, lengthSec, lowHz, highHz, rise, decaySec }: Noise): Float32Array {
  const random = seededRandom(hashSeed(seed));
  const samples = new Float32Array(Math.round(lengthSec * SAMPLE_RATE));
  const dullness = 1 - Math.exp((-2 * Math.PI * highHz) / SAMPLE_RATE);
  let first = 0;
  let second = 0;
  for (let i = 0; i < samples.length; i++) {
    first += dullness * (2 * random() - 1 - first);
    second += dullness * (first - second);
    samples[i] = second;
  }
  openFilter(highPass({ rate: SAMPLE_RATE, hz: lowHz, q: 0.7 }))(samples, samples.length);
  for (let i = 0; i < samples.length; i++) {
    const sec = i / SAMPLE_RATE;
    const level = sec < rise ? (sec / rise) ** 2 : Math.exp((rise - sec) / decaySec);
    samples[i] = samples[i]! * level * edge(sec, 0.001, lengthSec, 0.15 * lengthSec);
  }
  return samples;
}

/** 0 to 1 in the first `inSec`, 1 to 0 in the last `outSec`. */
const edge = (sec: number, inSec: number, lengthSec: number, outSec: number): number =>
  Math.max(0, Math.min(1, sec / inSec, (lengthSec - sec) / outSec));
