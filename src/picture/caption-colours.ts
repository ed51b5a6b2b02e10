import type { CaptionSettings } from "../domain/caption-look.ts";
import {
  BLACK,
  colourHex,
  contrast,
  mendColour,
  mixColours,
  parseColour,
  SIGN_CONTRAST,
  TEXT_CONTRAST,
  WHITE,
} from "../domain/contrast.ts";
import type { CaptionDesign } from "./caption-looks/look.ts";
import { CAPTION_LOOKS } from "./caption-looks.ts";
import type { Colour } from "./lettering.ts";

/** Letters and what borders them; they contrast by 4.5 to 1 at least. */
export type Ink = { letters: Colour; edge: Colour };

/** The colours of captions: of words, of the word being spoken, and of its box or line; `solid` when nothing may shine through what borders the letters. */
export type CaptionColours = { plain: Ink; spoken: Ink; mark: Colour; solid: boolean; notes: string[] };

/**
 * The colours of a look with the user's own, mended where they could not be read: letters keep their colour and what borders them gives way;
 * on a highlight that is the ground, the letters do. `notes` say what was changed.
 */
export function captionColours(settings: CaptionSettings): CaptionColours {
  const design = CAPTION_LOOKS[settings.look];
  const letters = parseColour(settings.color ?? design.colours.letters);
  const highlight = parseColour(settings.highlight ?? design.colours.highlight);
  const wanted = parseColour(settings.outline ?? design.colours.edge);
  const { edge, solid } = edgeFor(letters, wanted, design.cover);
  const spoken = spokenInk(design, { letters, edge }, highlight, wanted);
  const mark = design.highlights === "line" ? mendColour(highlight, (colour) => contrast(colour, edge), SIGN_CONTRAST) : highlight;
  return { plain: { letters, edge }, spoken, mark, solid, notes: sayMended(settings, { letters, highlight, wanted, edge, mark }) };
}

/** The colour nearest to `wanted` on which letters can be read whatever shines through it; solid where its own `cover` does not do. */
function edgeFor(letters: Colour, wanted: Colour, cover: number): { edge: Colour; solid: boolean } {
  for (const solid of [cover === 1, true]) {
    const contrastOf = (edge: Colour): number =>
      Math.min(...[BLACK, WHITE].map((behind) => contrast(letters, mixColours(edge, behind, solid ? 1 : cover))));
    const edge = mendColour(wanted, contrastOf, TEXT_CONTRAST);
    if (contrastOf(edge) >= TEXT_CONTRAST) return { edge, solid };
  }
  throw new TypeError("Black or white contrasts with every colour by 4.5 to 1.");
}

function spokenInk(design: CaptionDesign, plain: Ink, highlight: Colour, wanted: Colour): Ink {
  if (design.highlights === "letters") {
    return { letters: highlight, edge: edgeFor(highlight, wanted, 1).edge };
  }
  if (design.highlights === "ground") {
    return { letters: mendColour(plain.letters, (colour) => contrast(colour, highlight), TEXT_CONTRAST), edge: highlight };
  }
  return plain;
}

type Mended = { letters: Colour; highlight: Colour; wanted: Colour; edge: Colour; mark: Colour };

function sayMended(settings: CaptionSettings, { letters, highlight, wanted, edge, mark }: Mended): string[] {
  const notes: string[] = [];
  if (colourHex(edge) !== colourHex(wanted)) {
    const ratio = contrast(letters, wanted).toFixed(1);
    notes.push(
      `Captions in ${colourHex(letters)} could not be read on ${colourHex(wanted)} (contrast ${ratio} to 1); it became ${colourHex(edge)}.`,
    );
  }
  if (settings.highlight && colourHex(mark) !== colourHex(highlight)) {
    notes.push(`The highlight ${colourHex(highlight)} could not be told from its ground; it became ${colourHex(mark)}.`);
  }
  if (settings.highlight && CAPTION_LOOKS[settings.look].highlights === "none") {
    notes.push(`Captions that look ${settings.look} mark no word: the highlight is not used.`);
  }
  return notes;
}
