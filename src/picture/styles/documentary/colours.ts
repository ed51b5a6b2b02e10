import { hashSeed } from "../../../domain/seed.ts";
import { parseColour, type Rgb } from "../../elements/colour.ts";

/** A film's colours: the map from its middle to its edges, what is drawn on it, the parchment of prints, letters, what marks. */
export type Colours = { ground: [Rgb, Rgb]; line: Rgb; parchment: Rgb; letters: Rgb; accent: Rgb };

/** Middle of the map, its edges, its lines, accent. */
const SCHEMES = [
  "#64503a #46351f #d4b384 #e0a94f",
  "#4f5c48 #333f32 #bcc096 #dcb75e",
  "#47586b #2c3c50 #a9bfd0 #e2b96a",
  "#694640 #482c2b #d8ab92 #e3b165",
];

/** The colours of a film, by its title. */
export function coloursOf(title: string): Colours {
  const scheme = SCHEMES[hashSeed(title, "documentary") % SCHEMES.length]!;
  const [middle, edge, line, accent] = scheme.split(" ").map(parseColour) as [Rgb, Rgb, Rgb, Rgb];
  return { ground: [middle, edge], line, parchment: parseColour("#eadcbd"), letters: parseColour("#f8efdb"), accent };
}
