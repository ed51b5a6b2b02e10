import type { DataName, DataSource } from "../domain/data.ts";
import { baseDirection, type Direction, settleDirections, strongDirections, visualOrder } from "./bidi.ts";
import { type FontBook, INVISIBLE, openFontBook, type Weight } from "./fonts.ts";
import { HALF_EM, meetTightly } from "./hollow-marks.ts";
import type { OutlineStep } from "./shaping.ts";

/** How text is set: its weight, the letter space in em, its language (BCP 47), which decides how Chinese characters are drawn, and the direction of the whole it is a line of (by default its own). */
export type TextStyle = { weight: Weight; spreadEm?: number; language?: string; direction?: Direction };

/** A word of a line; `joined` when no space stands before it. */
export type LineWord = { text: string; joined?: boolean };

/** A word in its place: `xEm` from the left end of its line. `path` gives SVG path data for an em of `size` px with the line's left end at `x` and its baseline at `y`. */
export type SetWord = { xEm: number; widthEm: number; path: (x: number, y: number, size: number) => string };

/** A line of words in reading order, each where it stands on screen. */
export type SetLine = { widthEm: number; words: SetWord[] };

/** The type of captions and cards: measures and outlines text with one chain of fonts. Text must have gone through `prepare`. */
export type Type = {
  /** Opens the fonts that the text needs in a language and a weight, by default bold; it can then be set in all weights but the plain face, which is opened when it is named. */
  prepare: (text: string, language?: string, weight?: Weight) => Promise<void>;
  /** The visible characters that no font has, each once; they are left out of the drawing. */
  missingGlyphs: (text: string) => string[];
  /** Width in em, in bold unless said otherwise. */
  measure: (text: string, style?: TextStyle) => number;
  setLine: (words: readonly LineWord[], style: TextStyle) => SetLine;
};

/** `tight` when it begins half an em earlier, its first mark upon the empty half of the one before. */
type Run = { text: string; font: DataName; direction: Direction; tight?: boolean };
type PlacedGlyph = { font: DataName; id: number; x: number; y: number };
type Ink = { widthEm: number; glyphs: PlacedGlyph[] };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Scripts whose letters join: letter space would tear them. */
const JOINED = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Syriac}\p{Script=Nko}]/u;
/** Fonts in which every sign fills a square, by the language whose marks they have. */
const SQUARE_FONTS: Partial<Record<DataName, string>> = { "font-japanese.ttf": "ja", "font-chinese.ttf": "zh" };
const JOINERS = /\u200c|\u200d|\ufe0f/;

/** Opens the type from the packed fonts; the fonts of other scripts are opened when `prepare` meets them. */
export async function openType(data: DataSource): Promise<Type> {
  const book = await openFontBook(data);
  await book.open(["font-light.ttf", "font-medium.ttf", "font-bold.ttf", "font-black.ttf"]);
  const outlines = new Map<string, OutlineStep[]>();
  const outline = ({ font, id }: PlacedGlyph): OutlineStep[] => {
    const key = `${font} ${id}`;
    const known = outlines.get(key) ?? book.face(font).outline(id);
    outlines.set(key, known);
    return known;
  };
  return {
    prepare: (text, language = "", weight = "bold") => book.open(fontsOf(book, text, language, weight)),
    missingGlyphs: (text) => [...new Set(text)].filter((character) => isSeen(character) && !book.has(character.codePointAt(0)!)),
    measure: (text, style = { weight: "bold" }) => ink(book, text, style, baseDirection(text)).widthEm,
    setLine: (words, style) => setLine(book, words, style, outline),
  };
}

const isSeen = (character: string): boolean => !INVISIBLE.test(character) && !/\s/u.test(character);

function fontsOf(book: FontBook, text: string, language: string, weight: Weight): Set<DataName> {
  const fonts = new Set<DataName>();
  for (const { segment } of graphemes.segment(`${text} `)) {
    for (const written of new Set([language, languageOf(text, language)])) {
      const font = book.fontFor(segment, weight, written);
      if (font) fonts.add(font);
    }
  }
  return fonts;
}

const EAST_ASIAN = /^(ja|zh)\b/i;
const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The language that decides the shapes of Chinese characters: the text's own where it is Japanese or Chinese, else what its other signs say. */
function languageOf(text: string, language: string): string {
  if (EAST_ASIAN.test(language) || !HAN.test(text)) return language;
  return KANA.test(text) ? "ja" : "zh";
}

