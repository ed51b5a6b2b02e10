import { Blob, Face } from "harfbuzzjs";
import type { DataName } from "../domain/data.ts";
import type { Pack } from "./pack.ts";

const FONTS = {
  "font-medium.ttf": "montserrat/600SemiBold/Montserrat_600SemiBold",
  "font-bold.ttf": "montserrat/700Bold/Montserrat_700Bold",
  "font-black.ttf": "montserrat/800ExtraBold/Montserrat_800ExtraBold",
  "font-sans.ttf": "noto-sans/700Bold/NotoSans_700Bold",
  "font-arabic.ttf": "noto-sans-arabic/700Bold/NotoSansArabic_700Bold",
  "font-hebrew.ttf": "noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold",
  "font-devanagari.ttf": "noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold",
  "font-thai.ttf": "noto-sans-thai/700Bold/NotoSansThai_700Bold",
  "font-math.ttf": "noto-sans-math/400Regular/NotoSansMath_400Regular",
  "font-emoji.ttf": "noto-emoji/700Bold/NotoEmoji_700Bold",
  "font-symbols.ttf": "noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular",
} satisfies Partial<Record<DataName, string>>;

/** The film's typeface in three weights, the fonts that step in for other scripts, and which characters each of them draws. */
export const pack: Pack = async () => {
  const packed: Partial<Record<DataName, Uint8Array>> = {};
  const coverage: Record<string, [number, number][]> = {};
  for (const [name, path] of Object.entries(FONTS)) {
    const bytes = await Bun.file(`node_modules/@expo-google-fonts/${path}.ttf`).bytes();
    packed[name as DataName] = bytes;
    coverage[name] = toRanges([...new Face(new Blob(bytes)).collectUnicodes()]);
  }
  return { ...packed, "font-coverage.json": new TextEncoder().encode(JSON.stringify(coverage)) };
};

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
