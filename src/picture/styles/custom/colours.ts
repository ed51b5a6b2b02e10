import {
  BLACK,
  type Colour,
  contrast,
  LARGE_TEXT_CONTRAST,
  luminance,
  mendColour,
  mixColours,
  parseColour,
  TEXT_CONTRAST,
  WHITE,
} from "../../../domain/contrast.ts";
import { backgroundOf, type CustomStyle, type OwnPalette } from "../../../domain/custom.ts";
import type { Palette } from "../../../domain/storyboard.ts";
import type { OwnColours } from "../../own-light.ts";
import type { Aim } from "../../recolour.ts";

/**
 * What a told palette comes to. `palette` is the named one that all scenes are in; `own` are colours of a landscape in place of any;
 * `drawing` are those that sky and water, and all else, are drawn to, by `strength` 0..1. Letters and shade contrast by 4.5 to 1.
 */
export type Colours = {
  palette?: Palette;
  own?: OwnColours;
  drawing: { air: Aim[]; land: Aim[] };
  strength: number;
  accent: Colour;
  letters: Colour;
  shade: Colour;
  /** Its darkest: what edges fade into. */
  night: Colour;
};

/** What the style is coloured in by itself. */
const HOUSE: OwnPalette = {
  background_top: "#2b1b52",
  background_bottom: "#ff9a76",
  ground: "#1f5468",
  accent: "#ffd166",
  text: "#fff8ec",
  strength: 0.85,
};
const CREAM = parseColour("#fff8ec");
const INK = parseColour("#14121f");
/** How dark and how light the land and the shade are beside what they are made of. */
const LAND = 0.55;
const SHADE = 0.78;

/** How strongly what shines draws colours to itself, in the air and on land: its own alone. */
const ACCENT = { air: 0.3, land: 0.06 };

/** How strongly the horizon draws what lies far away. */
const HAZE = 0.2;

const aim = (colour: Colour, pull = 1): Aim => ({ colour, pull });
const given = (colour: string | undefined): Colour | undefined => (colour === undefined ? undefined : parseColour(colour));

/** The colours that a style was told, with all that it was not. */
export function coloursOf({ palette = HOUSE }: CustomStyle): Colours {
  if (typeof palette === "string") return { palette, drawing: { air: [], land: [] }, strength: 0, ...lettering(HOUSE, undefined) };
  const { background_top, background_bottom, ground, strength } = palette;
  const [top, bottom] = [given(background_top ?? background_bottom), given(background_bottom ?? background_top)];
  const letters = lettering(palette, top);
  if (!top || !bottom) return { drawing: { air: [], land: ground ? [aim(parseColour(ground))] : [] }, strength, ...letters };
  const land = given(ground) ?? mixColours(BLACK, mixColours(top, bottom, 0.6), 1 - LAND);
  const { accent } = letters;
  const drawing = {
    air: [...[top, mixColours(top, bottom, 0.5), bottom].map((colour) => aim(colour)), aim(accent, ACCENT.air)],
    land: [aim(land), aim(bottom, HAZE), aim(accent, ACCENT.land)],
  };
  return { own: { top, bottom, ground: land, accent }, drawing, strength, ...letters };
}

/** Letters, what sets them off, and what accents them. */
function lettering(palette: OwnPalette, top: Colour | undefined): Pick<Colours, "accent" | "letters" | "shade" | "night"> {
  const behind = backgroundOf(palette);
  const readable = (colour: Colour): boolean => !behind || contrast(colour, behind) >= LARGE_TEXT_CONTRAST;
  const letters = given(palette.text) ?? (readable(CREAM) ? CREAM : INK);
  const light = luminance(letters) > 0.3;
  const tinged = mixColours(light ? BLACK : WHITE, top ?? INK, SHADE);
  const shade = mendColour(tinged, (colour) => contrast(colour, letters), TEXT_CONTRAST);
  return { letters, shade, night: mixColours(BLACK, top ?? INK, SHADE), accent: given(palette.accent) ?? parseColour(HOUSE.accent!) };
}
