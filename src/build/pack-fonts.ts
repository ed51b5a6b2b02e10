import { Blob, Face } from "harfbuzzjs";
import subsetFont from "subset-font";
import type { DataName } from "../domain/data.ts";
import { CHINESE, JAPANESE } from "./east-asian-characters.ts";
import type { Pack } from "./pack.ts";

/** A font of the package `@expo-google-fonts`; `only` keeps these characters and drops the rest. */
type Source = { path: string; only?: () => string };

const FONTS = {
  "font-light.ttf": { path: "montserrat/500Medium/Montserrat_500Medium" },
  "font-medium.ttf": { path: "montserrat/600SemiBold/Montserrat_600SemiBold" },
  "font-bold.ttf": { path: "montserrat/700Bold/Montserrat_700Bold" },
  "font-black.ttf": { path: "montserrat/800ExtraBold/Montserrat_800ExtraBold" },
  "font-sans.ttf": { path: "noto-sans/700Bold/NotoSans_700Bold" },
  "font-japanese.ttf": { path: "noto-sans-jp/700Bold/NotoSansJP_700Bold", only: JAPANESE },
  "font-chinese.ttf": { path: "noto-sans-sc/700Bold/NotoSansSC_700Bold", only: CHINESE },
  "font-arabic.ttf": { path: "noto-sans-arabic/700Bold/NotoSansArabic_700Bold" },
  "font-hebrew.ttf": { path: "noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold" },
  "font-devanagari.ttf": { path: "noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold" },
  "font-thai.ttf": { path: "noto-sans-thai/700Bold/NotoSansThai_700Bold" },
  "font-math.ttf": { path: "noto-sans-math/400Regular/NotoSansMath_400Regular" },
  "font-emoji.ttf": { path: "noto-emoji/700Bold/NotoEmoji_700Bold" },
  "font-symbols.ttf": { path: "noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular" },
} satisfies Partial<Record<DataName, Source>>;

/** The film's typeface in four weights, the fonts that step in for other scripts, and which characters each of them draws. */
export const pack: Pack = async () => {
  const packed: Partial<Record<DataName, Uint8Array>> = {};
  const coverage: Record<string, [number, number][]> = {};
  for (const [name, source] of Object.entries(FONTS)) {
    const bytes = await readFont(source);
    packed[name as DataName] = bytes;
    coverage[name] = toRanges([...new Face(new Blob(bytes)).collectUnicodes()]);
  }
  return { ...packed, "font-coverage.json": new TextEncoder().encode(JSON.stringify(coverage)) };
};

async function readFont({ path, only }: Source): Promise<Uint8Array> {
  const bytes = await Bun.file(`node_modules/@expo-google-fonts/${path}.ttf`).bytes();
  if (!only) return bytes;
  return new Uint8Array(await subsetFont(Buffer.from(bytes), only(), { targetFormat: "truetype", noLayoutClosure: true }));
}

/** Ascending code points as ranges, first and last included. */
function toRanges(codePoints: number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const codePoint of codePoints.sort((left, right) => left - right)) {
    const last = ranges.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}
