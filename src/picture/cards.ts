import type { Aspect } from "../domain/frame.ts";
import { WIDE } from "../domain/line-marks.ts";
import type { Card } from "../domain/picture.ts";
import { baseDirection } from "./bidi.ts";
import { smoothstep } from "./camera.ts";
import { fitLines } from "./card-layout.ts";
import type { CardInk, CardLook, CardPart } from "./card-look.ts";
import type { Weight } from "./fonts.ts";
import type { Raster } from "./layer.ts";
import { colourLettering, drawLettering, type Rasterise } from "./lettering.ts";
import type { Overlay, OverlayItem, OverlaySetting } from "./overlay.ts";
import type { SetLine, TextStyle } from "./text.ts";

/** Margin of what stands aside, as a part of the width. */
const EDGE = 0.06;
/** In em of the first text. */
const LINE_EM = 1.16;
const CAPITAL_EM = 0.7;
const MARGIN_EM = 1.5;
const RULE = { gapEm: 0.62, lengthEm: 2.6, thickEm: 0.05 };
const RISE_SEC = 0.9;
const FALL_SEC = 0.7;
const DRIFT_EM_PER_SEC = 0.03;

type Row = { line: SetLine; em: number; baseline: number };
type Picture = { raster: Raster; x: number; y: number };
type Drawn = { em: number; letters: Picture; rule: Picture; aside: boolean };

/** The looks of large texts, by what they are and the shape of the picture. */
export type CardLooks = Record<Card["kind"], Record<Aspect, CardLook>>;

/** The weights that large texts are set in. */
export function cardWeights(looks: CardLooks, aspect: Aspect): Set<Weight> {
  return new Set(["bold", ...Object.values(looks).flatMap((shapes) => shapes[aspect].parts.map(({ style }) => style.weight))]);
}

/** What a card is drawn for; `language` (BCP 47) decides where its lines break and how Chinese characters are drawn. */
export type CardSetting = OverlaySetting & { language: string; looks: CardLooks };

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
  const { rasterise, aspect, size, looks } = setting;
  const { aside, middle, parts, ink } = looks[card.kind][aspect];
  const short = Math.min(size.width, size.height);
  const blocks = textsOf(card, parts.length).map((text, index) => setPart(text, parts[index]!, setting));
  const em = blocks[0]?.em ?? parts[0]!.bounds.largest * short;
  const { rows, ruleY, height } = stack(blocks, em, aside);
  const width = Math.max(...rows.map((row) => row.line.widthEm * row.em), RULE.lengthEm * em);
  const side = aside ? (baseDirection(card.text) === "rtl" ? 1 : 0) : 0.5;
  const edge = aside ? EDGE * size.width : 0;
  const left = edge + (size.width - 2 * edge - width) * side;
  const top = Math.round(middle * size.height - (aside ? 0 : height / 2));
  const rule = drawRule(rasterise, em, ink);
  const ruleX = Math.round(left + (width - RULE.lengthEm * em) * side) - rule.pad;
  return {
    em,
    letters: drawRows(rasterise, rows, { left: Math.round(left), top, width, height, side }, em, ink),
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

function setPart(text: string, { style: plain, upper, bounds }: CardPart, { type, size, language }: CardSetting): Block {
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
    if (aside && index < blocks.length - 1) y += RULE.gapEm * em;
    if (index > 0 || aside) return;
    ruleY = y + RULE.gapEm * em;
    y = ruleY + (blocks.length > 1 ? RULE.gapEm * em : 0);
  });
  return { rows, ruleY, height: y };
}

type Area = { left: number; top: number; width: number; height: number; side: number };

function drawRows(rasterise: Rasterise, rows: Row[], area: Area, em: number, ink: CardInk): Picture {
  const margin = Math.ceil(MARGIN_EM * em);
  const path = rows.flatMap(({ line, em: own, baseline }) => {
    const x = margin + (area.width - line.widthEm * own) * area.side;
    return line.words.map((word) => word.path(x, margin + baseline, own));
  });
  const box = { width: Math.ceil(area.width) + 2 * margin, height: Math.ceil(area.height) + 2 * margin };
  const shadows = ink.shadows.map(({ blurEm, dropEm, opacity }) => ({ blur: blurEm * em, drop: dropEm * em, opacity }));
  const raster = colourLettering(
    drawLettering(rasterise, { path: path.join(""), ...box, outline: ink.outlineEm * em, shadows }),
    ink.letters,
    ink.shade,
    ink.shadow,
  );
  return { raster, x: area.left - margin, y: area.top - margin };
}

function drawRule(rasterise: Rasterise, em: number, ink: CardInk): { raster: Raster; pad: number } {
  const pad = Math.ceil(0.25 * em);
  const [length, thick] = [RULE.lengthEm * em, Math.max(1.5, RULE.thickEm * em)];
  const path = `M${pad} ${pad}h${length.toFixed(2)}v${thick.toFixed(2)}h${(-length).toFixed(2)}Z`;
  const shadow = { blur: 0.07 * em, drop: 0.03 * em, opacity: 0.8 };
  const box = { width: Math.ceil(length) + 2 * pad, height: Math.ceil(thick) + 2 * pad };
  return {
    raster: colourLettering(
      drawLettering(rasterise, { path, ...box, outline: 0, shadows: ink.shadows.length > 0 ? [shadow] : [] }),
      ink.rule,
      ink.shade,
      ink.shadow,
    ),
    pad,
  };
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
