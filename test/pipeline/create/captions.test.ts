import { describe, expect, test } from "bun:test";
import type { Cue } from "../../../src/domain/caption.ts";
import { buildCues } from "../../../src/domain/caption-layout.ts";
import type { Storyboard } from "../../../src/domain/storyboard.ts";
import { filmCues, sceneCards, scenePictures } from "../../../src/pipeline/create/captions.ts";
import { sceneByContent } from "../../../src/pipeline/create/render.ts";
import { contentKey } from "../../../src/system/content.ts";
import { board, request, timelineOf } from "./film.ts";

/** Captions of every scene, with a type in which all letters are half an em wide. */
const cuesOf = (storyboard: Storyboard): Cue[][] =>
  timelineOf(storyboard).scenes.map(({ voice, frames }) =>
    buildCues(voice?.words ?? [], {
      language: "en",
      form: { lineChars: 42, lineSigns: 16, lineWidthEm: 28 },
      measure: (text) => text.length / 2,
      sceneEndSec: frames / 30,
    }),
  );

const cardsOf = (storyboard: Storyboard, index: number) => sceneCards(storyboard, timelineOf(storyboard), index);
const LONG = "One two three four five six seven eight nine ten.";

describe("cards", () => {
  test("the title opens the film and the closing words end it, each inside its scene and beside the voice", () => {
    const storyboard = board([{ narration: LONG }, { narration: LONG }, { narration: LONG }]);
    const timeline = timelineOf(storyboard);
    expect(cardsOf(storyboard, 0)).toMatchObject([{ kind: "title", text: "Title", startSec: 0 }]);
    expect(cardsOf(storyboard, 1)).toEqual([]);
    const [end] = cardsOf(storyboard, 2);
    const { frames, voiceStartSec, voice } = timeline.scenes[2]!;
    expect(end).toMatchObject({ kind: "end", text: "Title\nThe End", endSec: frames / 30 });
    expect(end!.startSec).toBeGreaterThan(voiceStartSec + voice!.durationSec);
  });

  test.each([
    ["in the film's language", board([{ duration: 8 }], { language: "es-MX" }), 0, ["title", "end"], "Fin"],
    ["no closing words where the title still stands", board([{}]), 0, ["title"], "Title"],
    ["none for a film without a title", board([{ narration: LONG }], { title: "" }), 0, [], ""],
    ["a scene's own title as a heading", board([{}, { title: "Part" }, {}]), 1, ["heading"], "Part"],
    ["no heading that repeats the film's title", board([{ title: " title " }, {}]), 0, ["title"], "Title"],
    ["no heading that is all that the scene says", board([{}, { title: "The keeper", narration: "The keeper." }, {}]), 1, [], ""],
    ["no heading where there is no room for one", board([{}, { title: "Part", duration: 1.5 }, {}]), 1, [], ""],
    [
      "a heading after the title in the first scene",
      board([{ title: "Part", narration: `${LONG} ${LONG}` }, {}]),
      0,
      ["title", "heading"],
      "Part",
    ],
  ])("%s", (_what, storyboard, index, kinds, text) => {
    const cards = cardsOf(storyboard, index);
    expect(cards.map(({ kind }) => kind as string)).toEqual(kinds);
    expect(cards.map((card) => card.text).join("|")).toContain(text);
    for (const [at, card] of cards.entries()) expect(card.startSec).toBeGreaterThanOrEqual(cards[at - 1]?.endSec ?? 0);
  });
});

