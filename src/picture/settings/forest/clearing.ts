import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { parseColour } from "../../elements/colour.ts";
import { hills } from "../../elements/ridges.ts";
import { shafts } from "../../elements/shafts.ts";
import { discLayer, gradeLayer, heavens, placeSun, skyLayer } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, openStage, pick, type Stage } from "../../elements/stage.ts";
import { LEAVES, leafy } from "../../elements/woodland.ts";
import { floor, treeWall, trunks as trunkLayer, type Wood } from "../../elements/woods.ts";
import type { Layer, SceneryBrief, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.64, "9:16": 0.58, "1:1": 0.62 } as const;

/** Places across the picture that leave its middle open. */
function framing(stage: Stage, name: string, count: number, open: number): number[] {
  const random = stage.stream(name);
  return Array.from({ length: count }, (_, index) => {
    const part = (Math.floor(index / 2) + between(random, 0.15, 0.85)) / Math.ceil(count / 2);
    const off = part * (0.5 - open);
    return index % 2 ? 1 - off : off;
  });
}

/** Walls of trees in mist under shafts of light, seen from a clearing. */
export const clearing: SettingDesign = (brief) => woods(brief, false);

/** Deep in the woods: between tall trunks, with shafts of light. */
export const trunks: SettingDesign = (brief) => woods(brief, true);

function woods(brief: SceneryBrief, inside: boolean): Layer[] {
  const opened = openStage(brief);
  const random = opened.stream("forest");
  const leaf = pick(random, LEAVES);
  random();
  const stage: Stage = { ...opened, light: leafy(opened.light, leaf, inside) };
  const { unit, height, aspect, light } = stage;
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon ? 0 : light.palette === "day" ? 0 : 0.34);
  const wood: Wood = { stage, sun, leaf, broad: random() < 0.45 };
  const tall = aspect === "9:16" ? 1.5 : 1;
  const far = hills(
    stage.stream("far"),
    stage.span(0.15, horizonY - 0.22 * unit * tall, height - horizonY + 0.22 * unit * tall),
    unit,
    0.55,
    0.92,
    1.1,
    4,
  );
  const middle = hills(
    stage.stream("middle"),
    stage.span(0.4, horizonY - 0.02 * unit, height - horizonY + 0.02 * unit),
    unit,
    0.55,
    0.95,
    0.9,
    4,
  );
  const layers: Layer[] = inside ? [skyLayer(stage, horizonY, sun), discLayer(stage, sun)] : heavens(stage, horizonY, sun, horizonY * 0.8);
  if (!inside) layers.push(cloudSheet(stage, horizonY, sun, 0.8), birdLayer(stage, 0.15 * horizonY, 0.35 * horizonY));
  layers.push(
    treeWall(wood, "far woods", far, 0.15, unit * (inside ? 0.42 : 0.16) * tall, inside ? 90 : 104, inside ? 8 : 6),
    mistLayer(stage, "far mist", horizonY - 0.2 * unit, 0.34 * unit, 0.2, 0.75),
  );
  if (inside)
    layers.push(
      trunkLayer(
        wood,
        "far trunks",
        0.32,
        horizonY + 0.14 * unit,
        [0.012, 0.022],
        Array.from({ length: 13 }, (_, index) => (index + random()) / 13),
        0.1,
      ),
    );
  layers.push(
    treeWall(wood, "middle woods", middle, 0.42, unit * (inside ? 0.17 : 0.3) * tall, inside ? 34 : 44, 8),
    ...shafts(stage, sun, 1.15 * Math.max(unit, height * 0.8)),
  );
  const close = inside ? framing(stage, "close places", 6, 0.1) : framing(stage, "close places", 3, 0.3);
  layers.push(
    trunkLayer(wood, "close trunks", 0.75, height * (aspect === "9:16" ? 0.86 : 0.93), [0.028, 0.05], close, inside ? 0.2 : 0.17),
    floor(wood, height * (aspect === "9:16" ? 0.74 : 0.78)),
  );
  const air = { top: 0.3 * height, bottom: 0.86 * height, wind: 0.006 };
  layers.push(
    light.moon
      ? sparkLayer(stage, "fireflies", parseColour("#e8ff8a"), { ...air, count: 46, size: 0.024, blink: 0.95, core: 0.7 })
      : sparkLayer(stage, "pollen", light.glow, { ...air, count: 44, size: 0.011, blink: 0.6 }),
  );
  layers.push(...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.83), sunX: sun.x }), gradeLayer(stage, 0.9));
  return layers;
}
