import type { Aspect } from "../domain/frame.ts";
import { WIDE } from "../domain/line-marks.ts";
import type { Card } from "../domain/picture.ts";
import { baseDirection } from "./bidi.ts";
import { smoothstep } from "./camera.ts";
import { type Bounds, fitLines } from "./card-layout.ts";
import type { Raster } from "./layer.ts";
import { type Colour, colourLettering, drawLettering, type Rasterise } from "./lettering.ts";
import type { Overlay, OverlayItem, OverlaySetting } from "./overlay.ts";
import type { SetLine, TextStyle } from "./text.ts";

/** One text of a card: sizes as parts of the short side, width as a part of the picture's width. */
type Part = { style: TextStyle; upper: boolean; bounds: Bounds };
/** A card's look in one shape: its texts, and where its middle (or, aside, its top) is as a part of the height. */
type Look = { parts: Part[]; middle: number; aside: boolean };

const WHITE: Colour = [255, 252, 245];
const WARM: Colour = [255, 214, 120];
const DARK: Colour = [8, 8, 20];
const CAPITALS: TextStyle = { weight: "black", spreadEm: 0.11 };
const SMALL_CAPITALS: TextStyle = { weight: "medium", spreadEm: 0.2 };

const LOOKS: Record<Card["kind"], Record<Aspect, Look>> = {
  title: {
    "16:9": { middle: 0.4, aside: false, parts: [capitals(0.8, 0.104, 0.06, 2, 4)] },
    "1:1": { middle: 0.4, aside: false, parts: [capitals(0.86, 0.1, 0.052, 3, 5)] },
    "9:16": { middle: 0.34, aside: false, parts: [capitals(0.86, 0.118, 0.06, 4, 6)] },
  },
  heading: {
    "16:9": { middle: 0.1, aside: true, parts: [sentence(0.6, 0.062, 0.042)] },
    "1:1": { middle: 0.09, aside: true, parts: [sentence(0.84, 0.062, 0.044)] },
    "9:16": { middle: 0.12, aside: true, parts: [sentence(0.86, 0.08, 0.052)] },
  },
  end: {
    "16:9": { middle: 0.42, aside: false, parts: [capitals(0.7, 0.08, 0.048, 2, 3), small(0.7, 0.04)] },
    "1:1": { middle: 0.42, aside: false, parts: [capitals(0.84, 0.08, 0.046, 2, 3), small(0.84, 0.044)] },
    "9:16": { middle: 0.36, aside: false, parts: [capitals(0.84, 0.095, 0.05, 3, 4), small(0.84, 0.052)] },
  },
};

function capitals(width: number, largest: number, smallest: number, few: number, most: number): Part {
  return { style: CAPITALS, upper: true, bounds: { width, largest, smallest, few, most } };
}
function sentence(width: number, largest: number, smallest: number): Part {
  return { style: { weight: "bold", spreadEm: 0.01 }, upper: false, bounds: { width, largest, smallest, few: 2, most: 3 } };
}
function small(width: number, largest: number): Part {
  return { style: SMALL_CAPITALS, upper: true, bounds: { width, largest, smallest: largest * 0.6, few: 1, most: 2 } };
}

/** Margin of what stands aside, as a part of the width. */
const EDGE = 0.06;
/** In em of the first text. */
const LINE_EM = 1.16;
const CAPITAL_EM = 0.7;
const MARGIN_EM = 1.5;
const RULE = { gapEm: 0.62, lengthEm: 2.6, thickEm: 0.05 };
const SHADOWS = [
  { blurEm: 0.09, dropEm: 0.045, opacity: 0.7 },
  { blurEm: 0.75, dropEm: 0.03, opacity: 0.85 },
];
const HEADING_OUTLINE_EM = 0.02;
const RISE_SEC = 0.9;
const FALL_SEC = 0.7;
const DRIFT_EM_PER_SEC = 0.03;

type Row = { line: SetLine; em: number; baseline: number };
type Picture = { raster: Raster; x: number; y: number };
type Drawn = { em: number; letters: Picture; rule: Picture; aside: boolean };

/** What a card is drawn for; `language` (BCP 47) decides where its lines break and how Chinese characters are drawn. */
export type CardSetting = OverlaySetting & { language: string };

/** All that a card can show of a text: what `Type.prepare` has to know. */
export function cardLetters(card: Card): string {
  return `${card.text} ${card.text.toUpperCase()} …`;
}

/**
 * A card over the picture, never still: it rises and drifts while it comes, stays and goes; an end card stays to the end. Lines of `text`
 * are separate texts: the film's title and the closing words of an end card. Drawn when first seen.
 */
export function cardOverlay(card: Card, setting: CardSetting): Overlay {
  let drawn: Drawn | undefined;
  return {
    at: (timeSec) => {
      if (timeSec < card.startSec || timeSec >= card.endSec) {
        drawn = undefined;
        return [];
      }
      drawn ??= drawCard(card, setting);
      return toItems(card, drawn, timeSec);
    },
  };
}

