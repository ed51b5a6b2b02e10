import { type DataName, type DataSource, FALLBACK_FONTS } from "../domain/data.ts";
import { openProgram } from "../domain/program.ts";
import { type Face, openShaper, type Shaper } from "./shaping.ts";

/** The weights of the film's typeface: captions are bold, titles black, lesser lines medium. */
export type Weight = "medium" | "bold" | "black";

/** Which font draws what. Fonts are opened by `open`; `face` throws for one that was not. */
export type FontBook = {
  fontFor: (grapheme: string, weight: Weight) => DataName | undefined;
  has: (codePoint: number) => boolean;
  open: (fonts: Iterable<DataName>) => Promise<void>;
  face: (font: DataName) => Face;
};

type Ranges = [first: number, last: number][];

const WEIGHTS: Record<Weight, DataName> = { medium: "font-medium.ttf", bold: "font-bold.ttf", black: "font-black.ttf" };
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
    fontFor: (grapheme, weight) => {
      const key = `${weight} ${grapheme}`;
      if (!chosen.has(key)) chosen.set(key, chooseFont(grapheme, weight, covers));
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

/** The first font of the chain with all characters of a grapheme, or else with its first one. Emoji ask the emoji font first. */
function chooseFont(grapheme: string, weight: Weight, covers: (font: DataName, codePoint: number) => boolean): DataName | undefined {
  const chain: DataName[] = [WEIGHTS[weight], ...FALLBACK_FONTS];
  if (SHOWN_AS_EMOJI.test(grapheme)) chain.unshift("font-emoji.ttf");
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
