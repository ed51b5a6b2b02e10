import { autumn } from "./themes/autumn.ts";
import { bees } from "./themes/bees.ts";
import { birds } from "./themes/birds.ts";
import { books } from "./themes/books.ts";
import { bread } from "./themes/bread.ts";
import { cats } from "./themes/cats.ts";
import { city } from "./themes/city.ts";
import { cityNight } from "./themes/city-night.ts";
import { coffee } from "./themes/coffee.ts";
import { desert } from "./themes/desert.ts";
import { dogs } from "./themes/dogs.ts";
import { forest } from "./themes/forest.ts";
import { friendship } from "./themes/friendship.ts";
import { gardens } from "./themes/gardens.ts";
import { moon } from "./themes/moon.ts";
import { morning } from "./themes/morning.ts";
import { mountains } from "./themes/mountains.ts";
import { music } from "./themes/music.ts";
import { nightSky } from "./themes/night-sky.ts";
import { ocean } from "./themes/ocean.ts";
import { persistence } from "./themes/persistence.ts";
import { rain } from "./themes/rain.ts";
import { isNamedBy, toThemeLanguage } from "./themes/recognition.ts";
import { river } from "./themes/river.ts";
import { space } from "./themes/space.ts";
import { spring } from "./themes/spring.ts";
import { sunset } from "./themes/sunset.ts";
import { sunsetSea } from "./themes/sunset-sea.ts";
import { tea } from "./themes/tea.ts";
import type { Theme, ThemeHint } from "./themes/theme.ts";
import { trains } from "./themes/trains.ts";
import { travel } from "./themes/travel.ts";
import { whales } from "./themes/whales.ts";
import { winter } from "./themes/winter.ts";

/** Every theme. */
export const THEMES: readonly Theme[] = [
  sunsetSea,
  sunset,
  ocean,
  morning,
  nightSky,
  moon,
  mountains,
  forest,
  river,
  desert,
  rain,
  autumn,
  winter,
  spring,
  cityNight,
  city,
  space,
  whales,
  birds,
  bees,
  dogs,
  cats,
  gardens,
  coffee,
  tea,
  bread,
  music,
  books,
  travel,
  trains,
  friendship,
  persistence,
];

/** The theme that a prompt is about, where it asks for that and nothing else; `language` is BCP 47. */
export function findTheme(prompt: string, language: string): Theme | undefined {
  const spoken = toThemeLanguage(language);
  return spoken && THEMES.find((theme) => isNamedBy(prompt, theme, spoken));
}

/** A line of a theme with what is seen and felt meanwhile. */
export type ThemeLine = { text: string } & ThemeHint;

/**
 * The opening, as many lines after it as fit, and the closing, in order. `estimate` says how many seconds a line takes as a scene; none
 * are given where opening and closing alone take more than `budgetSec`, or in a language that themes are not written in.
 */
export function themeLines(theme: Theme, language: string, budgetSec: number, estimate: (text: string) => number): ThemeLine[] {
  const spoken = toThemeLanguage(language);
  const lines = spoken === undefined ? [] : theme.lines[spoken].map((text, index): ThemeLine => ({ text, ...theme.hints[index]! }));
  const [opening, closing] = [lines[0], lines.at(-1)];
  if (opening === undefined || closing === undefined) return [];
  let left = budgetSec - estimate(opening.text) - estimate(closing.text);
  if (left < 0) return [];
  const middle = lines.slice(1, -1);
  const end = middle.findIndex(({ text }) => {
    left -= estimate(text);
    return left < 0;
  });
  return [opening, ...(end < 0 ? middle : middle.slice(0, end)), closing];
}
