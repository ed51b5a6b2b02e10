import type { Light } from "../palettes.ts";
import { mix, parseColour, type Rgb } from "./colour.ts";

/** What leaves may be like. */
export const LEAVES = ["#3f7a4a", "#4a7f3c", "#2f6f5a", "#6a7f3a", "#8a6a34"].map(parseColour);

/** The light as it falls through leaves; `inside` the woods little of the sky is seen. */
export const leafy = (light: Light, leaf: Rgb, inside: boolean): Light => ({
  ...light,
  haze: mix(light.haze, mix(leaf, light.glow, 0.35), light.moon ? 0.16 : 0.34),
  silhouette: mix(light.silhouette, leaf, 0.13),
  sky: light.sky.map((colour, index) => mix(mix(colour, leaf, 0.04 * index), light.haze, inside ? 0.42 : 0)),
});
