import { describe, expect, test } from "bun:test";
import { Mood, Palette, Setting } from "../../../src/domain/storyboard.ts";
import { SUBJECT_PICTURES } from "../../../src/language/subjects.ts";
import { THEME_LANGUAGES, type ThemeLanguage } from "../../../src/language/themes/theme.ts";
import { THEMES } from "../../../src/language/themes.ts";

const LINES = 10;
const OF_ALL = THEMES.flatMap((theme) => THEME_LANGUAGES.map((language) => [theme.id, language, theme.lines[language]] as const));

/** Words, or characters where none are parted: the least and the most of a line; and the characters that opening, second and closing line may have together, and all ten. */
const LIMITS: Record<ThemeLanguage, { least: number; most: number; short: number; all: number }> = {
  en: { least: 8, most: 20, short: 165, all: 700 },
  es: { least: 8, most: 20, short: 165, all: 700 },
  fr: { least: 8, most: 20, short: 176, all: 700 },
  de: { least: 8, most: 20, short: 176, all: 700 },
  ja: { least: 15, most: 40, short: 66, all: 260 },
  zh: { least: 14, most: 28, short: 51, all: 210 },
};

/** Every sign that a line may hold: a voice reads it, and the fonts of the captions have it. */
const SIGNS: Record<ThemeLanguage, RegExp> = {
  en: /^[A-Za-zé ,.:;’-]+$/,
  es: /^[A-Za-záéíóúüñÁÉÍÓÚÑ ,.:;¿?¡!-]+$/,
  fr: /^[A-Za-zàâçéèêëîïôùûœÀÂÇÉÈÊÎÔ ,.’«»\u202f\u00a0:;?!-]+$/,
  de: /^[A-Za-zäöüßÄÖÜé ,.:;„“-]+$/,
  ja: /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー、。「」]+$/u,
  zh: /^[\p{Script=Han}，。、：“”]+$/u,
};

const sizeOf = (line: string, language: ThemeLanguage) =>
  language === "ja" || language === "zh" ? line.length : line.split(" ").filter((word) => /\p{L}/u.test(word)).length;

describe("the writing of themes", () => {
  test("there are enough of them, each with a name of its own", () => {
    expect(THEMES.length).toBeGreaterThanOrEqual(28);
    expect(new Set(THEMES.map(({ id }) => id)).size).toBe(THEMES.length);
  });

  test.each(OF_ALL)("%s in %s has ten lines of a readable length, in signs of the language", (_, language, lines) => {
    const { least, most } = LIMITS[language];
    expect(lines).toHaveLength(LINES);
    for (const line of lines) {
      const size = sizeOf(line, language);
      expect(size >= least && size <= most, `${size}: ${line}`).toBe(true);
      expect(SIGNS[language].test(line), line).toBe(true);
      expect(/^\p{L}.*[^ ,、，][.。]$/u.test(line), line).toBe(true);
      expect(/ {2}| [,.]|[,.]\p{L}/u.test(line), line).toBe(false);
    }
  });

  test.each(OF_ALL)("%s in %s fits a film of a minute, and its ends one of fifteen seconds", (_, language, lines) => {
    const { short, all } = LIMITS[language];
    expect([lines[0]!, lines[1]!, lines.at(-1)!].join("").length).toBeLessThanOrEqual(short);
    expect(lines.join("").length).toBeLessThanOrEqual(all);
    expect(lines.join("").length).toBeGreaterThan(all * 0.68);
  });

  test("no line stands twice", () => {
    for (const language of THEME_LANGUAGES) {
      const lines = THEMES.flatMap((theme) => theme.lines[language]);
      expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
    }
  });

  test("every line has a hint of places, lights, moods and pictures that exist", () => {
    for (const { id, hints } of THEMES) {
      expect(hints, id).toHaveLength(LINES);
      for (const { setting, palette, mood, pictures = [] } of hints) {
        expect([Setting.parse(setting), Palette.parse(palette), Mood.parse(mood)]).toEqual([setting, palette, mood]);
        for (const picture of pictures) expect(SUBJECT_PICTURES.has(picture), picture).toBe(true);
      }
    }
  });

  test("French sets its signs apart with spaces that do not break", () => {
    const lines = THEMES.flatMap((theme) => theme.lines.fr);
    expect(lines.filter((line) => /[^\u00a0]:|[^\u202f][;!?]|'|« | »/.test(line))).toEqual([]);
  });
});
