import { mistLayer } from "../../elements/clouds.ts";
import { hills } from "../../elements/ridges.ts";
import { shafts } from "../../elements/shafts.ts";
import { discLayer, gradeLayer, placeSun, skyLayer } from "../../elements/sky.ts";
import { framing, openWoods, woodAir } from "../../elements/woodland.ts";
import { floor, treeWall, trunks, type Wood } from "../../elements/woods.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.64, "9:16": 0.58, "1:1": 0.62 } as const;

/** Deep in the woods: between tall trunks, with shafts of light. */
export const amongTrunks: SettingDesign = (brief) => {
  const { stage, leaf, random } = openWoods(brief, true);
  const { unit, height, aspect, light } = stage;
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.34);
  const wood: Wood = { stage, sun, leaf, broad: random() < 0.45 };
  const upright = aspect === "9:16";
  const tall = upright ? 1.5 : 1;
  const far = stage.span(0.15, horizonY - 0.22 * unit * tall, height - horizonY + 0.22 * unit * tall);
  const middle = stage.span(0.4, horizonY - 0.02 * unit, height - horizonY + 0.02 * unit);
  const places = Array.from({ length: 13 }, (_, index) => (index + random()) / 13);
  return [
    skyLayer(stage, horizonY, sun),
    discLayer(stage, sun),
    treeWall(wood, "far woods", hills(stage.stream("far"), far, unit, 0.55, 0.92, 1.1, 4), 0.15, 0.42 * unit * tall, 90, 8),
    mistLayer(stage, "far mist", horizonY - 0.2 * unit, 0.34 * unit, 0.2, 0.75),
    trunks(wood, "far trunks", 0.32, horizonY + 0.14 * unit, [0.012, 0.022], places, 0.1),
    treeWall(wood, "middle woods", hills(stage.stream("middle"), middle, unit, 0.55, 0.95, 0.9, 4), 0.42, 0.17 * unit * tall, 34, 8),
    ...shafts(stage, sun, 1.15 * Math.max(unit, height * 0.8)),
    trunks(wood, "close trunks", 0.75, height * (upright ? 0.86 : 0.93), [0.028, 0.05], framing(stage, "close places", 6, 0.1), 0.2),
    floor(wood, height * (upright ? 0.74 : 0.78)),
    woodAir(stage),
    ...subjectLayers(stage, brief, { groundY: height * (upright ? 0.77 : 0.83), sunX: sun.x }),
    gradeLayer(stage, 0.9),
  ];
};
