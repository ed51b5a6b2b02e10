import { describe, expect, test } from "bun:test";
import { estimateSpeechSec } from "../../src/domain/pace.ts";
import { seededRandom } from "../../src/domain/seed.ts";
import { PLAN_LANGUAGES, type PlanLanguage } from "../../src/language/plan-language.ts";
import { parseScript } from "../../src/language/script-blocks.ts";
import { planScript } from "../../src/language/script-pieces.ts";
import { plan, squeezed } from "./knowledge.ts";

const SEA = `The Sea
=======

The sea is large, and it covers the most part of our planet; heavy ships cross it every day and every night, while whales sing below the waves in the dark. It is blue.

## Animals

- Whales
- Dolphins that jump

CHAPTER 3

1. First, we look
2. Then we go home.

A short heading

And a paragraph that ends with a full stop.`;

describe("blocks of a script", () => {
  test("headings, items and paragraphs are told apart, and their markers are not words", () => {
    expect(parseScript(SEA).map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "The Sea"],
      ["paragraph", expect.stringContaining("The sea is large")],
      ["heading", "Animals"],
      ["item", "Whales"],
      ["item", "Dolphins that jump"],
      ["heading", "CHAPTER 3"],
      ["item", "First, we look"],
      ["item", "Then we go home."],
      ["heading", "A short heading"],
      ["paragraph", "And a paragraph that ends with a full stop."],
    ]);
  });

  test.each([
    ["Hello world", ["paragraph"]],
    ["Roses are red\nViolets are blue", ["paragraph", "paragraph"]],
    ["This line runs on\nto the next.", ["paragraph"]],
    ["ALL OF THIS\n\nIS SHOUTED", ["paragraph", "paragraph"]],
    ["---\n\nA **bold** [link](http://x.y) word.", ["paragraph"]],
    ["Capítulo 2\nEl mar es grande.", ["heading", "paragraph"]],
    ["Chapitre 2\nLa mer est grande.", ["heading", "paragraph"]],
    ["Kapitel 2\nDas Meer ist groß.", ["heading", "paragraph"]],
    ["第一章　海\n海は広い。", ["heading", "paragraph"]],
    ["第2节\n大海很宽。", ["heading", "paragraph"]],
    ["海のこと\n\n海は広くて、どこまでも青い。", ["heading", "paragraph"]],
    ["・クジラ\n・イルカ", ["item", "item"]],
    ["１．見る\n２．帰る", ["item", "item"]],
    ["一、先看\n二、再回家", ["item", "item"]],
    ["①先看\n（2）再回家", ["item", "item"]],
    ["古池や\n蛙飛び込む\n水の音", ["paragraph", "paragraph", "paragraph"]],
  ])("%j is %j", (text, kinds) => {
    expect(parseScript(text).map(({ kind }) => kind as string)).toEqual(kinds);
  });

  test("Markdown's marks go, its words stay", () => {
    expect(parseScript("A **bold** and *slanted* [link](http://x.y) with `code`, 2 * 3 * 4.")[0]!.text).toBe(
      "A bold and slanted link with code, 2 * 3 * 4.",
    );
  });
});

