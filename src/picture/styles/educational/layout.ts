import type { Aspect, FrameSize } from "../../../domain/frame.ts";
import type { Area } from "../../layer.ts";

/** Where card and column are, in pixels; the step stands in the column or on the card; the headline's sizes, and those of pictures above large texts, as parts of the short side. */
export type Layout = {
  card: Area;
  column: Area;
  stepOnCard: boolean;
  headline: { em: number; least: number; lines: number };
  cover: { y: number; side: number };
};

/** Places as parts of the width and height, the card's sides as parts of the short side. */
type Parts = { card: Area; column: Area; stepOnCard: boolean; headline: Layout["headline"]; cover: Layout["cover"] };

const PARTS: Record<Aspect, Parts> = {
  "16:9": {
    card: { x: 0.078, y: 0.125, width: 0.57, height: 0.56 },
    column: { x: 0.452, y: 0.125, width: 0.47, height: 0.56 },
    stepOnCard: false,
    headline: { em: 0.086, least: 0.052, lines: 3 },
    cover: { y: 0.165, side: 0.185 },
  },
  "1:1": {
    card: { x: 0.08, y: 0.07, width: 0.84, height: 0.32 },
    column: { x: 0.08, y: 0.425, width: 0.84, height: 0.275 },
    stepOnCard: true,
    headline: { em: 0.072, least: 0.046, lines: 2 },
    cover: { y: 0.14, side: 0.16 },
  },
  "9:16": {
    card: { x: 0.09, y: 0.085, width: 0.82, height: 0.53 },
    column: { x: 0.09, y: 0.402, width: 0.82, height: 0.225 },
    stepOnCard: false,
    headline: { em: 0.08, least: 0.056, lines: 3 },
    cover: { y: 0.2, side: 0.21 },
  },
};

const even = (value: number): number => 2 * Math.round(value / 2);

/** The places of a frame; a card without a headline beside it takes the middle. */
export function layoutOf(aspect: Aspect, { width, height }: FrameSize, hasHeadline: boolean): Layout {
  const { card, column, stepOnCard, headline, cover } = PARTS[aspect];
  const unit = Math.min(width, height);
  const left = hasHeadline ? card.x * width : (width - card.width * unit) / 2;
  return {
    card: { x: even(left), y: even(card.y * height), width: even(card.width * unit), height: even(card.height * unit) },
    column: { x: column.x * width, y: column.y * height, width: column.width * width, height: column.height * height },
    stepOnCard: stepOnCard || !hasHeadline,
    headline,
    cover,
  };
}
