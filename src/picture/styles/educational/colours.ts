import { hashSeed } from "../../../domain/seed.ts";
import { mix, parseColour, type Rgb } from "../../elements/colour.ts";

/** A film's colours on paper: what is marked (dark enough to be read), what underlines, the card from its light to its dark corner, the tints of the paper. */
export type Colours = { paper: Rgb; ink: Rgb; accent: Rgb; line: Rgb; card: [Rgb, Rgb]; tints: [Rgb, Rgb] };

/** Accent, underline, card light, card dark. */
const SCHEMES = [
  "#b84a12 #2f6fe0 #f0a070 #cf5a1c",
  "#1b5fd0 #f08a24 #78b0fa #2464d8",
  "#0b7a60 #f2994a #6ed4b0 #128a6c",
  "#6d35c4 #18a58c #b592f6 #7038c8",
  "#b3265c #2f80ed #f58cae #c4326a",
  "#0a6d88 #ef6c4a #6cc8de #127f9c",
];

/** How far the schemes of the cards lie from the film's own. */
const TURNS = [0, 4, 2];
const PAPER = parseColour("#fbfaf6");

const schemeAt = (index: number): [Rgb, Rgb, Rgb, Rgb] =>
  SCHEMES[index % SCHEMES.length]!.split(" ").map(parseColour) as [Rgb, Rgb, Rgb, Rgb];

/** The colours of a film, by its title; the card of each `step` (from 1) has others than those before and after it. */
export function coloursOf(title: string, step = 1): Colours {
  const film = hashSeed(title, "paper") % SCHEMES.length;
  const [accent, line, pale] = schemeAt(film);
  const [, , light, dark] = schemeAt(film + TURNS[(step - 1) % TURNS.length]!);
  const tints: [Rgb, Rgb] = [mix(PAPER, pale, 0.16), mix(PAPER, pale, 0.34)];
  return { paper: PAPER, ink: parseColour("#1b2233"), accent, line, card: [light, dark], tints };
}
