import { LONGEST_SEC, mergeShort, mergeTo, type Piece, splitSentence, splitTo, spokenSec } from "./pieces.ts";
import type { PlanLanguage } from "./plan-language.ts";
import { parseScript } from "./script-blocks.ts";
import { splitSentences } from "./sentences.ts";
import { joinText } from "./tokens.ts";

/** A scene's narration may be so long, and a storyboard may have so many scenes. */
const MAX_NARRATION = 20_000;
const MAX_SCENES = 1000;

/** A script's words as scenes-to-be, in order, each word once; `notes` say what could not be done as asked. Expects clean text. */
export function planScript(text: string, language: PlanLanguage, sceneCount?: number): { pieces: Piece[]; notes: string[] } {
  const units = toUnits(text, language);
  const natural = mergeShort(units);
  const { pieces, notes } =
    sceneCount === undefined
      ? { pieces: natural.length > MAX_SCENES ? mergeTo(natural, MAX_SCENES) : natural, notes: [] }
      : toCount(units, natural, language, sceneCount);
  return { pieces: pieces.map((piece) => ({ ...piece, text: piece.text.split("\n").reduce(joinLines) })), notes };
}

/** Lines that end without a full stop, told in one scene: a space keeps them apart in any script. */
const joinLines = (first: string, second: string): string => (/[\p{P}]$/u.test(first) ? joinText(first, second) : `${first} ${second}`);

/** Sentences, split at clauses where they are long, with the heading they stand under as the title of the first. */
function toUnits(text: string, language: PlanLanguage): Piece[] {
  const units: Piece[] = [];
  parseScript(text).forEach(({ kind, text: blockText }, block) => {
    const sentences = kind === "heading" ? [blockText] : splitSentences(blockText, language);
    const parts = sentences.flatMap((sentence) => splitSentence(sentence, language, LONGEST_SEC));
    parts.forEach((part, index) => {
      const ended = index < parts.length - 1 || /[.!?…:;,。！？，、；：]["'”’»)\]」』）》]*$/u.test(part);
      const title = kind === "heading" && index === 0 ? { title: blockText } : {};
      units.push({ text: part, sec: spokenSec(part, language), block, ended, ...title });
    });
  });
  return units;
}

function toCount(units: Piece[], natural: Piece[], language: PlanLanguage, wanted: number): { pieces: Piece[]; notes: string[] } {
  const length = units.reduce((sum, unit) => sum + unit.text.length + 1, 0);
  const least = Math.ceil(length / (MAX_NARRATION * 0.8));
  const count = Math.max(wanted, length > MAX_NARRATION ? least : 1);
  const start = natural.length >= count ? natural : units;
  const pieces = start.length >= count ? mergeTo(start, count) : splitTo(start, count, language);
  const notes =
    pieces.length === wanted
      ? []
      : [`The script does not fit into exactly ${wanted} ${wanted === 1 ? "scene" : "scenes"}; it has ${pieces.length}.`];
  return { pieces, notes };
}
