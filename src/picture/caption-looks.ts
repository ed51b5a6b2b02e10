import type { CaptionForm } from "../domain/caption.ts";
import type { CaptionLook, CaptionSettings } from "../domain/caption-look.ts";
import type { Aspect } from "../domain/frame.ts";
import { box } from "./caption-looks/box.ts";
import { cinematic } from "./caption-looks/cinematic.ts";
import { classic } from "./caption-looks/classic.ts";
import { type CaptionDesign, HIGH, LOW, type Place } from "./caption-looks/look.ts";
import { minimal } from "./caption-looks/minimal.ts";
import { pill } from "./caption-looks/pill.ts";
import { pop } from "./caption-looks/pop.ts";
import { social } from "./caption-looks/social.ts";
import { FONT_WEIGHTS } from "./fonts.ts";
import type { TextStyle } from "./text.ts";

/** Every look of captions, by name. */
export const CAPTION_LOOKS: Record<CaptionLook, CaptionDesign> = { cinematic, box, pop, classic, minimal, social, pill };

/** However large the letters, a line holds so many em. */
const LEAST_LINE_EM = 6;
const LEAST_CHARS = 8;
const LEAST_SIGNS = 4;
const MIDDLE: Place = { anchor: "middle", at: 0.5 };
const WIDTH_TO_SHORT_SIDE: Record<Aspect, number> = { "16:9": 16 / 9, "1:1": 1, "9:16": 1 };

/** A look as it is set in a picture of one shape: the em as a part of the short side, what its lines hold, how they are set and where they stand. */
export type SetLook = { design: CaptionDesign; em: number; form: CaptionForm; style: TextStyle; place: Place };

/** A look with its settings, for pictures of a shape and a language (BCP 47). Measure with its `style` when building cues for its `form`. */
export function setLook(settings: CaptionSettings, aspect: Aspect, language: string): SetLook {
  const design = CAPTION_LOOKS[settings.look];
  const { size, side, lineChars, lineSigns, weight: usual, place } = design.forms[aspect];
  const weight = settings.font ? FONT_WEIGHTS[settings.font] : usual;
  const width = (1 - 2 * side) * WIDTH_TO_SHORT_SIDE[aspect];
  const padEm = 2 * (design.plate?.padXEm ?? 0);
  const em = Math.min(size * settings.size, width / (LEAST_LINE_EM + padEm));
  const grown = Math.max(1, em / size);
  const form = {
    lineChars: Math.max(LEAST_CHARS, Math.floor(lineChars / grown)),
    lineSigns: Math.max(LEAST_SIGNS, Math.floor(lineSigns / grown)),
    lineWidthEm: width / em - padEm,
  };
  const places = { bottom: LOW[aspect], middle: MIDDLE, top: HIGH[aspect] };
  return { design, em, form, style: { weight, language }, place: settings.position ? places[settings.position] : place };
}

/** The part of the picture's height that captions of two lines may cover, from the top: where nothing that matters should stand. */
export function captionBand(settings: CaptionSettings, aspect: Aspect): { top: number; bottom: number } {
  const { design, em, place } = setLook(settings, aspect, "und");
  const lines = (2 * design.lineEm + 2 * (design.plate?.padYEm ?? 0)) * em;
  const height = aspect === "9:16" ? (lines * 9) / 16 : lines;
  const top = place.at - height * { top: 0, middle: 0.5, bottom: 1 }[place.anchor];
  return { top, bottom: top + height };
}