/** Text to runs of one font and direction, in reading order; what no font has, and what must not be drawn, is gone. */
function toRuns(book: FontBook, text: string, { weight, language = "" }: TextStyle, base: Direction): Run[] {
  const written = languageOf(text, language);
  const parts = [...graphemes.segment(text.toWellFormed())].flatMap(({ segment }) => {
    const font = book.fontFor(segment, weight, written);
    const drawn = [...segment].filter((part) => JOINERS.test(part) || (!INVISIBLE.test(part) && book.has(part.codePointAt(0)!))).join("");
    return font ? [{ text: drawn, font }] : [];
  });
  const directions = settleDirections(strongDirections(parts.map((part) => part.text)), base);
  const runs: Run[] = [];
  parts.forEach((part, index) => {
    const last = runs.at(-1);
    const goesOn = last && last.font === part.font && last.direction === directions[index];
    const tight = goesOn && part.font in SQUARE_FONTS && meetTightly(last.text, part.text, SQUARE_FONTS[part.font]!);
    if (goesOn && !tight) last.text += part.text;
    else runs.push({ ...part, direction: directions[index]!, ...(tight && { tight }) });
  });
  return runs;
}

function ink(book: FontBook, text: string, style: TextStyle, base: Direction): Ink {
  const runs = toRuns(book, text, style, base);
  const placed: Ink = { widthEm: 0, glyphs: [] };
  const directions = runs.map((run) => run.direction);
  for (const index of visualOrder(directions, base)) {
    const run = runs[index]!;
    const spread = JOINED.test(run.text) ? 0 : (style.spreadEm ?? 0);
    if (run.tight) placed.widthEm -= HALF_EM;
    const shaped = book.face(run.font).shape(run.text, { rightToLeft: run.direction === "rtl", spread });
    placed.glyphs.push(...shaped.glyphs.map((glyph) => ({ ...glyph, font: run.font, x: glyph.x + placed.widthEm })));
    placed.widthEm += shaped.widthEm;
  }
  return placed;
}

function setLine(book: FontBook, words: readonly LineWord[], style: TextStyle, outline: (glyph: PlacedGlyph) => OutlineStep[]): SetLine {
  const texts = words.map((word) => word.text);
  const base = style.direction ?? baseDirection(texts.join(" "));
  const inks = texts.map((text) => ink(book, text, style, base));
  const spaceEm = ink(book, " ", style, "ltr").widthEm;
  const directions = wordDirections(texts, base);
  const order = visualOrder(directions, base);
  const starts = new Array<number>(words.length).fill(0);
  let penEm = 0;
  order.forEach((index, place) => {
    if (place > 0) penEm += gapEm(words, directions, [order[place - 1]!, index], { spaceEm, language: style.language ?? "" });
    starts[index] = penEm;
    penEm += inks[index]!.widthEm;
  });
  return {
    widthEm: Math.max(0, penEm - (style.spreadEm ?? 0)),
    words: inks.map(({ widthEm, glyphs }, index) => ({
      xEm: starts[index]!,
      widthEm,
      path: (x, y, size) => glyphs.map((glyph) => toPath(outline(glyph), x, y, size, starts[index]! + glyph.x, glyph.y)).join(""),
    })),
  };
}

type Gap = { spaceEm: number; language: string };

/** What lies between words that stand side by side on screen: a space, nothing, or less where two full-width marks meet. */
function gapEm(words: readonly LineWord[], directions: Direction[], [left, right]: [number, number], { spaceEm, language }: Gap): number {
  if (!areJoined(words, directions, left, right)) return spaceEm;
  return meetTightly(words[left]!.text, words[right]!.text, language) ? -HALF_EM : 0;
}

/** Whether words that stand side by side on screen have no space between them. Where two directions meet, that is said where the later run begins. */
function areJoined(words: readonly LineWord[], directions: Direction[], left: number, right: number): boolean {
  let later = Math.max(left, right);
  if (directions[left] !== directions[right]) while (later > 0 && directions[later - 1] === directions[later]) later--;
  return words[later]!.joined === true;
}

/** Numbers go on in the direction of the letters before them; other words without letters (emoji) go along with what is around them. */
function wordDirections(words: string[], base: Direction): Direction[] {
  const letters = words.map((word) => (/\p{L}/u.test(word) ? baseDirection(word) : undefined));
  const known = letters.map((direction, index) =>
    direction || !/\p{N}/u.test(words[index]!) ? direction : (letters.slice(0, index).findLast((other) => other) ?? base),
  );
  return settleDirections(known, base);
}

/** An outline as SVG path data, to a hundredth of a pixel. */
function toPath(steps: OutlineStep[], x: number, y: number, size: number, dxEm: number, dyEm: number): string {
  const place = (value: number, index: number): string =>
    (index % 2 === 0 ? x + (value + dxEm) * size : y - (value + dyEm) * size).toFixed(2);
  return steps.map(({ command, points }) => command + points.map(place).join(" ")).join("");
}
