import { type Key, pitchClass, stepPitch } from "./scale.ts";

/** A chord in a key: pitch classes from the root up, the bass's, and the class that was raised against the scale (a minor key's leading note). */
export type Chord = { name: string; classes: number[]; bass: number; raised?: number };

/** Which diatonic steps above the root sound, by colour: seventh, added ninth, suspended fourth, suspended second, major third forced. */
const COLOURS: Record<string, number[]> = {
  "": [0, 2, 4],
  "7": [0, 2, 4, 6],
  "9": [0, 2, 4, 8],
  s: [0, 3, 4],
  t: [0, 1, 4],
  M: [0, 2, 4],
};

/** Reads a chord: degree 1..7, optional colour after a dot, optional bass degree after a slash: `1.9`, `5.s`, `4/6`, `5.M`. */
export function parseChord(text: string, key: Key): Chord {
  const match = /^([1-7])(?:\.([79stM]))?(?:\/([1-7]))?$/.exec(text);
  if (!match) throw new Error(`No chord is written ${text}`);
  const root = Number(match[1]) - 1;
  const colour = match[2] ?? "";
  const classes = COLOURS[colour]!.map((step) => pitchClass(stepPitch(key, root + step)));
  const bass = pitchClass(stepPitch(key, match[3] ? Number(match[3]) - 1 : root));
  const minorThird = pitchClass(classes[1]! - classes[0]!) === 3;
  if (colour !== "M" || !minorThird) return { name: text, classes, bass };
  const raised = pitchClass(classes[1]! + 1);
  return { name: text, classes: [classes[0]!, raised, ...classes.slice(2)], bass, raised };
}
