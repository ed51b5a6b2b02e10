import { CaptionLook } from "./caption-look.ts";
import { Quality } from "./frame.ts";
import { LANGUAGES, type Style } from "./job.ts";
import { Mood } from "./storyboard.ts";

/** A voice as people choose it. `languages` are BCP 47 tags that it speaks, its own first; `note` says how it sounds. */
export type VoiceChoice = { id: string; provider: string; name: string; languages: readonly string[]; note: string | null };

/** A style as people choose it, with a sentence on what it looks like. */
export type StyleChoice = { id: Style; name: string; description: string };

/** A language as people choose it: its tag, its name in itself, and the voice that reads it where none is asked for. */
export type LanguageChoice = { id: string; name: string; voice: string };

/** What a request can ask captions to be, in its own words. */
export const CAPTION_CHOICES: readonly string[] = ["auto", ...CaptionLook.options, "off"];
/** What a request can ask the music to be, in its own words. */
export const MUSIC_CHOICES: readonly string[] = ["auto", ...Mood.options, "off"];
/** The qualities of a picture, the smallest first. */
export const QUALITY_CHOICES: readonly string[] = Quality.options;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What a language is called in another, or in itself, with a capital letter: `es` is Español. */
export function languageName(tag: string, inLanguage = tag): string {
  return capital(new Intl.DisplayNames([inLanguage], { type: "language" }).of(tag) ?? tag);
}

/** The languages of films; `voiceOf` answers the voice that reads one. */
export const languageChoices = (voiceOf: (language: string) => string): LanguageChoice[] =>
  LANGUAGES.map((id) => ({ id, name: languageName(id), voice: voiceOf(id) }));

/** A style's name as people read it. */
export const styleName = (style: Style): string => capital(style);
