import { type DataName, type DataSource, FALLBACK_FONTS } from "../domain/data.ts";
import type { FontName } from "../domain/font.ts";
import { primaryLanguage } from "../domain/language-tag.ts";
import { openProgram } from "../domain/program.ts";
import { type Face, openShaper, type Shaper } from "./shaping.ts";

/** The weights of the film's typeface: captions are bold, titles black, lesser lines medium, quiet ones light; and the plain face beside it. */
export type Weight = "light" | "medium" | "bold" | "black" | "plain";

/** Which font draws what. Fonts are opened by `open`; `face` throws for one that was not. */
export type FontBook = {
  /** `language` (BCP 47) decides between fonts that draw one character in different ways, as Japanese and Chinese do. */
  fontFor: (grapheme: string, weight: Weight, language: string) => DataName | undefined;
  has: (codePoint: number) => boolean;
  open: (fonts: Iterable<DataName>) => Promise<void>;
  face: (font: DataName) => Face;
};

type Ranges = [first: number, last: number][];

const WEIGHTS: Record<Weight, DataName> = {
  light: "font-light.ttf",
  medium: "font-medium.ttf",
  bold: "font-bold.ttf",
  black: "font-black.ttf",
  plain: "font-sans.ttf",
};
/** Which font is meant by its name. */
export const FONT_WEIGHTS: Record<FontName, Weight> = {
  "montserrat-medium": "light",
  "montserrat-semibold": "medium",
  "montserrat-bold": "bold",
  "montserrat-extrabold": "black",
  "noto-sans-bold": "plain",
};
/** The fonts that a language asks before all others of their script. */
const OWN_FONTS: Record<string, DataName> = { ja: "font-japanese.ttf", zh: "font-chinese.ttf" };
/** Marks that Japanese and Chinese set as wide as their letters, where the film's typeface has narrow ones. */
const WIDE_MARKS = /^[“”…—·]$/u;
const SHOWN_AS_EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;

/** What steers text and is never seen itself: joiners, variation selectors, controls, direction marks and overrides. */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Zl}\p{Zp}]/u;

/** Opens HarfBuzz and the coverage table; no font yet. */
export async function openFontBook(data: DataSource): Promise<FontBook> {
  const shaper = await openShaper(await openProgram(data, "harfbuzz.wasm"));
  const coverage = JSON.parse(new TextDecoder().decode(await data("font-coverage.json"))) as Record<string, Ranges>;
  const covers = (font: DataName, codePoint: number): boolean => within(coverage[font] ?? [], codePoint);
  const chosen = new Map<string, DataName | undefined>();
  return {
    fontFor: (grapheme, weight, language) => {
      const own = OWN_FONTS[primaryLanguage(language)];
      const key = `${own} ${weight} ${grapheme}`;
      if (!chosen.has(key)) chosen.set(key, chooseFont(grapheme, chainOf(grapheme, weight, own), covers));
      return chosen.get(key);
    },
    has: (codePoint) => [WEIGHTS.bold, ...FALLBACK_FONTS].some((font) => covers(font, codePoint)),
    ...openFaces(data, shaper),
  };
}

function openFaces(data: DataSource, shaper: Shaper): Pick<FontBook, "open" | "face"> {
  const faces = new Map<DataName, Promise<Face>>();
  const ready = new Map<DataName, Face>();
  return {
    open: async (fonts) => {
      for (const font of fonts) {
        if (!faces.has(font)) faces.set(font, data(font).then(shaper.openFace));
        ready.set(font, await faces.get(font)!);
      }
    },
    face: (font) => {
      const face = ready.get(font);
      if (!face) throw new Error(`${font} is used before it is opened`);
      return face;
    },
  };
}

/** The fonts in the order in which they are asked: the film's typeface, the language's own, the others; emoji ask the emoji font first. */
function chainOf(grapheme: string, weight: Weight, own: DataName | undefined): DataName[] {
  const chain: DataName[] = [...new Set([WEIGHTS[weight], WEIGHTS.bold]), ...(own ? [own] : []), ...FALLBACK_FONTS];
  if (own && WIDE_MARKS.test(grapheme)) chain.unshift(own);
  if (SHOWN_AS_EMOJI.test(grapheme)) chain.unshift("font-emoji.ttf");
  return chain;
}

/** The first font of the chain with all characters of a grapheme, or else with its first one. */
function chooseFont(grapheme: string, chain: DataName[], covers: (font: DataName, codePoint: number) => boolean): DataName | undefined {
  const seen = [...grapheme].filter((character) => !INVISIBLE.test(character)).map((character) => character.codePointAt(0)!);
  if (seen.length === 0) return undefined;
  return chain.find((font) => seen.every((codePoint) => covers(font, codePoint))) ?? chain.find((font) => covers(font, seen[0]!));
}

function within(ranges: Ranges, codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle]!;
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
