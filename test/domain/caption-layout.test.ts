import { describe, expect, test } from "bun:test";
import { type CaptionForm, type Cue, cueLines, readingSpeed } from "../../src/domain/caption.ts";
import { buildCues } from "../../src/domain/caption-layout.ts";
import type { Aspect } from "../../src/domain/frame.ts";
import { seededRandom } from "../../src/domain/seed.ts";
import type { Word } from "../../src/domain/storyboard.ts";

/** Lines as the plainest captions have them. */
const FORMS: Record<Aspect, CaptionForm> = {
  "16:9": { lineChars: 42, lineSigns: 16, lineWidthEm: 28.7 },
  "1:1": { lineChars: 26, lineSigns: 13, lineWidthEm: 16.1 },
  "9:16": { lineChars: 20, lineSigns: 10, lineWidthEm: 12.2 },
};

const measure = (text: string): number => [...text].length * 0.55;

/** Words spoken at an even pace, resting after sentences and commas. */
function speak(text: string, charsPerSec = 14.5, startSec = 0.3): Word[] {
  let at = startSec;
  return text.split(/\s+/).map((word) => {
    const length = (word.length + 1) / charsPerSec;
    const spoken = { text: word, start: at, end: at + length * 0.95 };
    at += length + (/[.!?]$/.test(word) ? 0.45 : /[,;:]$/.test(word) ? 0.2 : 0);
    return spoken;
  });
}

function cuesOf(text: string, aspect: Aspect = "16:9", language = "en"): Cue[] {
  const words = speak(text);
  return buildCues(words, { language, form: FORMS[aspect], measure, sceneEndSec: words.at(-1)!.end + 0.6 });
}

const shown = (cues: Cue[]): string[] => cues.map((cue) => cueLines(cue).join(" / "));

const SHORE = "The sun sinks slowly toward the horizon, and the hills beyond the shore turn blue.";
const ORILLA = "El sol se hunde despacio hacia el horizonte, y las colinas más allá de la orilla se vuelven azules.";

describe("cues are broken where the sentence breathes", () => {
  const cases: [Aspect, string, string, string[]][] = [
    ["16:9", "en", SHORE, ["The sun sinks slowly toward the horizon, / and the hills beyond the shore turn blue."]],
    ["1:1", "en", SHORE, ["The sun sinks slowly / toward the horizon,", "and the hills beyond / the shore turn blue."]],
    ["16:9", "es", ORILLA, ["El sol se hunde despacio / hacia el horizonte,", "y las colinas más allá / de la orilla se vuelven azules."]],
    ["16:9", "en", "Night falls here. Nobody is awake.", ["Night falls here.", "Nobody is awake."]],
    ["16:9", "en", "Yes. It is.", ["Yes. It is."]],
    ["16:9", "en", "Dr. Smith of the U.S. Navy waits.", ["Dr. Smith of the U.S. Navy waits."]],
    ["9:16", "es", "¿Quién espera detrás de ellas?", ["¿Quién espera / detrás de ellas?"]],
  ];
  test.each(cases)("%s %s: %s", (aspect, language, text, expected) => {
    expect(shown(cuesOf(text, aspect, language))).toEqual(expected);
  });

  test.each(["16:9", "1:1", "9:16"] as const)("no line in %s ends with an article", (aspect) => {
    const text = `${SHORE} Somewhere behind them, the lights of a city wait for the people who come home from an island in the north.`;
    for (const line of cuesOf(text, aspect).flatMap(cueLines)) expect(line).not.toMatch(/\b(the|a|an)$/);
  });
});

