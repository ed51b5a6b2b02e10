import { describe, expect, test } from "bun:test";
import { Storyboard } from "../../src/domain/storyboard.ts";
import { placeOf } from "../../src/language/places.ts";
import { plan, wordnet } from "./knowledge.ts";

describe("places and lights", () => {
  test.each([
    ["A sunset over the ocean", "en", { setting: "ocean", palette: "sunset" }],
    ["Whales sing at midnight", "en", { setting: "ocean", palette: "night" }],
    ["Skyscrapers at dawn", "en", { setting: "city", palette: "dawn" }],
    ["The telescope found a galaxy", "en", { setting: "space", palette: "night" }],
    ["a black hole", "en", { setting: "space", palette: "night" }],
    ["camels on the dunes at noon", "en", { setting: "desert", palette: "day" }],
    ["Amanecer en la montaña", "es", { setting: "mountains", palette: "dawn" }],
    ["Un bosque de noche", "es", { setting: "forest", palette: "night" }],
    ["nothing of the kind", "en", {}],
  ] as const)("%j is %j", (text, language, place) => {
    expect(placeOf(text, language)).toEqual(place);
  });

  test("WordNet helps with what the lists do not name", () => {
    expect(placeOf("The manatee", "en", wordnet).setting).toBe("ocean");
    expect(placeOf("A narwhal", "en", wordnet).setting).toBe("ocean");
  });
});

const REQUESTS = [
  { prompt: "A sunset over the ocean" },
  { prompt: "jazz", duration_target: 300 },
  { prompt: "my dog Rex", scene_count: 14 },
  { prompt: "Un perro en la playa" },
  { script: "Hi. ".repeat(300) },
  { script: "The whale swims. The whale sings. A lion sleeps in the desert at night, and the moon is bright.".repeat(8) },
];

describe("the look of a film", () => {
  test.each(REQUESTS)("no picture twice in a row: %j", (request) => {
    const { scenes } = plan(request);
    const looks = scenes.map(({ visual }) => (visual.kind === "scenery" ? `${visual.setting} ${visual.palette} ${visual.seed}` : ""));
    expect(looks.filter((look, index) => look === looks[index - 1])).toEqual([]);
    const named = scenes.map(({ visual }) => (visual.kind === "scenery" ? visual.subjects.map(({ picture }) => picture) : []));
    expect(named.every((list) => list.length <= 2)).toBe(true);
    expect(named.filter((list, index) => list.some((picture) => named[index - 1]?.includes(picture)))).toEqual([]);
  });

  test.each(REQUESTS)("the same request gives the same storyboard, and it is a valid one: %j", (request) => {
    const film = plan(request);
    expect(plan(request)).toEqual(film);
    expect(Storyboard.parse(film)).toEqual(film);
    expect(new Set(film.scenes.map(({ id }) => id)).size).toBe(film.scenes.length);
    expect(film.scenes.every(({ description }) => description.endsWith("."))).toBe(true);
  });

  test("another seed is another film", () => {
    const seeds = [1, 2].map((seed) => plan({ prompt: "A sunset over the ocean", seed }).scenes[0]!.visual);
    expect(seeds[0]).not.toEqual(seeds[1]);
  });
});

describe("a storyboard of the user's own", () => {
  const written = {
    title: "Mine",
    scenes: [
      { narration: "A whale at  night\u0000" },
      { id: "x", narration: "Two", keywords: ["kept"], visual: { kind: "picture", path: "a.png" } },
      { id: "x", narration: "" },
    ],
  };

  test("gets ids, scenery and keywords where it has none, and keeps the rest", () => {
    const { scenes, origin } = plan({ storyboard: written as never });
    expect(origin).toBe("storyboard");
    expect(scenes.map(({ id }) => id)).toEqual(["scene-01", "x", "x-2"]);
    expect(scenes[0]).toMatchObject({
      visual: { kind: "scenery", setting: "ocean", palette: "night", subjects: [{ picture: "spouting-whale" }] },
      keywords: ["whale", "night"],
    });
    expect(scenes[1]).toMatchObject({ keywords: ["kept"], visual: { kind: "picture", path: "a.png", zoom: [1, 1.12] } });
  });

  test("is unchanged once it is complete", () => {
    const film = plan({ prompt: "coffee" });
    expect(plan({ storyboard: film }).scenes).toEqual(film.scenes);
  });
});
