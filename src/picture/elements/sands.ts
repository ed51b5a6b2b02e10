import type { Aspect } from "../../domain/frame.ts";
import type { SceneryBrief } from "../layer.ts";
import type { Light } from "../palettes.ts";
import { mix, parseColour, type Rgb } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { placeSun, type Sun } from "./sky.ts";
import { between, openStage, pick, type Stage } from "./stage.ts";

const SANDS = ["#e0a86a", "#d8955a", "#e6bd84", "#cf7f52"].map(parseColour);

/** The air over the sand, warm with dust. */
const sandy = (light: Light, sand: Rgb): Light => ({
  ...light,
  haze: mix(light.haze, mix(sand, parseColour("#fff0d8"), 0.35), light.moon ? 0.05 : 0.5),
});

/** Opens the stage over sand: its colour, the air over it, the sun and the horizon, given in parts of the height by aspect. */
export function openSands(brief: SceneryBrief, horizon: Record<Aspect, number>): { stage: Stage; land: Land; sun: Sun; horizonY: number } {
  const opened = openStage(brief);
  const random = opened.stream("desert");
  const sand = pick(random, SANDS);
  const stage: Stage = { ...opened, light: sandy(opened.light, sand) };
  const { height, width, aspect, light } = stage;
  const horizonY = Math.round(height * (horizon[aspect] + between(random, -0.03, 0.03)));
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.12);
  const toned = mix(sand, parseColour("#a4aed0"), light.moon ? 0.45 : 0);
  return { stage, sun, horizonY, land: { stage, sun, sand: toned, side: sun.x < width / 2 ? -1 : 1 } };
}