describe("every cue can be read", () => {
  const random = seededRandom(7);
  const words = ["light", "a", "of", "the", "sea,", "mountains", "rise.", "unbelievable", "and", "wait", "it", "Is?"];
  const text = Array.from({ length: 300 }, () => words[Math.floor(random() * words.length)]).join(" ");
  test.each(["16:9", "1:1", "9:16"] as const)("within the lines, the width and the times of %s", (aspect) => {
    const cues = cuesOf(text, aspect);
    const { lineChars, lineWidthEm } = FORMS[aspect];
    expect(cues.flatMap(cueLines).join(" ")).toBe(text);
    cues.forEach((cue, index) => {
      expect(cue.lines.length).toBeLessThanOrEqual(2);
      for (const line of cueLines(cue)) {
        expect(line.length).toBeLessThanOrEqual(lineChars);
        expect(measure(line)).toBeLessThanOrEqual(lineWidthEm);
      }
      const length = cue.endSec - cue.startSec;
      expect(cue.startSec).toBe(cue.lines[0]![0]!.startSec);
      expect(length).toBeGreaterThanOrEqual(0.999);
      expect(cueLines(cue).join(" ").length / length).toBeLessThanOrEqual(readingSpeed("en"));
      expect(cue.endSec).toBeLessThanOrEqual(cues[index + 1]?.startSec ?? Number.POSITIVE_INFINITY);
    });
  });
});

describe("times", () => {
  test("a cue stays after its last word until it could be read, but not for ever", () => {
    const [cue] = buildCues([{ text: "Rain.", start: 1, end: 1.3 }], { language: "en", form: FORMS["16:9"], measure, sceneEndSec: 9 });
    expect(cue!.startSec).toBe(1);
    expect(cue!.endSec).toBe(2);
  });

  test("no cue outlasts its scene", () => {
    const [cue] = buildCues([{ text: "Rain.", start: 1, end: 1.3 }], { language: "en", form: FORMS["16:9"], measure, sceneEndSec: 1.5 });
    expect(cue!.endSec).toBe(1.5);
  });

  test("words that begin after the scene's end are not shown", () => {
    expect(buildCues([{ text: "late", start: 5, end: 6 }], { language: "en", form: FORMS["16:9"], measure, sceneEndSec: 4 })).toEqual([]);
  });

  test("a long silence parts cues", () => {
    const words = [...speak("The door opens", 14), ...speak("and nobody comes in.", 14, 6)];
    const cues = buildCues(words, { language: "en", form: FORMS["16:9"], measure, sceneEndSec: 9 });
    expect(shown(cues)).toEqual(["The door opens", "and nobody comes in."]);
    expect(cues[0]!.endSec).toBeLessThan(3);
  });

  test("no words make no cues", () => {
    expect(buildCues([], { language: "en", form: FORMS["16:9"], measure, sceneEndSec: 4 })).toEqual([]);
    expect(buildCues([{ text: " ", start: 0, end: 1 }], { language: "en", form: FORMS["16:9"], measure, sceneEndSec: 4 })).toEqual([]);
  });
});

test("a word of ten thousand letters fills line after line, whole and in time", () => {
  const word = "abcdefghij".repeat(1000);
  const cues = buildCues([{ text: word, start: 1, end: 301 }], { language: "en", form: FORMS["9:16"], measure, sceneEndSec: 301 });
  expect(cues.flatMap(cueLines).join("")).toBe(word);
  for (const line of cues.flatMap(cueLines)) expect(line.length).toBeLessThanOrEqual(20);
  expect(cues.at(-1)!.lines.at(-1)!.at(-1)!.endSec).toBeCloseTo(301, 6);
});

test("letters of several characters are never torn apart", () => {
  const family = "👩‍👩‍👧‍👦";
  const cues = buildCues([{ text: family.repeat(30), start: 0, end: 9 }], { language: "en", form: FORMS["9:16"], measure, sceneEndSec: 9 });
  for (const line of cues.flatMap(cueLines)) expect(line.replaceAll(family, "")).toBe("");
});

test("a single letter that is wider than a line stands alone, and the rest goes on as ever", () => {
  const wide = (text: string): number => (text === "﷽" ? 99 : measure(text));
  const cues = buildCues(speak("The page begins with ﷽ and goes on from there."), {
    language: "en",
    form: FORMS["16:9"],
    measure: wide,
    sceneEndSec: 20,
  });
  expect(shown(cues).join(" / ")).toBe("The page begins with / ﷽ / and goes on from there.");
});