describe("scenes' pictures", () => {
  const storyboard = board([{ narration: LONG }, { narration: LONG }, { narration: LONG, transition: "cut" }]);
  const timeline = timelineOf(storyboard);
  const pictures = scenePictures(storyboard, timeline, request(), cuesOf(storyboard));

  test("a dissolve draws on in the scene before where it stopped; a cut does not", () => {
    expect(pictures.map(({ before }) => before?.fromFrame)).toEqual([undefined, timeline.scenes[0]!.frames, undefined]);
    expect(pictures[1]!.before!.picture).toEqual(pictures[0]!.picture);
    expect(pictures[0]!.picture.durationSec).toBeCloseTo((timeline.scenes[0]!.frames + timeline.scenes[1]!.headFrames) / 30, 6);
    expect(pictures[2]!.picture.durationSec).toBe(timeline.scenes[2]!.frames / 30);
  });

  test("have no captions when these are off", () => {
    const off = scenePictures(storyboard, timeline, request({ captions: "off" }), cuesOf(storyboard));
    expect(off.flatMap(({ cues }) => cues)).toEqual([]);
    expect(pictures.every(({ cues }) => cues.length > 0)).toBe(true);
  });

  test("look and give way as the style does unless something else is asked for", () => {
    const film = board([{ narration: LONG }, { narration: LONG }, { narration: LONG, transition: "wipe" }]);
    const made = (rest: object) => scenePictures(film, timelineOf(film), request(rest), cuesOf(film));
    expect(made({}).map(({ captions, before }) => [captions, before?.transition])).toEqual([
      ["cinematic", undefined],
      ["cinematic", "dissolve"],
      ["cinematic", "wipe"],
    ]);
    expect(made({ captions: "minimal" })[0]!.captions).toBe("minimal");
    expect(made({ captions: { size: 1.2 } })[0]!.captions).toEqual({ look: "cinematic", size: 1.2 });
    expect(made({}).every(({ picture }) => !("facts" in picture))).toBe(true);
  });

  test("the film's captions are the scenes' in the film's time, in order", () => {
    const cues = filmCues(timeline, cuesOf(storyboard));
    const starts = cues.map(({ startSec }) => startSec);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { startFrame } of timeline.scenes) expect(starts.some((start) => Math.abs(start - startFrame / 30) < 1e-9)).toBe(true);
  });
});

describe("the key of a scene", () => {
  const keysOf = (storyboard: Storyboard, digests: Record<string, string> = {}, rest: object = {}) =>
    scenePictures(storyboard, timelineOf(storyboard), request(rest), cuesOf(storyboard)).map((scene) =>
      contentKey(sceneByContent(scene, digests)),
    );
  const changed = (before: string[], after: string[]) => after.flatMap((key, index) => (key === before[index] ? [] : [index]));
  const scenes = (third: string, transition = "dissolve") =>
    Array.from({ length: 6 }, (_, index) => ({ narration: index === 2 ? third : LONG, ...(index === 3 && { transition }) }));

  test.each([
    ["a word of the same length changes its scene alone", "One two three four five six seven eight nine SIX.", "dissolve", [2]],
    ["another length changes the next scene too, which shows its end", `${LONG} Eleven.`, "dissolve", [2, 3]],
    ["but not when that begins with a cut", `${LONG} Eleven.`, "cut", [2]],
  ])("%s", (_what, third, transition, expected) => {
    expect(changed(keysOf(board(scenes(LONG, transition))), keysOf(board(scenes(third, transition))))).toEqual(expected);
  });

  test("names one's own files by content and not by place, in the scene before as well", () => {
    const own = (folder: string) => board([{ visual: { kind: "picture", path: `${folder}/a.png` } }, {}]);
    const here = keysOf(own("/here"), { "/here/a.png": "digest" });
    expect(keysOf(own("/there"), { "/there/a.png": "digest" })).toEqual(here);
    expect(changed(here, keysOf(own("/here"), { "/here/a.png": "another" }))).toEqual([0, 1]);
  });

  test("is another for another look of a style that can be told, the same for the same", () => {
    const keys = (custom?: object) => keysOf(board(scenes(LONG)), {}, { style: "custom", seed: 1, ...(custom && { custom }) });
    const told = [
      undefined,
      { motion: "slow" },
      { motion: "fast" },
      { palette: { accent: "#e4572e" } },
      { fonts: { heading: "noto-sans-bold" } },
    ];
    expect(keys({ motion: "slow" })).toEqual(keys({ motion: "slow" }));
    expect(new Set(told.map((custom) => keys(custom)[1])).size).toBe(told.length);
  });

  test("does not depend on where in the film the scene stands", () => {
    const same = { narration: LONG, transition: "cut" };
    const [, second, third] = keysOf(board([{ narration: "First." }, same, same, { narration: "Last.", transition: "cut" }]));
    expect(third).toBe(second!);
  });
});
