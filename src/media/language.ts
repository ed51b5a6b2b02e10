import { primaryLanguage } from "../domain/language-tag.ts";

/** ISO 639-2 codes (the terminology ones, as MP4 has them) of the languages that we make films in. */
const CODES: Record<string, string> = { en: "eng", es: "spa", fr: "fra", de: "deu", it: "ita", pt: "por", ja: "jpn", zh: "zho" };

/** The three letters that an MP4 track says its language with; "und" for one that we do not know. */
export function toTrackLanguage(bcp47: string): string {
  const primary = primaryLanguage(bcp47);
  return CODES[primary] ?? (primary.length === 3 ? primary : "und");
}
