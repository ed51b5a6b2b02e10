import type { Random } from "../../domain/seed.ts";
import type { SceneryBrief, SpriteLayer } from "../layer.ts";
import type { Light } from "../palettes.ts";
import { mix, parseColour, type Rgb } from "./colour.ts";
import { sparkLayer } from "./sparks.ts";
import { between, openStage, pick, type Stage } from "./stage.ts";

/** What leaves may be like. */
export const LEAVES = ["#3f7a4a", "#4a7f3c", "#2f6f5a", "#6a7f3a", "#8a6a34"].map(parseColour);

/** The light as it falls through leaves; `inside` the woods little of the sky is seen. */
export const leafy = (light: Light, leaf: Rgb, inside: boolean): Light => ({
  ...light,
  haze: mix(light.haze, mix(leaf, light.glow, 0.35), light.moon ? 0.16 : 0.34),
  silhouette: mix(light.silhouette, leaf, 0.13),
  sky: light.sky.map((colour, index) => mix(mix(colour, leaf, 0.04 * index), light.haze, inside ? 0.42 : 0)),
});

/** Opens the stage in woods of one kind of leaf; `random` goes on choosing what else is seen. */
export function openWoods(brief: SceneryBrief, inside: boolean): { stage: Stage; leaf: Rgb; random: Random } {
  const opened = openStage(brief);
  const random = opened.stream("forest");
  const leaf = pick(random, LEAVES);
  return { leaf, random, stage: { ...opened, light: leafy(opened.light, leaf, inside) } };
}

/** Places across the picture, 0..1, that leave `open` to either side of its middle free. */
export function framing(stage: Stage, name: string, count: number, open: number): number[] {
  const random = stage.stream(name);
  return Array.from({ length: count }, (_, index) => {
    const part = (Math.floor(index / 2) + between(random, 0.15, 0.85)) / Math.ceil(count / 2);
    const off = part * (0.5 - open);
    return index % 2 ? 1 - off : off;
  });
}

/** What hangs in the air of woods: pollen in the light, fireflies at night. */
export function woodAir(stage: Stage): SpriteLayer {
  const { light, height } = stage;
  const air = { top: 0.3 * height, bottom: 0.86 * height, wind: 0.006 };
  return light.moon
    ? sparkLayer(stage, "fireflies", parseColour("#e8ff8a"), { ...air, count: 46, size: 0.024, blink: 0.95, core: 0.7 })
    : sparkLayer(stage, "pollen", light.glow, { ...air, count: 44, size: 0.011, blink: 0.6 });
}
