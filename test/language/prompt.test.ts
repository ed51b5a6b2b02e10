import { describe, expect, test } from "bun:test";
import { estimateSpeechSec } from "../../src/domain/pace.ts";
import { plan, wordnet } from "./knowledge.ts";

const spoken = (prompt: string, target = 60) => {
  const film = plan({ prompt, duration_target: target });
  return { ...film, sentences: film.scenes.map(({ narration }) => narration).filter((text) => text !== "") };
};

/** So long that a theme's lines do not fill it. */
const BEYOND_THEMES = 180;

describe("themes", () => {
  test.each([
    ["A sunset over the ocean", "The sun comes down to meet the sea."],
    ["Coucher de soleil sur la mer", "Le soleil descend à la rencontre de la mer."],
    ["Sonnenuntergang am Meer", "Die Sonne sinkt langsam hinab, dem Meer entgegen."],
    ["海の夕日", "太陽が、海に向かってゆっくり沈みます。"],
    ["海上日落", "太阳缓缓落下，去和大海相会。"],
  ])("%j is told in lines of our own: %s", (prompt, line) => {
    const { origin, sentences, scenes, notes } = spoken(prompt);
    expect(origin).toBe("theme");
    expect(sentences[0]).toBe(line);
    expect(scenes[0]!.visual).toMatchObject({ setting: "ocean", palette: "sunset" });
    expect(notes.join()).toContain("sunset sea");
  });

  test("lines fit the time, a long film needs more than a theme has to say", () => {
    for (const target of [15, 20, 30, 45, 60, 90])
      expect(
        spoken("A sunset over the ocean", target).scenes.reduce((sum, { narration }) => sum + estimateSpeechSec(narration, "en"), 0),
      ).toBeLessThan(target - 2);
    expect(spoken("Bees", BEYOND_THEMES).origin).toBe("wordnet");
    expect(spoken("Les abeilles", BEYOND_THEMES).origin).toBe("theme");
  });

  test("what a line shows without naming it is described in the film's language", () => {
    const { scenes } = plan({ prompt: "猫" });
    expect(scenes.map(({ description }) => description).join()).not.toMatch(/[a-z]/);
  });

  test("fewer scenes join lines, each seen as its last line says", () => {
    const { scenes } = plan({ prompt: "A sunset over the ocean", scene_count: 3 });
    expect(scenes.map(({ visual }) => visual.kind === "scenery" && visual.setting)).toEqual(["ocean", "ocean", "ocean"]);
  });
});

