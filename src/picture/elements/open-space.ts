import type { SceneryBrief } from "../layer.ts";
import { mix } from "./colour.ts";
import { type Tones, tonesOf } from "./cosmos.ts";
import { openStage, type Stage } from "./stage.ts";

/** Opens the stage under a sky without air: the colours of space, and a light that fits them. */
export function openSpace(brief: SceneryBrief): { stage: Stage; tones: Tones } {
  const opened = openStage(brief);
  const tones = tonesOf(brief.palette, opened.stream("space"));
  return { tones, stage: { ...opened, light: { ...opened.light, stars: 0.8, silhouette: mix(tones.deep, [0, 0, 0], 0.5) } } };
}

/** The same colours with less of the gas: for a darker, emptier sky. */
export const calmed = (tones: Tones, share: number): Tones => ({
  ...tones,
  deep: mix(tones.deep, [0, 0, 0], share * 0.45),
  clouds: tones.clouds.map((cloud) => mix(cloud, mix(tones.deep, [0, 0, 0], 0.3), share)),
});
