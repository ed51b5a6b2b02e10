import { hashSeed, type Random, seededRandom } from "../../domain/seed.ts";
import type { Mood } from "../../domain/storyboard.ts";
import { type Chord, parseChord } from "./chord.ts";
import type { Bar, Form } from "./form.ts";
import type { MoodStyle } from "./mood-style.ts";
import { MOOD_STYLES } from "./moods.ts";
import { buildMotif, type Motif } from "./motif.ts";
import { buildLadder, playArp, playBass, playDrums, playMelody } from "./players.ts";
import type { Key } from "./scale.ts";
import type { ToneName } from "./tones.ts";
import { placeBass, voiceChord } from "./voicing.ts";

/** One struck note: when, which tone and MIDI pitch, how hard (0..1), where (-1 left..1 right), and when its damper falls. */
export type Note = { atSec: number; tone: ToneName; pitch: number; velocity: number; pan: number; lengthSec: number };

/** What the pad holds from a moment on: pitches that were held already go on. */
export type PadChange = { atSec: number; pitches: number[]; level: number; cutoffHz: number };

/** One bar of music, or the final chord, ready to be played. Notes lie between `startSec` and the bar's end, give or take 20 ms. */
export type ScoredBar = { startSec: number; chord: Chord; notes: Note[]; pad: PadChange };

/** What the players of one bar are told. */
export type Scene = {
  bar: Bar;
  style: MoodStyle;
  chord: Chord;
  voices: number[];
  ladder: number[];
  bass: number;
  key: Key;
  random: Random;
  gain: number;
};

/** Writes a film's music bar by bar, then the final chord. The same form and seed give the same notes. */
export function* writeScore(form: Form, seed: number): Generator<ScoredBar> {
  const parent = Math.floor(seededRandom(hashSeed("key", seed))() * 12);
  let voices: number[] | undefined;
  let bass: number | undefined;
  for (const [index, bar] of form.bars.entries()) {
    const style = MOOD_STYLES[bar.mood];
    const key = { parent, mode: style.mode };
    const chord = parseChord(chordName(bar, style, seed), key);
    voices = voiceChord(chord, voices);
    bass = placeBass(chord, bass);
    const gain = 10 ** (style.gainDb / 20);
    const ladder = buildLadder(chord, style.arp.low);
    yield scoreBar(
      { bar, style, chord, voices, ladder, bass, key, random: seededRandom(hashSeed("bar", seed, index)), gain },
      motifOf(bar.mood, seed),
    );
  }
  yield scoreFinal(form, parent, voices, seededRandom(hashSeed("final", seed)));
}

const motifOf = (mood: Mood, seed: number): Motif =>
  buildMotif(MOOD_STYLES[mood].melody.rhythms, seededRandom(hashSeed("motif", seed, mood)));

/** Phrases go A A' B A C ... through the mood's progressions in an order of the film's own; the film closes with the mood's cadence. */
function chordName(bar: Bar, style: MoodStyle, seed: number): string {
  if (bar.toEnd === 1) return style.cadence[1];
  if (bar.toEnd === 2 && bar.phraseBars > 2) return style.cadence[0];
  const order = shuffled(style.progressions, seededRandom(hashSeed("order", seed, bar.mood)));
  const names = order[[0, 0, 1, 0, 2, 1, 3, 2][bar.phrase % 8]!]!.split(" ");
  const place = bar.phraseBars === 2 ? [0, 3][bar.inPhrase]! : bar.phraseBars === 3 ? [0, 1, 3][bar.inPhrase]! : bar.inPhrase;
  return names[place % names.length]!;
}

function shuffled<T>(values: T[], random: Random): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

function scoreBar(scene: Scene, motif: Motif): ScoredBar {
  const { bar, style, chord, voices, gain } = scene;
  const notes = [...playArp(scene), ...playBass(scene), ...playMelody(scene, motif), ...playDrums(scene)];
  const pad = {
    atSec: bar.startSec,
    pitches: bar.intensity > 0.4 ? voices : voices.slice(1),
    level: gain * style.pad.level * (0.72 + 0.28 * bar.intensity),
    cutoffHz: style.pad.cutoffHz * (0.75 + 0.6 * bar.intensity),
  };
  return { startSec: bar.startSec, chord, notes: notes.map((note) => ({ ...note, velocity: gain * note.velocity })), pad };
}

/** Home: the chord rolled upwards, a deep bass under it and a bell on top, all left to ring. */
function scoreFinal(form: Form, parent: number, before: number[] | undefined, random: Random): ScoredBar {
  const style = MOOD_STYLES[form.finalMood];
  const chord = parseChord(style.cadence[2], { parent, mode: style.mode });
  const voices = voiceChord(chord, before);
  const gain = 10 ** (style.gainDb / 20);
  const lengthSec = form.durationSec - form.finalSec;
  const tone = style.arp.tone === "spiccato" ? "felt" : style.arp.tone;
  const bass = placeBass(chord, undefined);
  const top = voices.at(-1)! + 12;
  const ring = (which: ToneName, pitch: number, velocity: number, delaySec: number, pan: number): Note => ({
    atSec: form.finalSec + delaySec,
    tone: which,
    pitch,
    velocity: gain * velocity,
    pan,
    lengthSec,
  });
  const rolled = voices.map((pitch, i) => ring(tone, pitch, 0.4 - 0.03 * i, 0.045 * i + 0.008 * random(), -0.4 + 0.25 * i));
  const notes = [ring("bass", bass, 0.5, 0, 0), ...rolled, ring("felt", top, 0.25, 0.24, 0.2), ring("bell", top, 0.2, 0.25, -0.25)];
  const pad = { atSec: form.finalSec, pitches: voices, level: gain * style.pad.level, cutoffHz: style.pad.cutoffHz };
  return { startSec: form.finalSec, chord, notes, pad };
}
