import type { CaptionLook } from "../../domain/caption-look.ts";
import type { Aspect } from "../../domain/frame.ts";
import type { Weight } from "../fonts.ts";
import type { LetteredCue } from "../lettered-cue.ts";
import type { OverlayItem } from "../overlay.ts";

/** Where captions stand: this edge (or the middle) of their lines at a part of the picture's height, from the top. */
export type Place = { anchor: "bottom" | "middle" | "top"; at: number };

/**
 * How a look sits in a picture of one shape. `size` is the em as a part of the picture's short side, `side` the margin kept free as a part
 * of its width; a line holds `lineChars` letters or `lineSigns` Chinese or Japanese signs.
 */
export type LookForm = { size: number; side: number; lineChars: number; lineSigns: number; weight: Weight; place: Place };

/**
 * What a look's highlight colours, and so what it must stand out from: the letters of the spoken word (from their outline), the ground
 * under these letters (from the letters), a line beside them (from the plate), or nothing.
 */
export type HighlightUse = "letters" | "ground" | "line" | "none";

/** A soft copy of the letters below them, in em; `opacity` above 1 makes it denser. */
export type SoftShadow = { blurEm: number; dropEm: number; opacity: number };

/** A rounded plate behind all lines. */
export type Plate = { padXEm: number; padYEm: number; roundEm: number };

/** A look of captions: everything that tells it from the others. Colours are #rrggbb; `edge` is the colour of outline, shadow and plate. */
export type CaptionDesign = {
  name: CaptionLook;
  description: string;
  forms: Record<Aspect, LookForm>;
  colours: { letters: string; highlight: string; edge: string };
  highlights: HighlightUse;
  /** How much of the picture what borders the letters hides, 0..1. */
  cover: number;
  /** How far the outline reaches beyond the letters. */
  outlineEm: number;
  shadows: SoftShadow[];
  /** From baseline to baseline. */
  lineEm: number;
  plate?: Plate;
  /** True when the cue does not come as a whole, but word by word. */
  byWord?: boolean;
  /** What is seen of a cue at a time (s from the start of the scene), back to front. */
  show: (cue: LetteredCue, timeSec: number) => OverlayItem[];
};

/** Lower edges that players' controls and platforms' buttons leave free. */
export const LOW: Record<Aspect, Place> = {
  "16:9": { anchor: "bottom", at: 0.905 },
  "1:1": { anchor: "bottom", at: 0.9 },
  "9:16": { anchor: "bottom", at: 0.77 },
};

/** Upper edges of the same kind. */
export const HIGH: Record<Aspect, Place> = {
  "16:9": { anchor: "top", at: 0.08 },
  "1:1": { anchor: "top", at: 0.08 },
  "9:16": { anchor: "top", at: 0.14 },
};
