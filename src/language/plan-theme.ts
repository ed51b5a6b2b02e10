import { CARDS_ROOM } from "../domain/timeline.ts";
import { sceneSec } from "./film-length.ts";
import type { PlanLanguage } from "./plan-language.ts";
import type { Draft } from "./scenes.ts";
import { findTheme, themeLines } from "./themes.ts";

/** A theme's lines that fit, and whether they fill the film well. */
export type ThemeWay = { origin: "theme"; drafts: Draft[]; notes: string[]; full: boolean };

/** Lines that leave more than this share of a film without words do not fill it. */
const ENOUGH_SHARE = 0.35;
/** An opening, something between and a closing. */
const FEWEST_LINES = 3;

/** The film of a prompt that asks for a common subject and nothing else. */
export function planTheme(prompt: string, language: PlanLanguage, targetSec: number): ThemeWay | undefined {
  const theme = findTheme(prompt, language);
  if (theme === undefined) return undefined;
  const budgetSec = targetSec - CARDS_ROOM.comfortable;
  const lines = themeLines(theme, language, budgetSec, (text) => sceneSec(text, language));
  if (lines.length < FEWEST_LINES) return undefined;
  const sec = lines.reduce((sum, { text }) => sum + sceneSec(text, language), 0);
  return {
    origin: "theme",
    drafts: lines.map(({ text, ...hint }) => ({ narration: text, hint })),
    notes: [`The narration is a piece about this subject that comes with the product (${theme.id.replaceAll("-", " ")}).`],
    full: sec >= budgetSec * ENOUGH_SHARE,
  };
}