function drawCard(card: Card, setting: CardSetting): Drawn {
  const { rasterise, aspect, size } = setting;
  const { aside, middle, parts } = LOOKS[card.kind][aspect];
  const short = Math.min(size.width, size.height);
  const blocks = textsOf(card, parts.length).map((text, index) => setPart(text, parts[index]!, setting));
  const em = blocks[0]?.em ?? parts[0]!.bounds.largest * short;
  const { rows, ruleY, height } = stack(blocks, em, aside);
  const width = Math.max(...rows.map((row) => row.line.widthEm * row.em), RULE.lengthEm * em);
  const side = aside ? (baseDirection(card.text) === "rtl" ? 1 : 0) : 0.5;
  const edge = aside ? EDGE * size.width : 0;
  const left = edge + (size.width - 2 * edge - width) * side;
  const top = Math.round(middle * size.height - (aside ? 0 : height / 2));
  const rule = drawRule(rasterise, em);
  const ruleX = Math.round(left + (width - RULE.lengthEm * em) * side) - rule.pad;
  return {
    em,
    letters: drawRows(rasterise, rows, { left: Math.round(left), top, width, height, side }, em, aside ? HEADING_OUTLINE_EM * em : 0),
    rule: { raster: rule.raster, x: ruleX, y: top + ruleY - rule.pad },
    aside,
  };
}

/** The card's texts, as many as its look has room for. */
function textsOf(card: Card, most: number): string[] {
  const texts = card.text.split("\n").filter((text) => text.trim() !== "");
  return texts.length <= most ? texts : [...texts.slice(0, most - 1), texts.slice(most - 1).join(" ")];
}

type Block = { lines: SetLine[]; em: number };

/** Letter space that belongs to capitals; Chinese and Japanese signs stand apart as they are. */
function styleOf(text: string, style: TextStyle, language: string): TextStyle {
  return WIDE.test(text) ? { ...style, spreadEm: 0, language } : { ...style, language };
}

function setPart(text: string, { style: plain, upper, bounds }: Part, { type, size, language }: CardSetting): Block {
  const shown = upper ? text.toLocaleUpperCase(/^(tr|az|lt)\b/.test(language) ? language : "en") : text;
  const style = styleOf(shown, plain, language);
  const short = Math.min(size.width, size.height);
  const inPixels = { ...bounds, width: bounds.width * size.width, largest: bounds.largest * short, smallest: bounds.smallest * short };
  const { lines, em } = fitLines(shown, inPixels, (word) => type.measure(word, style), language);
  return { lines: lines.map((words) => type.setLine(words, style)), em };
}

/** Rows from the top: the first text, the rule, the second; aside the rule stands above. */
function stack(blocks: Block[], em: number, aside: boolean): { rows: Row[]; ruleY: number; height: number } {
  const rows: Row[] = [];
  let y = aside ? RULE.gapEm * em : 0;
  let ruleY = 0;
  blocks.forEach((block, index) => {
    for (const line of block.lines) {
      rows.push({ line, em: block.em, baseline: y + CAPITAL_EM * block.em });
      y += LINE_EM * block.em;
    }
    y -= (LINE_EM - CAPITAL_EM) * block.em;
    if (index > 0 || aside) return;
    ruleY = y + RULE.gapEm * em;
    y = ruleY + (blocks.length > 1 ? RULE.gapEm * em : 0);
  });
  return { rows, ruleY, height: y };
}

type Area = { left: number; top: number; width: number; height: number; side: number };

function drawRows(rasterise: Rasterise, rows: Row[], area: Area, em: number, outline: number): Picture {
  const margin = Math.ceil(MARGIN_EM * em);
  const path = rows.flatMap(({ line, em: own, baseline }) => {
    const x = margin + (area.width - line.widthEm * own) * area.side;
    return line.words.map((word) => word.path(x, margin + baseline, own));
  });
  const box = { width: Math.ceil(area.width) + 2 * margin, height: Math.ceil(area.height) + 2 * margin };
  const shadows = SHADOWS.map(({ blurEm, dropEm, opacity }) => ({ blur: blurEm * em, drop: dropEm * em, opacity }));
  const raster = colourLettering(drawLettering(rasterise, { path: path.join(""), ...box, outline, shadows }), WHITE, DARK);
  return { raster, x: area.left - margin, y: area.top - margin };
}

function drawRule(rasterise: Rasterise, em: number): { raster: Raster; pad: number } {
  const pad = Math.ceil(0.25 * em);
  const [length, thick] = [RULE.lengthEm * em, Math.max(1.5, RULE.thickEm * em)];
  const path = `M${pad} ${pad}h${length.toFixed(2)}v${thick.toFixed(2)}h${(-length).toFixed(2)}Z`;
  const shadow = { blur: 0.07 * em, drop: 0.03 * em, opacity: 0.8 };
  const box = { width: Math.ceil(length) + 2 * pad, height: Math.ceil(thick) + 2 * pad };
  return { raster: colourLettering(drawLettering(rasterise, { path, ...box, outline: 0, shadows: [shadow] }), WARM, DARK), pad };
}

function toItems(card: Card, { em, letters, rule, aside }: Drawn, timeSec: number): OverlayItem[] {
  const length = card.endSec - card.startSec;
  const since = timeSec - card.startSec;
  const rise = smoothstep(since / Math.min(RISE_SEC, length / 3));
  const fall = card.kind === "end" ? 1 : smoothstep((card.endSec - timeSec) / Math.min(FALL_SEC, length / 3));
  const grown = smoothstep((since - 0.25) / Math.min(1.1, length / 2)) * (0.6 + 0.4 * fall);
  const slide = (1 - rise) * 0.3 * em;
  const drift = since * DRIFT_EM_PER_SEC * em;
  const [dx, dy] = aside ? [drift - slide, 0] : [0, slide - drift];
  const items: OverlayItem[] = [{ raster: letters.raster, x: letters.x + dx, y: letters.y + dy, opacity: rise * fall }];
  const shown = Math.round(rule.raster.width * grown);
  if (shown === 0) return items;
  const from = aside ? 0 : Math.round((rule.raster.width - shown) / 2);
  return [...items, { raster: rule.raster, x: rule.x + dx, y: rule.y + dy, opacity: rise * fall, clip: { x: from, width: shown } }];
}
