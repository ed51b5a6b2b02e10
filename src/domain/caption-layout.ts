import { type CaptionForm, type Cue, type CueWord, readingSpeed } from "./caption.ts";
import { type BreakCost, breakCosts, endsSentence } from "./line-breaks.ts";
import { WIDE } from "./line-marks.ts";
import type { Word } from "./storyboard.ts";
import { type Piece, toPieces } from "./word-pieces.ts";

/** What the layout of a scene's captions depends on. `measure` answers the width of a text in em of the caption's type. */
export type CueOptions = { language: string; form: CaptionForm; measure: (text: string) => number; sceneEndSec: number };

/** A piece with its length in characters, and in units of which a line holds `maxUnits`: wide signs take more of a line than letters. */
type SetPiece = Piece & { chars: number; units: number; endsSentence: boolean };
type Page = { pieces: SetPiece[]; spaceEm: number; maxEm: number; maxUnits: number; speed: number; sceneEndSec: number; cost: BreakCost };
type Span = { from: number; to: number };
type Fit = { cost: number; lineAt?: number };

const LEAST_SEC = 1;
const LINGER_SEC = 0.35;
const CHAIN_SEC = 0.3;
/** A silence that two halves of a cue should not span, in seconds. */
const PAUSE_SEC = 0.9;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Spoken words to cues of at most two balanced lines: measured to fit the safe width, broken where the sentence breathes, on screen long
 * enough to be read as far as the speech allows, starting with their first word, never overlapping, never outlasting the scene.
 */
export function buildCues(words: Word[], options: CueOptions): Cue[] {
  const page = toPage(words, options);
  const spans = bestSpans(page);
  return spans.map((span, index) => toCue(page, span, spans[index + 1]));
}

function toPage(words: Word[], { language, form, measure, sceneEndSec }: CueOptions): Page {
  const { lineChars, lineSigns, lineWidthEm } = form;
  const units = (text: string): number => countUnits(text, lineChars / lineSigns);
  const inScene = words.filter((word) => word.start < sceneEndSec);
  const pieces = toPieces(inScene, { language, maxUnits: lineChars, units, maxEm: lineWidthEm, measure });
  return {
    pieces: pieces.map((piece, index) => ({
      ...piece,
      chars: [...piece.text].length,
      units: units(piece.text),
      endsSentence: endsSentence(piece.text, pieces[index + 1]?.text, language),
    })),
    spaceEm: measure(" "),
    maxEm: lineWidthEm,
    maxUnits: lineChars,
    speed: readingSpeed(language),
    sceneEndSec,
    cost: breakCosts(language),
  };
}

/** The length of a text when a wide sign counts `signUnits`, and any other character 1. */
function countUnits(text: string, signUnits: number): number {
  let count = 0;
  for (const character of text) count += WIDE.test(character) ? signUnits : 1;
  return count;
}

/** The cheapest way to cut the words into cues: dynamic programming over the last cue's first word. */
function bestSpans(page: Page): Span[] {
  const count = page.pieces.length;
  const cheapest: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= count; to++) {
    let best = { cost: Number.POSITIVE_INFINITY, from: to - 1 };
    for (let from = to - 1; from >= 0; from--) {
      const lines = fitLines(page, { from, to });
      if (lines === undefined) break;
      const cost = cheapest[from]!.cost + lines.cost + cueCost(page, { from, to });
      if (cost < best.cost) best = { cost, from };
    }
    cheapest.push(best);
  }
  const spans: Span[] = [];
  for (let to = count; to > 0; to = cheapest[to]!.from) spans.unshift({ from: cheapest[to]!.from, to });
  return spans;
}

const inside = (page: Page, { from, to }: Span): SetPiece[] => page.pieces.slice(from, to);
/** The spaces of a stretch: one before each piece but the first and those that are joined. */
const spacesOf = (page: Page, span: Span): number => inside(page, span).filter((piece, index) => index > 0 && !piece.joined).length;
const widthOf = (page: Page, span: Span): number =>
  sum(inside(page, span).map((piece) => piece.widthEm)) + page.spaceEm * spacesOf(page, span);
const charsOf = (page: Page, span: Span): number => sum(inside(page, span).map((piece) => piece.chars)) + spacesOf(page, span);
const unitsOf = (page: Page, span: Span): number => sum(inside(page, span).map((piece) => piece.units)) + spacesOf(page, span);
/** A piece alone always fits: it cannot be made smaller. */
const fits = (page: Page, span: Span): boolean =>
  span.to - span.from === 1 || (widthOf(page, span) <= page.maxEm && unitsOf(page, span) <= page.maxUnits);
