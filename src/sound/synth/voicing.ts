import type { Chord } from "./chord.ts";
import { pitchClass } from "./scale.ts";

const LOW = 52;
const HIGH = 74;
const CENTRE = 62;

/** Four voices for a chord between E3 and D5, ascending: each moves as little as it can from the chord before. */
export function voiceChord(chord: Chord, before: number[] | undefined): number[] {
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const voices of voicingsOf(chord)) {
    const cost = spacingCost(voices) + (before ? movementCost(before, voices) : 0.5 * Math.abs(mean(voices) - CENTRE));
    if (cost >= least) continue;
    best = voices;
    least = cost;
  }
  return best;
}

/** All ways to place a chord; a triad doubles its root or its last note, whichever moves less. */
function voicingsOf({ classes }: Chord): number[][] {
  if (classes.length >= 4) return placeAll(classes.slice(0, 4));
  return [...placeAll([...classes, classes[0]!]), ...placeAll([...classes, classes.at(-1)!])];
}

function placeAll(classes: number[]): number[][] {
  let voicings: number[][] = [[]];
  for (const wanted of classes) voicings = voicings.flatMap((voices) => placesOf(wanted).map((pitch) => [...voices, pitch]));
  return voicings.map((voices) => voices.sort((a, b) => a - b));
}

function placesOf(wanted: number): number[] {
  const places: number[] = [];
  for (let pitch = LOW; pitch <= HIGH; pitch++) if (pitchClass(pitch) === wanted) places.push(pitch);
  return places;
}

/** Unisons, narrow steps low down and wide gaps cost; so does leaving the middle. */
function spacingCost(voices: number[]): number {
  let cost = 0.15 * Math.abs(mean(voices) - CENTRE);
  for (let i = 1; i < voices.length; i++) {
    const gap = voices[i]! - voices[i - 1]!;
    if (gap === 0) cost += 12;
    if (gap < 3) cost += voices[i]! < 60 ? 6 : 1.5;
    if (gap > 9) cost += gap - 9;
  }
  return cost;
}

function movementCost(before: number[], voices: number[]): number {
  return voices.reduce((sum, pitch, i) => sum + Math.abs(pitch - (before[i] ?? pitch)), 0);
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The bass note for a chord between E1 and D#3: the nearest to the one before, drawn towards A1..C2. */
export function placeBass(chord: Chord, before: number | undefined): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let pitch = 31; pitch <= 48; pitch++) {
    if (pitchClass(pitch) !== chord.bass) continue;
    const cost = Math.abs(pitch - 38) + 0.5 * Math.abs(pitch - (before ?? 38));
    if (cost >= least) continue;
    best = pitch;
    least = cost;
  }
  return best;
}
