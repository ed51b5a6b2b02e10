import { describe, expect, test } from "bun:test";
import { mix, musicSections, musicSource } from "../../../src/pipeline/create/mix.ts";
import type { StageContext } from "../../../src/pipeline/stage.ts";
import { board, context, request, timelineOf } from "./film.ts";

const SCENES = [
  { duration: 4, mood: "calm" },
  { duration: 3, mood: "calm" },
  { duration: 2, mood: "dramatic" },
  { duration: 5, mood: "calm" },
];
const storyboard = board(SCENES, { title: "" });
const timeline = timelineOf(storyboard);

test("neighbours of one mood are one section, and sections leave no gap", () => {
  expect(musicSections(timeline)).toEqual([
    { startSec: 0, endSec: 7, mood: "calm" },
    { startSec: 7, endSec: 9, mood: "dramatic" },
    { startSec: 9, endSec: 14, mood: "calm" },
  ]);
});

describe("music comes from", () => {
  const own = board(SCENES, { title: "", music: { path: "/mine.mp3" } });
  test.each([
    ["nowhere when it is off, even where there is one's own", { music: "off" }, own, { kind: "none" }],
    ["one's own file when there is one, whatever the mood", { music: "playful" }, own, { kind: "own", path: "/mine.mp3", gain: 0.3 }],
    ["the moods of the scenes", {}, storyboard, { kind: "composed", sections: musicSections(timeline), seed: 7 }],
    [
      "one mood for all",
      { music: "playful" },
      storyboard,
      { kind: "composed", sections: [{ startSec: 0, endSec: 14, mood: "playful" }], seed: 7 },
    ],
  ])("%s", (_where, asked, from, source) => {
    expect(musicSource(request(asked), from, timeline) as object).toEqual(source);
  });
});

test("the mix's key says what is heard and not where files lie", async () => {
  const keyOf = async (folder: string, digest: string) => {
    const spoken = board([{ narration: "One two." }], { music: { path: `${folder}/mine.mp3` } });
    const placed = timelineOf(spoken);
    placed.scenes[0]!.voice!.file = `${folder}/0123.wav`;
    let key = "";
    const make = async (_name: string, parts: unknown[]) => {
      key = JSON.stringify(parts);
      return { file: "sound.m4a", result: {} };
    };
    const assets = { digests: { [`${folder}/mine.mp3`]: digest } };
    await mix(context(request(), { plan: spoken, timeline: placed, assets }, { make: make as unknown as StageContext["make"] }));
    return key;
  };
  expect(await keyOf("/here", "a")).toBe(await keyOf("/there", "a"));
  expect(await keyOf("/here", "a")).not.toBe(await keyOf("/here", "b"));
  expect(await keyOf("/here", "a")).not.toContain("/here");
});