describe("scenes of a script", () => {
  const total = (text: string) => estimateSpeechSec(text, "en");

  test("long sentences are split where they breathe, short ones joined", () => {
    const { pieces } = planScript(SEA, "en");
    expect(pieces.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^heavy ships cross .* It is blue.$/));
    expect(pieces.every(({ text }) => total(text) < 12)).toBe(true);
  });

  test("a heading is spoken, and is the title of the scene it opens", () => {
    const [first] = planScript(SEA, "en").pieces;
    expect(first).toMatchObject({ title: "The Sea", text: "The Sea" });
  });

  test("a line that ends without a full stop ends its scene, and no narration has two lines", () => {
    const poem = "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you";
    expect(plan({ script: poem }).scenes.map(({ narration }) => narration)).toEqual(poem.split("\n"));
    for (const scene_count of [undefined, 1, 2, 3])
      for (const words of [{ script: SEA }, { script: poem }, { prompt: "coffee" }, { prompt: "startup pitch" }])
        expect(
          plan({ ...words, ...(scene_count && { scene_count }) })
            .scenes.map(({ narration }) => narration)
            .join(""),
        ).not.toContain("\n");
  });

  test.each([1, 2, 5, 9, 15, 40])("%d scenes can be asked for", (count) => {
    const { pieces, notes } = planScript(SEA, "en", count);
    expect(pieces).toHaveLength(count);
    expect(notes).toEqual([]);
  });

  test("more scenes than words are refused with a note", () => {
    const { pieces, notes } = planScript("One two three.", "en", 5);
    expect(pieces.map(({ text }) => text)).toEqual(["One", "two", "three."]);
    expect(notes[0]).toContain("5 scenes");
  });

  const hostile: [string, string][] = [
    ["one word", "Hello"],
    [
      "60,000 characters of prose",
      Array.from({ length: 1100 }, (_, index) => `Sentence number ${index} goes, as always, over the hill and back.`)
        .join(" ")
        .slice(0, 60_000),
    ],
    ["words without an end", "word ".repeat(12_000)],
    ["a word of 60,000 letters", "a".repeat(60_000)],
    ["words of 10,000 letters", `${"x".repeat(10_000)} `.repeat(5)],
    ["no spaces at all", "海は広い、空は青い。".repeat(6000)],
    ["tiny sentences", "a. ".repeat(20_000)],
    ["tiny paragraphs", "Hi\n\n".repeat(15_000)],
    ["mixed scripts", "Hello мир שלום עולם 世界. مرحبا بالعالم! Ok?"],
    ["only emoji", "🌊🌅 👩‍🚀🚀"],
  ];
  test.each(hostile)("every character once, in order, in scenes a storyboard can hold: %s", (_, text) => {
    for (const count of [undefined, 7]) {
      const { pieces } = planScript(text, "en", count);
      expect(squeezed(pieces.map((piece) => piece.text).join(""))).toBe(squeezed(text));
      expect(pieces.length).toBeLessThanOrEqual(1000);
      expect(pieces.every((piece) => piece.text.length > 0 && piece.text.length <= 20_000)).toBe(true);
    }
  });

  test("random scripts come back word for word", () => {
    const random = seededRandom(7);
    const pick = <Item>(list: Item[]): Item => list[Math.floor(random() * list.length)]!;
    const parts = ["the sea", "Dr. No", "and", "but", "a whale sings", "3.5 km", "e.g. this", "(so it is)", "“quoted”", "END", "— dash"];
    for (let round = 0; round < 60; round++) {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 120) },
        () => pick(parts) + pick([" ", " ", ", ", ". ", "; ", "? ", "\n", "\n\n"]),
      ).join("");
      const written = parseScript(text)
        .map((block) => block.text)
        .join("");
      const { pieces } = planScript(text, pick([...PLAN_LANGUAGES]), pick([undefined, undefined, 3, 20]));
      expect(squeezed(pieces.map((piece) => piece.text).join(""))).toBe(squeezed(written));
    }
  });

  test("a script keeps its words and says when it is far from the target", () => {
    const { origin, notes, scenes } = plan({ script: SEA, duration_target: 300 });
    expect(origin).toBe("script");
    expect(notes.join()).toContain("300 s");
    expect(scenes.map(({ narration }) => narration).join(" ")).toContain("Dolphins that jump");
  });

  test("one word changed leaves the other scenes as they were", () => {
    const script = Array.from(
      { length: 10 },
      (_, index) => `Number ${index} tells of the old harbour, the boats and the people there.`,
    ).join(" ");
    const before = plan({ script }).scenes;
    const after = plan({ script: script.replace("Number 4 tells of the old", "Number 4 tells of the new") }).scenes;
    expect(after).toHaveLength(before.length);
    expect(after.filter((scene, index) => Bun.deepEquals(scene, before[index]))).toHaveLength(before.length - 1);
  });

  const long: Record<PlanLanguage, string> = {
    en: "The sea is wide, and ships that left the harbour in the morning come back at night with all that they could carry from the islands.",
    es: "El mar es ancho, y los barcos que salieron del puerto por la mañana vuelven de noche con todo lo que pudieron traer de las islas.",
    fr: "La mer est large, et les bateaux qui ont quitté le port au matin reviennent la nuit avec tout ce qu’ils ont pu rapporter des îles.",
    de: "Das Meer ist weit, und die Schiffe, die am Morgen den Hafen verlassen haben, kehren in der Nacht mit allem zurück, was sie tragen konnten.",
    ja: "海は広く、朝に港を出た船は、島から運べるだけのものを積んで、夜になると静かな水の上を一そうずつゆっくりと帰ってくる。「おかえり。」と誰かが言った。",
    zh: "大海很宽，早晨离开港口的船，带着能从岛上运来的一切，在夜里一艘接一艘地驶过平静的水面，慢慢回到家里。“回来了？”有人问。",
  };

  test.each(PLAN_LANGUAGES)("%s comes back sign by sign, in scenes of good length", (language) => {
    const script = Array.from({ length: 6 }, () => long[language]).join(["ja", "zh"].includes(language) ? "" : " ");
    for (const count of [undefined, 1, 4, 30]) {
      const { pieces } = planScript(script, language, count);
      expect(squeezed(pieces.map(({ text }) => text).join(""))).toBe(squeezed(script));
      if (count === undefined) expect(pieces.every(({ sec }) => sec > 2 && sec < 13)).toBe(true);
    }
    if (["ja", "zh"].includes(language))
      expect(
        planScript(script, language)
          .pieces.map(({ text }) => text)
          .join(""),
      ).toBe(script);
  });

  test("scripts of several languages in one text keep every sign", () => {
    const mixed = "The word 海 means sea. 海は広い。Das Meer ist weit. 大海很宽。Fin de l’histoire. מזל טוב. конец.";
    for (const language of PLAN_LANGUAGES)
      expect(
        squeezed(
          planScript(mixed, language)
            .pieces.map(({ text }) => text)
            .join(""),
        ),
      ).toBe(squeezed(mixed));
  });

  test("Chinese and Japanese are cut where the writing pauses, never before a closing mark", () => {
    for (const language of ["ja", "zh"] as const) {
      const { pieces } = planScript(long[language].repeat(8), language);
      expect(pieces.filter(({ text }) => /^[、。，！？」』”）]/u.test(text) || /[「『“（]$/u.test(text))).toEqual([]);
      expect(pieces.filter(({ text }) => /[、。，！？」』”）]$/u.test(text)).length).toBeGreaterThan(pieces.length * 0.8);
    }
  });
});
