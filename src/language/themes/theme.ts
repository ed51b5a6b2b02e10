import type { Mood, Palette, Setting } from "../../domain/storyboard.ts";

/** The languages that themes are written in. */
export const THEME_LANGUAGES = ["en", "es", "fr", "de", "ja", "zh"] as const;
export type ThemeLanguage = (typeof THEME_LANGUAGES)[number];

/** Where a prompt may set a theme ("a sunset over the hills") without asking for something its lines do not tell. */
export type ThemePlace = "ocean" | "mountains" | "city" | "forest" | "desert" | "fields" | "window";

/** What is seen and felt during a line; `pictures` are names of built-in pictures of the things that it names. */
export type ThemeHint = { setting: Setting; palette: Palette; mood: Mood; pictures?: string[] };

/**
 * A common subject told in lines of our own, the same beats in every language: the first line opens, the last one closes, and any beginning
 * of the others may stand between. `names` are what a prompt calls it, between commas, in lower case, without the article.
 */
export type Theme = {
  id: string;
  names: Record<ThemeLanguage, string>;
  /** Names that mean the theme only where one of its places goes with them. */
  namesAt?: Record<ThemeLanguage, string>;
  places?: ThemePlace[];
  /** The name must stand without adjectives and indefinite article: "space", but "a quiet space" is something else. */
  plain?: boolean;
  /** Prompts, between commas, that look like the theme and are something else. */
  except?: Partial<Record<ThemeLanguage, string>>;
  hints: ThemeHint[];
  lines: Record<ThemeLanguage, string[]>;
};
