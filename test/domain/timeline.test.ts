import { describe, expect, test } from "bun:test";
import type { Spoken } from "../../src/domain/speech.ts";
import { Storyboard } from "../../src/domain/storyboard.ts";
import { buildTimeline, speedToFit } from "../../src/domain/timeline.ts";

const scenery = { kind: "scenery", setting: "ocean", palette: "day" } as const;
const board = (scenes: object[], title = "Title") =>
  Storyboard.parse({ title, scenes: scenes.map((scene, index) => ({ id: `s${index}`, narration: "Words.", visual: scenery, ...scene })) });
const voices = (...seconds: (number | undefined)[]): (Spoken | undefined)[] =>
  seconds.map((durationSec) => (durationSec === undefined ? undefined : { file: "x.wav", durationSec, words: [] }));

describe("buildTimeline", () => {
  test("scenes stand end to end in whole frames", () => {
    const { scenes, frames } = buildTimeline(board([{}, {}, {}]), voices(3.21, 4.77, 2.05), { fps: 30, fit: false, cards: true });
    for (const [index, scene] of scenes.entries()) {
      expect(scene.startFrame).toBe(scenes.slice(0, index).reduce((sum, { frames }) => sum + frames, 0));
      expect(Number.isInteger(scene.frames)).toBe(true);
    }
    expect(frames).toBe(scenes.reduce((sum, scene) => sum + scene.frames, 0));
  });

  test.each([
    [20, [3, 4, 3]],
    [60, [3, 4, 3]],
    [14, [3, 4, 3]],
    [600, [3, 4, 3]],
  ])("reaches %d s exactly when the voices leave room", (targetSec, seconds) => {
    const { durationSec, notes } = buildTimeline(board([{}, {}, {}]), voices(...seconds), { fps: 30, targetSec, fit: true, cards: true });
    expect(durationSec).toBeCloseTo(targetSec, 1);
    expect(notes).toEqual([]);
  });

  test("a voice always fits inside its scene", () => {
    for (const targetSec of [10, 12, 15, 30]) {
      const { scenes, fps } = buildTimeline(board([{}, {}, {}]), voices(3, 4, 3), { fps: 30, targetSec, fit: true, cards: true });
      for (const { voiceStartSec, frames, voice } of scenes) {
        expect(voiceStartSec).toBeGreaterThanOrEqual(0);
        expect(voiceStartSec + voice!.durationSec).toBeLessThanOrEqual(frames / fps + 1e-9);
      }
    }
  });

  test("a voice of another length leaves every other scene as it was, unless a length is aimed at", () => {
    const frames = (changed: number, target?: number) =>
      buildTimeline(board(Array(8).fill({})), voices(3.21, changed, 2.05, 3.333, 2.717, 4.01, 3.49, 2.951), {
        fps: 30,
        fit: true,
        cards: true,
        ...(target && { targetSec: target }),
      }).scenes.map((scene) => scene.frames);
    for (const changed of [2.8, 3.015, 3.217, 3.6]) expect(frames(changed).toSpliced(1, 1)).toEqual(frames(3).toSpliced(1, 1));
    expect(frames(3.217, 50).toSpliced(1, 1)).not.toEqual(frames(3, 50).toSpliced(1, 1));
  });

  test("a script keeps its words and says that it lasts longer than asked", () => {
    const { durationSec, notes } = buildTimeline(board([{}, {}]), voices(10, 10), { fps: 30, targetSec: 10, fit: false, cards: false });
    expect(durationSec).toBeGreaterThan(20);
    expect(notes[0]).toContain("instead of the 10 s asked for");
  });

  test("a scene without words lasts four seconds and a given length is kept to the frame", () => {
    const { scenes } = buildTimeline(board([{ narration: "" }, { duration: 7.5 }], ""), voices(undefined, 2), {
      fps: 30,
      fit: false,
      cards: false,
    });
    expect(scenes.map(({ frames }) => frames)).toEqual([120, 225]);
  });

  test("the first scene and those after a cut begin without a transition; a dissolve takes at most a third of its scene", () => {
    const { scenes } = buildTimeline(board([{}, { transition: "cut" }, {}, { duration: 0.5, narration: "" }]), voices(3, 3, 3, undefined), {
      fps: 30,
      fit: false,
      cards: false,
    });
    expect(scenes.map(({ headFrames }) => headFrames)).toEqual([0, 0, 18, 5]);
  });
});

describe("speedToFit", () => {
  test("is 1 when there is room, more when there is not, and never above 1.2", () => {
    expect(speedToFit(board([{}, {}]), voices(3, 3), 20, true)).toBe(1);
    expect(speedToFit(board([{}, {}]), voices(9, 9), 20, true)).toBeGreaterThan(1);
    expect(speedToFit(board([{}, {}]), voices(90, 90), 20, true)).toBe(1.2);
  });
});
