import { describe, expect, test } from "bun:test";
import { Mood } from "../../../src/domain/storyboard.ts";
import { parseChord } from "../../../src/sound/synth/chord.ts";
import { buildForm } from "../../../src/sound/synth/form.ts";
import { MOOD_STYLES } from "../../../src/sound/synth/moods.ts";
import { nearestStep, pitchClass, stepPitch } from "../../../src/sound/synth/scale.ts";
import { type ScoredBar, writeScore } from "../../../src/sound/synth/score.ts";
import { voiceChord } from "../../../src/sound/synth/voicing.ts";

const filmOf = (mood: Mood, durationSec: number) => buildForm(durationSec, [{ startSec: 0, endSec: durationSec, mood }], 1);

describe("chords", () => {
  const C_MAJOR = { parent: 0, mode: 0 };
  const A_MINOR = { parent: 0, mode: 5 };
  test.each([
    ["1", C_MAJOR, [0, 4, 7], 0],
    ["5.7/2", C_MAJOR, [7, 11, 2, 5], 2],
    ["4.9", C_MAJOR, [5, 9, 0, 7], 5],
    ["5.s", C_MAJOR, [7, 0, 2], 7],
    ["1.t", A_MINOR, [9, 11, 4], 9],
    ["5.M", A_MINOR, [4, 8, 11], 4],
    ["5.M", C_MAJOR, [7, 11, 2], 7],
  ])("%s", (name, key, classes, bass) => {
    expect(parseChord(name, key)).toMatchObject({ classes, bass });
  });

  test("every chord that a mood names can be read", () => {
    for (const style of Object.values(MOOD_STYLES)) {
      for (const name of [...style.progressions.flatMap((line) => line.split(" ")), ...style.cadence]) {
        expect(parseChord(name, { parent: 3, mode: style.mode }).classes.length).toBeGreaterThan(2);
      }
    }
  });
});

test("steps and pitches find each other in every mode", () => {
  for (let mode = 0; mode < 7; mode++) {
    for (let step = 20; step < 50; step++) expect(nearestStep({ parent: 4, mode }, stepPitch({ parent: 4, mode }, step))).toBe(step);
  }
});

test("voices move little from chord to chord and never meet", () => {
  for (const style of Object.values(MOOD_STYLES)) {
    let before: number[] | undefined;
    for (const name of style.progressions.join(" ").split(" ")) {
      const voices = voiceChord(parseChord(name, { parent: 7, mode: style.mode }), before);
      expect(new Set(voices).size).toBe(4);
      const moved = before ? voices.reduce((sum, pitch, i) => sum + Math.abs(pitch - before![i]!), 0) : 0;
      expect(moved).toBeLessThanOrEqual(11);
      before = voices;
    }
  }
});

describe("the form of a film", () => {
  test.each([10, 20, 61.5, 600])("of %d s has bars that meet and a final chord that has time to ring", (durationSec) => {
    for (const mood of Mood.options) {
      const { bars, finalSec } = filmOf(mood, durationSec);
      expect(durationSec - finalSec).toBeCloseTo(3.6, 6);
      for (const [i, bar] of bars.entries()) expect(bar.startSec + bar.durationSec).toBeCloseTo(bars[i + 1]?.startSec ?? finalSec, 6);
      const own = (60 * MOOD_STYLES[mood].beats) / MOOD_STYLES[mood].bpm;
      for (const bar of bars) expect(Math.abs(bar.durationSec / own - 1)).toBeLessThan(0.35);
    }
  });

  test("changes mood with a phrase, near where the film does, and passes over what is too short", () => {
    const spans = [
      { startSec: 0, endSec: 20, mood: "calm" as const },
      { startSec: 20, endSec: 23, mood: "playful" as const },
      { startSec: 23, endSec: 50, mood: "dramatic" as const },
    ];
    const { bars } = buildForm(50, spans, 1);
    expect(new Set(bars.map((bar) => bar.mood))).toEqual(new Set(["calm", "dramatic"]));
    const change = bars.find((bar) => bar.mood === "dramatic")!;
    expect(change.inPhrase).toBe(0);
    expect(Math.abs(change.startSec - 20)).toBeLessThan(3);
  });

  test("follows the scenes' prevailing moods when each is short", () => {
    const moods = ["calm", "calm", "playful", "calm", "dramatic", "dramatic", "calm", "dramatic"] as const;
    const { bars } = buildForm(
      40,
      moods.map((mood, i) => ({ startSec: 5 * i, endSec: 5 * i + 5, mood })),
      1,
    );
    expect(bars.map((bar) => bar.mood).filter((mood, i, all) => mood !== all[i - 1])).toEqual(["calm", "dramatic"]);
  });

  test("begins sparse, grows and settles", () => {
    const { bars } = filmOf("uplifting", 90);
    const loudest = bars.reduce((best, bar) => (bar.intensity > best.intensity ? bar : best));
    expect(bars[0]!.intensity).toBeLessThan(0.45);
    expect(loudest.startSec / 90).toBeGreaterThan(0.5);
    expect(bars.at(-1)!.intensity).toBeLessThan(0.8);
  });
});

describe.each(Mood.options)("a %s score", (mood) => {
  const score = [...writeScore(filmOf(mood, 90), 11)];
  const shape = ({ startSec, notes }: ScoredBar) =>
    notes
      .map((note) => `${note.tone} ${note.pitch} ${(note.atSec - startSec).toFixed(1)}`)
      .sort()
      .join(",");

  test("never plays the same bar twice in a row", () => {
    for (let i = 1; i < score.length; i++) expect(shape(score[i]!)).not.toBe(shape(score[i - 1]!));
  });

  test("keeps to its scale, but for a leading note", () => {
    const scale = new Set(score.flatMap(({ chord }) => chord.classes));
    for (const { notes, chord } of score) {
      const drums = new Set(["kick", "taiko", "shaker", "rim", "swell"]);
      const strange = notes.filter(
        (note) => !drums.has(note.tone) && !scale.has(pitchClass(note.pitch)) && !chord.classes.includes(pitchClass(note.pitch)),
      );
      expect(strange.length).toBeLessThanOrEqual(2);
    }
  });

  test("ends at home", () => {
    const final = score.at(-1)!;
    expect(final.chord.classes[0]).toBe(pitchClass(final.notes[0]!.pitch));
    expect(final.pad.pitches.length).toBe(4);
  });
});