/** What it costs to end a line or a cue before a piece. */
const breakBefore = (page: Page, at: number): number => {
  const [before, after] = [page.pieces[at - 1]!, page.pieces[at]!];
  return page.cost(before.text, after.text, after.joined);
};

/** One line when it fits, else the best two; undefined when not even two hold the words. */
function fitLines(page: Page, span: Span): Fit | undefined {
  if (fits(page, span)) return { cost: 0 };
  if (unitsOf(page, span) > 2 * page.maxUnits + 1) return undefined;
  let best: Fit | undefined;
  for (let lineAt = span.from + 1; lineAt < span.to; lineAt++) {
    const [upper, lower] = [
      { from: span.from, to: lineAt },
      { from: lineAt, to: span.to },
    ];
    if (!fits(page, upper) || !fits(page, lower)) continue;
    const cost = lineCost(page, upper, lower);
    if (best === undefined || cost < best.cost) best = { cost, lineAt };
  }
  return best;
}

function lineCost(page: Page, upper: Span, lower: Span): number {
  const [above, below] = [widthOf(page, upper), widthOf(page, lower)];
  const torn = 1.4 * breakBefore(page, lower.from);
  const orphan = [upper, lower].some((line) => line.to - line.from === 1 && unitsOf(page, line) <= 5) ? 2.5 : 0;
  return 0.4 + 4 * (Math.abs(above - below) / page.maxEm) ** 1.5 + (above > below ? 0.15 : 0) + torn + orphan;
}

/** When a cue's turn is over at the latest: the next word of the scene, or the scene's end. */
function limitSec(page: Page, to: number): number {
  return Math.min(page.pieces[to]?.startSec ?? page.sceneEndSec, page.sceneEndSec);
}

function cueCost(page: Page, span: Span): number {
  const first = page.pieces[span.from]!;
  const last = page.pieces[span.to - 1]!;
  const next = page.pieces[span.to];
  const seenSec = Math.max(0.05, limitSec(page, span.to) - first.startSec);
  const units = unitsOf(page, span);
  const tooShort = Math.max(0, LEAST_SEC - seenSec);
  const tooFast = Math.max(0, charsOf(page, span) / page.speed / seenSec - 1);
  const whole = last.endsSentence && (span.from === 0 || page.pieces[span.from - 1]!.endsSentence);
  const scrap = !whole && (span.to - span.from === 1 || units < page.maxUnits * 0.5) ? 2 : 0;
  const slack = 1 - units / (2 * page.maxUnits);
  const ending = next && !last.endsSentence ? 5 * breakBefore(page, span.to) : 0;
  return 2 + ending + scrap + slack * slack + 30 * tooShort + 60 * tooFast + insideCost(page, span) + 0.8 * Math.max(0, seenSec - 7);
}

/** What a cue pays for sentences that end inside it and for silences that it spans. */
function insideCost(page: Page, { from, to }: Span): number {
  let cost = 0;
  for (let index = from; index < to - 1; index++) {
    const pause = page.pieces[index + 1]!.startSec - page.pieces[index]!.endSec;
    if (page.pieces[index]!.endsSentence) cost += 9;
    if (pause > PAUSE_SEC) cost += 6 + 8 * (pause - PAUSE_SEC);
  }
  return cost;
}

function toCue(page: Page, span: Span, next: Span | undefined): Cue {
  const lineAt = fitLines(page, span)?.lineAt ?? span.to;
  const lines = [page.pieces.slice(span.from, lineAt), page.pieces.slice(lineAt, span.to)].filter((line) => line.length > 0);
  const startSec = page.pieces[span.from]!.startSec;
  const limit = limitSec(page, span.to);
  const needSec = Math.max(LEAST_SEC, charsOf(page, span) / page.speed);
  const wanted = Math.max(page.pieces[span.to - 1]!.endSec + LINGER_SEC, startSec + needSec);
  const endSec = limit - wanted < (next ? CHAIN_SEC : 0) ? limit : wanted;
  return { startSec, endSec, lines: lines.map((line) => line.map(toWord)) };
}

function toWord({ text, startSec, endSec, joined }: SetPiece): CueWord {
  return { text, startSec, endSec, ...(joined && { joined }) };
}
