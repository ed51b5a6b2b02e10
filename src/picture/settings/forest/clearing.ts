import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { hills } from "../../elements/ridges.ts";
import { shafts } from "../../elements/shafts.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { framing, openWoods, woodAir } from "../../elements/woodland.ts";
import { floor, treeWall, trunks, type Wood } from "../../elements/woods.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.64, "9:16": 0.58, "1:1": 0.62 } as const;

/** Walls of trees in mist under shafts of light, seen from a clearing. */
export const clearing: SettingDesign = (brief) => {
  const { stage, leaf, random } = openWoods(brief, false);
  const { unit, height, aspect, light } = stage;
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.34);
  const wood: Wood = { stage, sun, leaf, broad: random() < 0.45 };
  const tall = aspect === "9:16" ? 1.5 : 1;
  const upright = aspect === "9:16";
  const line = (name: string, depth: number, up: number, high: number, waves: number) =>
    hills(stage.stream(name), stage.span(depth, horizonY - up, height - horizonY + up), unit, 0.55, high, waves, 4);
  return [
    ...heavens(stage, horizonY, sun, horizonY * 0.8),
    cloudSheet(stage, horizonY, sun, 0.8),
    birdLayer(stage, 0.15 * horizonY, 0.35 * horizonY),
    treeWall(wood, "far woods", line("far", 0.15, 0.22 * unit * tall, 0.92, 1.1), 0.15, 0.16 * unit * tall, 104, 6),
    mistLayer(stage, "far mist", horizonY - 0.2 * unit, 0.34 * unit, 0.2, 0.75),
    treeWall(wood, "middle woods", line("middle", 0.4, 0.02 * unit, 0.95, 0.9), 0.42, 0.3 * unit * tall, 44, 8),
    ...shafts(stage, sun, 1.15 * Math.max(unit, height * 0.8)),
    trunks(wood, "close trunks", 0.75, height * (upright ? 0.86 : 0.93), [0.028, 0.05], framing(stage, "close places", 3, 0.3), 0.17),
    floor(wood, height * (upright ? 0.74 : 0.78)),
    woodAir(stage),
    ...subjectLayers(stage, brief, { groundY: height * (upright ? 0.77 : 0.83), sunX: sun.x }),
    gradeLayer(stage, 0.9),
  ];
};
