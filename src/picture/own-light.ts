import type { Palette } from "../domain/storyboard.ts";
import { buildRamp, lerp, mix, type Rgb } from "./elements/colour.ts";
import { type Light, lightOf } from "./palettes.ts";

/** Colours that a landscape is drawn in: the sky above and at the horizon, the land, and what shines. */
export type OwnColours = { top: Rgb; bottom: Rgb; ground: Rgb; accent: Rgb };

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const SKY_STEPS = 5;

const brightness = ([red, green, blue]: Rgb): number => (0.3 * red + 0.55 * green + 0.15 * blue) / 255;

/** The named palette whose light is nearest to that of the colours: how dark it is says which lamps and stars are out. */
export function nearestPalette({ top, bottom }: OwnColours): Palette {
  const [above, below] = [brightness(top), brightness(bottom)];
  const mean = 0.5 * (above + below);
  if (mean < 0.3) return "night";
  if (mean > 0.62) return above < 0.78 || below < 0.9 ? "day" : "misty";
  return above < 0.35 ? "sunset" : "dawn";
}

/** The light of a scene in colours of one's own. */
export function ownLight(colours: OwnColours): Light {
  const { top, bottom, ground, accent } = colours;
  const near = lightOf(nearestPalette(colours), () => 0);
  const dark = brightness(bottom) < 0.4;
  const glow = mix(mix(bottom, accent, dark ? 0.35 : 0.5), WHITE, dark ? 0.25 : 0.5);
  return {
    ...near,
    sky: buildRamp([top, bottom], SKY_STEPS),
    haze: mix(bottom, top, 0.12),
    disc: mix(glow, WHITE, 0.7),
    glow,
    glowing: lerp(0.4, near.glowing, 0.5),
    cloudLit: mix(bottom, WHITE, dark ? 0.2 : 0.5),
    cloudShade: mix(top, bottom, 0.35),
    lit: mix(near.lit, bottom, 0.45),
    shade: mix(near.shade, top, 0.45),
    silhouette: mix(BLACK, mix(ground, top, 0.4), 0.42),
  };
}
