/** Steps of the major scale in semitones. */
const MAJOR = [0, 2, 4, 5, 7, 9, 11];

/** A scale: the pitch class (0..11) of its parent major scale's tonic, and which step of that is home (0 ionian, 1 dorian, 5 aeolian). Moods of one film share the parent, so that they flow into each other. */
export type Key = { parent: number; mode: number };

/** The MIDI pitch of a diatonic step; step 0 is home in the octave from MIDI 0 on, each octave has seven. */
export function stepPitch(key: Key, step: number): number {
  const position = key.mode + step;
  return 12 * Math.floor(position / 7) + MAJOR[((position % 7) + 7) % 7]! + key.parent;
}

/** The step whose pitch lies nearest to a MIDI pitch. */
export function nearestStep(key: Key, pitch: number): number {
  let best = Math.round(((pitch - stepPitch(key, 0)) * 7) / 12);
  for (const step of [best - 1, best + 1]) {
    if (Math.abs(stepPitch(key, step) - pitch) < Math.abs(stepPitch(key, best) - pitch)) best = step;
  }
  return best;
}

/** The pitch class of a MIDI pitch. */
export const pitchClass = (pitch: number): number => ((pitch % 12) + 12) % 12;

/** Equal temperament, A4 (69) at 440 Hz. */
export const pitchHz = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12);
