import { estimateSpeechSec } from "../domain/pace.ts";
import type { Storyboard } from "../domain/storyboard.ts";
import { cleanText } from "./hygiene.ts";
import type { PlanLanguage } from "./plan-language.ts";
import { dressScenes } from "./scenes.ts";
import { parseScript } from "./script-blocks.ts";
import { planScript } from "./script-pieces.ts";
import { splitSentences } from "./sentences.ts";
import { toTitle } from "./title.ts";
import type { WordNet } from "./wordnet.ts";

/** What a plan is made from beside the words. */
export type PlanOptions = {
  language: PlanLanguage;
  seed: number;
  sceneCount?: number;
  targetSec?: number;
  wordnet?: WordNet;
  notes: string[];
};

/** The room that a film leaves around the voice of each scene, and for its cards, s. */
const ROOM_SEC = 0.95;
const CARDS_SEC = 3.8;

/** A script told word by word: every word once, in order, in scenes that end where sentences and clauses do. */
export function planFromScript(script: string, options: PlanOptions): Storyboard {
  const text = cleanText(script);
  const { pieces, notes } = planScript(text, options.language, options.sceneCount);
  const title = scriptTitle(text, options.language);
  const drafts = pieces.map((piece, index) => ({
    narration: piece.text,
    ...(piece.title === undefined || (index === 0 && toTitle(piece.title, options.language) === title) ? {} : { title: piece.title }),
  }));
  const sec = pieces.reduce((sum, piece) => sum + estimateSpeechSec(piece.text, options.language) + ROOM_SEC, CARDS_SEC);
  return {
    title,
    language: options.language,
    origin: "script",
    notes: [...options.notes, ...notes, ...lengthNote(sec, options.targetSec)],
    credits: [],
    scenes: dressScenes(drafts, { ...options, about: `${title}. ${text.slice(0, 2000)}` }),
  };
}

/** The first heading, else the first sentence. */
function scriptTitle(text: string, language: PlanLanguage): string {
  const blocks = parseScript(text);
  const heading = blocks.find(({ kind }) => kind === "heading")?.text;
  return toTitle(heading ?? splitSentences((blocks[0]?.text ?? text).slice(0, 1000), language)[0] ?? text.trim().slice(0, 200), language);
}

function lengthNote(sec: number, targetSec: number | undefined): string[] {
  if (targetSec === undefined || Math.abs(sec - targetSec) <= Math.max(3, targetSec * 0.1)) return [];
  return [`The script takes about ${Math.round(sec)} s to tell, not the ${targetSec} s asked for; its words are kept as they are.`];
}