describe("true sentences", () => {
  test.each([
    ["A sunset over the ocean", "Oceans include the Pacific, the Atlantic, the Arctic Ocean, the Indian Ocean and the Antarctic Ocean."],
    ["How volcanoes work", "A volcano is a mountain formed by volcanic material."],
    ["3 facts about black holes", "A black hole is a region of space resulting from the collapse of a star."],
    ["The history of coffee", "Coffee is a beverage consisting of an infusion of ground coffee beans."],
    ["Bees", "A honeybee is a social bee often domesticated for the honey it produces."],
    [
      "penguins",
      "Penguins are short-legged flightless birds of cold southern especially Antarctic regions having webbed feet and wings modified as flippers.",
    ],
    [
      "The Roman Empire",
      "The Roman Empire was an empire established by Augustus in 27 BC and divided in AD 395 into the Western Roman Empire and the eastern or Byzantine Empire.",
    ],
    ["a cat in space", "Deep space is any region in space outside the solar system."],
    ["chess", "Chess is a board game for two players who move their 16 pieces according to specific rules."],
    ["water", "It freezes into ice below 0 degrees centigrade and boils above 100 degrees centigrade."],
    [
      "Make a video about butterflies",
      "A butterfly is a diurnal insect typically having a slender body with knobbed antennae and broad colorful wings.",
    ],
  ])("%j is told: %j", (prompt, sentence) => {
    const { origin, sentences } = spoken(prompt, BEYOND_THEMES);
    expect(origin).toBe("wordnet");
    expect(sentences).toContain(sentence);
  });

  test.each([
    ["Snow on the mountains", /^Snow is precipitation/, /spurge/],
    ["bird of paradise", /^A bird of paradise is/, /Eden/],
    ["morning glory", /^A morning glory is/, /praise/],
    ["black hole", /^A black hole is/, /^A hole/],
    ["lily of the valley", /^A lily of the valley is/, /^A valley/],
    ["a cup of tea", /^Tea is a beverage/, /^A cup is/],
    ["heart of the city", /^A city is/, /organ/],
    ["school of fish", /^A fish is/, /institution|^A school/],
    ["a walk in the park", /^A park is/, /act of/],
    ["A walk in the forest", /^A forest is/, /act of|silva|greenwood/i],
    ["A rainy day in the city", /^A city is/, /financial need|^A day/],
    ["a day at the beach", /^A beach is/, /rotation/],
    ["a black cat", /^A cat is/, /arboreal/],
    ["the Alps", /^The Alps are/, /^An alp/],
    ["tigers", /^A tiger is/, /terrorist/],
    ["the life of a bee", /^A bee is/, /^Life/],
    ["Desert at night", /^A desert is/, /largely/],
    ["bamboo", /^Bamboo is/, /mature/],
    ["horses", /^A horse is/, /encolure|gaskin|withers/],
    ["dogs", /^A dog is/, /flag|Canidae/],
    ["penguins", /^Penguins are/, /^Flightless birds are flightless/],
    ["ships", /^A ship is/, /hulk|shipwreck/],
    ["kites", /^A kite is a plaything|^A kite is/, /hawks/],
    ["crowns", /^A crown is/, /tooth/],
    ["salt and pepper", /^Salt is/, /hydrogen|fluoroboride/],
  ])("%j is told as a person means it", (prompt, told, never) => {
    const { sentences } = spoken(prompt, BEYOND_THEMES);
    expect(sentences.some((sentence) => told.test(sentence))).toBe(true);
    expect(sentences.slice(1).filter((sentence) => never.test(sentence))).toEqual([]);
  });

  test.each(["jack of all trades", "king of the hill", "house of cards", "wheel of fortune", "needle in a haystack", "rock and roll"])(
    "a figure of speech is no matter for a dictionary: %s",
    (prompt) => {
      expect(spoken(prompt).origin).toBe("visual");
    },
  );

  test.each(["whales", "jazz", "elephants", "bears in the woods", "stars", "a mouse", "seal"])(
    "the meaning that a film can show is chosen: %s",
    (prompt) => {
      expect(spoken(prompt).sentences.join(" ")).not.toMatch(/very large person|empty rhetoric|Republican|investor|actor|shy|fastener/);
    },
  );

  test("nothing is said that a gloss does not say", () => {
    for (const prompt of ["A lighthouse in a storm", "bread", "whales", "The solar system"]) {
      for (const sentence of spoken(prompt, BEYOND_THEMES).sentences.slice(1)) {
        const told = sentence.match(/^(?:(?:An?|The) )?(.+?) (?:is|are|was)(?: also)? (?:an? |the )?(.{12,60})/);
        if (!told) continue;
        const [, name = "", claim = ""] = told;
        const lemma = name.toLowerCase();
        const forms = [lemma, lemma.replace(/s$/, "")];
        const glosses = forms.flatMap((form) =>
          wordnet.senses(form).map(({ synset }) => wordnet.synset(synset).gloss.replace(/\s*\([^)]*\)/g, "")),
        );
        expect([sentence, glosses.some((gloss) => gloss.includes(claim.slice(0, 12)))]).toEqual([sentence, true]);
      }
    }
  });

  test.each([10, 15, 20, 30, 45, 60, 90, 120, 300, 600])("a film of %d s is never given more words than it has time for", (target) => {
    for (const prompt of [
      "A sunset over the ocean",
      "coffee",
      "Trees",
      "how to learn piano",
      "A woman in a red coat walks slowly through a neon city at night, rain falling on the empty streets",
    ]) {
      const { sentences, scenes } = spoken(prompt, target);
      const voice = sentences.reduce((sum, text) => sum + estimateSpeechSec(text, "en"), 0);
      expect([prompt, voice + 0.4 * sentences.length + 2 * (scenes.length - sentences.length) + 2.1 <= target]).toEqual([prompt, true]);
      expect(sentences.length).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(["coffee", "A sunset over the ocean", "trees", "piano", "horses"])("a minute of %s is well filled", (prompt) => {
    const { sentences } = spoken(prompt);
    const room = sentences.reduce((sum, text) => sum + estimateSpeechSec(text, "en") + 0.95, 0);
    expect(room).toBeGreaterThan(56 * 0.75);
  });
});

describe("pictures under the prompt's own words", () => {
  test.each([
    ["my grandmother's garden"],
    ["how to learn piano"],
    ["startup pitch"],
    ["motivation quote"],
    ["cryptocurrency"],
    ["my dog Rex"],
    ["Why is the sky blue?"],
    ["guns"],
    ["Acme Rocketfuel launches Zorbo"],
    ["100% sure"],
    ["{\\fs100000}"],
    ["a':textfile=/etc/passwd:x='b"],
    ["Un atardecer en casa de mi abuela"],
    ["a".repeat(10_000)],
    ["!!!"],
    ["🌊"],
    ["שלום עולם"],
  ])("%j makes no claim", (prompt) => {
    const { origin, sentences, notes, title } = spoken(prompt);
    expect(origin).toBe("visual");
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.join(" ")).not.toMatch(/ (is an?|are|was) /);
    expect(notes.join(" ")).toContain("own words");
    expect(title).not.toBe("");
  });

  test("of an owner and what is owned, and of no lone adjective", () => {
    const said = (prompt: string) => plan({ prompt, duration_target: 40 }).scenes.map(({ narration }) => narration);
    expect(said("the lighthouse keeper's last winter").filter((text) => text !== "")).toEqual([
      "The lighthouse keeper's last winter",
      "The lighthouse keeper",
      "Last winter",
    ]);
  });

  test("emoji are called by their names", () => {
    expect(spoken("🐝🌻").sentences[0]).toBe("Honeybee, sunflower");
    expect(plan({ prompt: "🐝", language: "es" }).scenes[0]!.narration).toBe("Abeja");
  });

  test("prose is narrated in its own words", () => {
    const prose =
      "The harbour wakes slowly under a grey sky. Old boats creak at their ropes while gulls argue above them. A fisherman lights his pipe and looks out at the sea.";
    const { origin, sentences, notes } = spoken(prose);
    expect(origin).toBe("script");
    expect(sentences.join(" ")).toBe(prose);
    expect(notes.join()).toContain("own words");
  });
});

describe("scene counts of prompts", () => {
  test.each(["coffee", "startup pitch", "Un perro en la playa", "A sunset over the ocean"])("%s", (prompt) => {
    for (const count of [1, 3, 8, 14]) expect(plan({ prompt, scene_count: count }).scenes).toHaveLength(count);
    const many = plan({ prompt, scene_count: 200, duration_target: 20 });
    expect(many.scenes.length).toBeLessThan(200);
    expect(many.notes.join()).toContain("200 scenes do not fit");
  });
});

describe("what is not told", () => {
  test.each([
    "Girls",
    "Jews",
    "Africans",
    "women",
    "slavery",
    "guns",
    "nudity",
    "a prostitute",
    "Adolf Hitler",
    "the Holocaust",
    "cocaine",
    "bombs",
  ])("%s is no material for a dictionary", (prompt) => {
    expect(spoken(prompt).origin).toBe("visual");
  });

  test.each(["The planets", "Pluto", "Volcanoes", "Russia", "China", "Tokyo"])("nothing that may have changed: %s", (prompt) => {
    expect(spoken(prompt, 120).sentences.join(" ")).not.toMatch(/\bnine\b|farthest known|last erupted|population|communist|Soviet/);
  });
});
