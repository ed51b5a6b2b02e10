import { describe, expect, test } from "bun:test";
import type { Setting } from "../../src/domain/storyboard.ts";
import { Storyboard } from "../../src/domain/storyboard.ts";
import { scoreText, strongest } from "../../src/language/lexicon.ts";
import { PLACE_WORDS, placeOf } from "../../src/language/places.ts";
import { PLAN_LANGUAGES } from "../../src/language/plan-language.ts";
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
    ["Una puesta de sol sobre el mar", "es", { setting: "ocean", palette: "sunset" }],
    ["puesta del sol en las montanas", "es", { setting: "mountains", palette: "sunset" }],
    ["Salida del sol en el bosque", "es", { setting: "forest", palette: "dawn" }],
    ["Noche en la ciudad", "es", { setting: "city", palette: "night" }],
    ["La luna sobre el mar", "es", { setting: "ocean", palette: "night" }],
    ["Cielo estrellado en el desierto", "es", { setting: "desert", palette: "night" }],
    ["Agujeros negros", "es", { setting: "space", palette: "night" }],
    ["Las cuatro estaciones", "es", { setting: "forest" }],
    ["El atardecer en París", "es", { setting: "city", palette: "sunset" }],
    ["Una mañana en la sabana", "es", { setting: "desert", palette: "dawn" }],
    ["The moon over the mountains", "en", { setting: "mountains", palette: "night" }],
    ["City lights", "en", { setting: "city", palette: "night" }],
    ["A day in space", "en", { setting: "space", palette: "night" }],
    ["nothing of the kind", "en", {}],
    ["Coucher de soleil sur l'océan", "fr", { setting: "ocean", palette: "sunset" }],
    ["La nuit, la ville s'allume", "fr", { setting: "city", palette: "night" }],
    ["Les dunes du désert à l'aube", "fr", { setting: "desert", palette: "dawn" }],
    ["Les montagnes", "fr", { setting: "mountains" }],
    ["Sonnenaufgang über den Bergen", "de", { setting: "mountains", palette: "dawn" }],
    ["Wälder und Bäume am Mittag", "de", { setting: "forest", palette: "day" }],
    ["Die Nacht in der Wüste", "de", { setting: "desert", palette: "night" }],
    ["Großstadtstraßen bei Tag", "de", { setting: "city", palette: "day" }],
    ["海に沈む夕日", "ja", { setting: "ocean", palette: "sunset" }],
    ["夜の街", "ja", { setting: "city", palette: "night" }],
    ["山の朝", "ja", { setting: "mountains", palette: "dawn" }],
    ["砂漠の昼", "ja", { setting: "desert", palette: "day" }],
    ["海上日落", "zh", { setting: "ocean", palette: "sunset" }],
    ["上海的夜晚", "zh", { setting: "city", palette: "night" }],
    ["清晨的森林", "zh", { setting: "forest", palette: "dawn" }],
    ["沙漠里的骆驼", "zh", { setting: "desert" }],
  ] as const)("%j is %j", (text, language, place) => {
    expect(placeOf(text, language)).toEqual(place);
  });

  test.each([
    ["winter", ["A snowy winter", "Un invierno de nieve", "L'hiver et la neige", "Winter und Schnee", "冬の雪景色", "冬天下雪"]],
    ["field", ["Fields of wheat", "Campos de trigo", "Des champs de blé", "Felder voller Weizen", "野原と畑", "田野里的麦田"]],
    ["rain", ["Rainy days", "La lluvia", "La pluie tombe", "Regen", "雨の日", "下雨"]],
    [
      "underwater",
      ["A coral reef underwater", "Un arrecife de coral", "Un récif de corail sous l'eau", "Ein Korallenriff", "深海の世界", "海底世界"],
    ],
    ["night-sky", ["Constellations", "Una constelación", "Les constellations", "Sternbilder", "星座", "星座"]],
    ["river", ["A river", "El río", "La rivière", "Der Fluss", "川", "小溪"]],
    ["room", ["The living room", "La habitación", "Le salon", "Im Wohnzimmer", "居間", "客厅"]],
    ["abstract", ["Algorithms", "El algoritmo", "Les algorithmes", "Algorithmen", "アルゴリズム", "算法"]],
  ] as [Setting, string[]][])("%s is named in six languages", (place, texts) => {
    for (const [index, language] of PLAN_LANGUAGES.entries()) {
      const text = texts[index]!;
      expect([text, strongest(scoreText(text, PLACE_WORDS[language], language))]).toEqual([text, place]);
      expect([text, placeOf(text, language).setting]).toEqual([text, place]);
    }
  });

  test("WordNet helps with what the lists do not name", () => {
    expect(placeOf("The manatee", "en", wordnet).setting).toBe("ocean");
    expect(placeOf("A narwhal", "en", wordnet).setting).toBe("ocean");
    expect(placeOf("A constructor", "en", wordnet).setting).toBeOneOf([undefined, "city"]);
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

type Seen = { setting: string; palette: string; composition: number; subjects: { picture: string }[] };
const seen = (request: Parameters<typeof plan>[0]) => plan(request).scenes.map(({ visual }) => visual as unknown as Seen);

describe("variety", () => {
  test.each(["A sunset over the ocean", "Una puesta de sol sobre el mar", "a forest", "jazz", "The solar system", "Noche en la ciudad"])(
    "neighbours are composed differently: %s",
    (prompt) => {
      const numbers = seen({ prompt, duration_target: 300 }).map(({ composition }) => composition);
      for (const count of [2, 3, 4, 5, 6, 7, 8])
        expect(numbers.filter((number, at) => number % count === numbers[at - 1]! % count)).toEqual([]);
    },
  );

  test.each(["La puesta de sol de mi abuela", "Nieve en la cordillera de los Andes", "my dog Rex", "Amanecer en el bosque de los cuentos"])(
    "where words leave it open, no place and light more than three times in a row: %s",
    (prompt) => {
      const places = seen({ prompt, duration_target: 120 }).map(({ setting, palette }) => `${setting} ${palette}`);
      expect(places.filter((place, at) => [1, 2, 3].every((back) => places[at - back] === place))).toEqual([]);
    },
  );

  test.each([
    ["A sunset over the ocean", "sunset", "night"],
    ["Amanecer en la montaña", "dawn", "day"],
    ["Noche en la ciudad de mi padre", "night", "dawn"],
    ["Nieve en la cordillera de los Andes", "dawn", "sunset"],
  ])("the light moves on like a day: %s from %s to %s", (prompt, first, last) => {
    const lights = seen({ prompt }).map(({ palette }) => palette);
    expect([lights[0]!, lights.at(-1)!]).toEqual([first, last]);
  });

  test("it is never day in space unless the words ask for it", () => {
    for (const prompt of ["The solar system", "Viaje al espacio", "stars and planets"])
      expect([prompt, seen({ prompt }).some(({ setting, palette }) => setting === "space" && palette === "day")]).toEqual([prompt, false]);
  });

  test.each([
    ["roses", "dog-face"],
    ["roses", "teacup-without-handle"],
    ["roses", "bear"],
    ["trees", "crown"],
    ["apples", "crab"],
    ["rivers", "snake"],
    ["the moon", "satellite"],
  ])("a film of %s shows no %s", (prompt, picture) => {
    expect(seen({ prompt }).flatMap(({ subjects }) => subjects.map((subject) => subject.picture))).not.toContain(picture);
  });
});

describe("a script", () => {
  const settings = (script: string) =>
    plan({ script }).scenes.map(({ visual }) =>
      visual.kind === "scenery" ? [visual.setting, ...visual.subjects.map(({ picture }) => picture)] : [],
    );

  test("stays in its place where words only brush another", () => {
    const script =
      "3 mistakes that ruin your morning coffee.\n\nYour water is too hot. Let the kettle rest.\n\nYou grind the beans too early.\n\nYour cup deserves better.";
    for (const [setting] of settings(script)) expect(setting).toBe("room");
  });

  test("has its storms at sea where they toss ships and lighthouses", () => {
    for (const [setting] of settings("Rain and thunder tossed the ships all night.\n\nThe lighthouse stood in the storm."))
      expect(setting).toBe("ocean");
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
    expect(plan({ storyboard: { scenes: [{ narration: "One line\nand another" }] } as never }).scenes[0]!.narration).toBe(
      "One line and another",
    );
    expect(scenes[1]).toMatchObject({ keywords: ["kept"], visual: { kind: "picture", path: "a.png", zoom: [1, 1.12] } });
  });

  test("is unchanged once it is complete", () => {
    const film = plan({ prompt: "coffee" });
    expect(plan({ storyboard: film }).scenes).toEqual(film.scenes);
  });
});
