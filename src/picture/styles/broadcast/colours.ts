import { hashSeed } from "../../../domain/seed.ts";
import { parseColour, type Rgb } from "../../elements/colour.ts";

/** A film's colours: the strap and its letters, what marks (white letters are read on it), its lighter end, the deep tone of shades. */
export type Colours = { plate: Rgb; ink: Rgb; accent: Rgb; bright: Rgb; deep: Rgb };

/** Accent, bright, deep. */
const SCHEMES = [
  "#c2122f #ff4a5a #182350",
  "#0b57c4 #3f9bff #14244f",
  "#0a7280 #2cc4c4 #123545",
  "#b0420a #ff8c33 #2c2438",
  "#5b2bb8 #a076ff #241c52",
];

/** The colours of a film, by its title. */
export function coloursOf(title: string): Colours {
  const scheme = SCHEMES[hashSeed(title, "broadcast") % SCHEMES.length]!;
  const [accent, bright, deep] = scheme.split(" ").map(parseColour) as [Rgb, Rgb, Rgb];
  return { plate: parseColour("#f6f8fb"), ink: parseColour("#0e1730"), accent, bright, deep };
}
