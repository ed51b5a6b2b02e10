import { auroraLayers } from "../../elements/aurora.ts";
import { mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { meteors } from "../../elements/milky-way.ts";
import { nightOf } from "../../elements/night.ts";
import { farRange } from "../../elements/ranges.ts";
import { hills } from "../../elements/ridges.ts";
import { discLayer, gradeLayer, skyLayer, starLayer } from "../../elements/sky.ts";
import { snowHill } from "../../elements/snow-land.ts";
import { between, openStage, paintLayer, type Stage, together } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import { deepWater, waterBody } from "../../elements/water.ts";
import type { ImageLayer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const SHORE = { "16:9": 0.72, "9:16": 0.66, "1:1": 0.7 } as const;

/** The northern lights upside down in still water: the same curtain, squeezed and paler, moving as it moves. */
function mirrored(stage: Stage, curtain: ImageLayer, top: number, index: number): ImageLayer {
  const source = curtain.drawing.bitmap!;
  const { width } = curtain.drawing;
  const tall = Math.min(stage.height - top, 0.62 * curtain.drawing.height);
  const x0 = curtain.at(stage.durationSec / 2).x;
  const motion = (timeSec: number) => ({ x: curtain.at(timeSec).x - x0, y: 0, opacity: curtain.at(timeSec).opacity ?? 1 });
  const paint = (u: number, v: number, out: Float64Array): void => {
    const row = Math.min(source.height - 1, Math.floor((1 - v) * source.height));
    const at = (row * source.width + Math.min(source.width - 1, Math.floor(u * source.width))) * 4;
    const alpha = source.pixels[at + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) out[channel] = alpha ? source.pixels[at + channel]! / alpha : 0;
    out[3] = 0.75 * alpha * (1 - v);
  };
  return paintLayer(`mirrored ${index}`, { x: x0, y: top, width, height: tall }, Math.round(source.width * 0.5), paint, together(motion));
}

/** Northern lights over a cold lake between snowy hills. */
export const aurora: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const stage: Stage = { ...opened, light: nightOf(opened) };
  const { unit, width, height, light, aspect } = stage;
  const random = stage.stream("lake");
  const shore = Math.round(height * SHORE[aspect]);
  const moon = { x: width * between(random, 0.3, 0.7), y: shore, radius: 0.05 * unit };
  const curtains = auroraLayers(stage, shore) as ImageLayer[];
  const place = { stage, footY: shore, sun: moon, rock: parseColour("#9fb2cc"), wood: parseColour("#31506a") };
  const far = hills(stage.stream("far shore"), stage.span(0.26, shore - 0.1 * unit, 0.1 * unit), unit, 0.15, 1, 1.1, 4, 0.4);
  const near = hills(stage.stream("near shore"), stage.span(1, 0.82 * height, 0.18 * height), unit, -0.15, 0.8, 0.7, 3, 0.3);
  return [
    skyLayer(stage, shore, moon),
    starLayer(stage, shore, 1.1),
    ...(stage.celestial ? [discLayer(stage, { x: width * 0.76, y: 0.2 * shore, radius: 0.06 * unit })] : []),
    ...curtains,
    meteors(stage, shore),
    farRange(place),
    snowHill(stage, "far shore", far, 0.26, moon, { tree: 0.05 * unit, count: 60, groves: 8 }),
    waterBody(stage, { top: shore, deep: deepWater(stage, parseColour("#1f4a6c")), sun: moon, calm: 0.45 }, 0.26),
    ...curtains.slice(1).map((curtain, index) => mirrored(stage, curtain, shore, index)),
    veilLayer(stage, "gusts", mix(light.haze, light.glow, 0.3), shore, height - shore, 0.16, 9),
    mistLayer(stage, "lake mist", shore - 0.05 * unit, 0.12 * unit, 0.3, 0.4),
    ...subjectLayers(stage, brief, { waterY: height * 0.8, groundY: height * (aspect === "9:16" ? 0.76 : 0.85), sunX: moon.x }),
    snowHill(stage, "near shore", near, 1, moon, {
      tree: 0.24 * unit,
      count: 9,
      bare: 1,
      groves: 3,
      taken: (x) => x > 0.2 * width && x < 0.8 * width,
    }),
    gradeLayer(stage, 0.6),
  ];
};
