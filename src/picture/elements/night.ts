import type { Light } from "../palettes.ts";
import { mix, parseColour, type Rgb } from "./colour.ts";
import { pick, type Stage } from "./stage.ts";

const NIGHTS = [
  ["#03071c", "#081336", "#102353", "#1d3b72", "#35608f"],
  ["#080522", "#130d3e", "#24195c", "#3d2d7a", "#5f4a98"],
  ["#020e18", "#05202f", "#0a3745", "#155460", "#2f7f80"],
].map((sky) => sky.map(parseColour));

/** How much of the evening is left, from the zenith to the horizon. */
const AFTERGLOW = [0.02, 0.05, 0.1, 0.26, 0.6];

/** The light of a clear night whatever the palette: its own colours are left as an afterglow along the horizon. */
export function nightOf(stage: Stage): Light {
  const { light } = stage;
  const sky = pick(stage.stream("night"), light.moon || light.palette === "day" ? NIGHTS : NIGHTS.slice(0, 2));
  const tinge = light.moon ? 0.1 : light.palette === "day" ? 0.4 : 1;
  const dusk = mix(light.sky[3]!, light.glow, 0.25);
  const night: Rgb[] = sky.map((colour, index) => mix(colour, index < 4 ? light.sky[2]! : dusk, tinge * AFTERGLOW[index]!));
  return {
    ...light,
    palette: "night",
    moon: true,
    sky: night,
    haze: mix(night[3]!, night[4]!, 0.4),
    glow: mix(parseColour("#bcd4f4"), light.glow, light.moon ? 0.2 : 0.5),
    glowing: 0.34,
    cloudLit: mix(night[4]!, light.cloudLit, 0.12),
    cloudShade: night[1]!,
    lit: mix(parseColour("#7f9bd6"), light.lit, 0.25),
    shade: parseColour("#2c3a74"),
    silhouette: mix(parseColour("#040817"), night[0]!, 0.4),
    stars: 1,
    lamps: 1,
  };
}
