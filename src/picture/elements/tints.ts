import type { Light } from "../palettes.ts";
import { mix, parseColour, type Rgb } from "./colour.ts";

/** The colours of a picture that shows no place: a ground from dark to bright, and accents upon it. */
export type Tints = { ground: [Rgb, Rgb, Rgb]; accents: Rgb[]; spark: Rgb };

/** Makes them of a palette's sky and glow; `turn` 0..1 swings the accents from its cool side to its warm one. */
export function tintsOf(light: Light, turn: number): Tints {
  const [zenith, high, middle, low, horizon] = light.sky as [Rgb, Rgb, Rgb, Rgb, Rgb];
  const cool = mix(high, parseColour(light.moon ? "#2f7fd0" : "#2fa8c8"), 0.3 * (1 - turn));
  const warm = mix(low, parseColour("#ff8a6a"), light.muted ? 0.06 : light.moon ? 0.22 : 0.16 * (0.5 + turn));
  return {
    ground: [mix(zenith, light.silhouette, light.palette === "day" ? 0.12 : 0.3), mix(zenith, high, 0.7), mix(middle, high, 0.25)],
    accents: [cool, middle, warm, low, mix(horizon, light.glow, 0.5)],
    spark: mix(light.glow, parseColour("#ffffff"), 0.35),
  };
}
