import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { archway, pathLayer } from "../../elements/path.ts";
import { hills } from "../../elements/ridges.ts";
import { shafts } from "../../elements/shafts.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { between } from "../../elements/stage.ts";
import { openWoods, woodAir } from "../../elements/woodland.ts";
import { treeWall, type Wood } from "../../elements/woods.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.58, "9:16": 0.55, "1:1": 0.57 } as const;

/** A path that leads under overarching boughs out into the light of a meadow. */
export const path: SettingDesign = (brief) => {
  const { stage, leaf, random } = openWoods(brief, false);
  const { unit, width, height, aspect, light } = stage;
  const horizonY = Math.round(height * HORIZON[aspect]);
  const farX = width * between(random, 0.44, 0.56);
  const up = light.palette === "day" || light.moon ? 0.3 : 0.1;
  const sun = {
    x: farX + between(random, -0.12, 0.12) * unit,
    y: horizonY - up * unit - 0.06 * unit,
    radius: unit * (light.moon ? 0.05 : 0.06),
  };
  const wood: Wood = { stage, sun, leaf, broad: true };
  const line = hills(stage.stream("far"), stage.span(0.16, horizonY - 0.12 * unit, 0.17 * unit), unit, 0.3, 0.9, 1.1, 4);
  const near = hills(stage.stream("middle"), stage.span(0.36, horizonY - 0.03 * unit, 0.08 * unit), unit, 0.2, 0.9, 1.3, 4);
  return [
    ...heavens(stage, horizonY, sun, horizonY * 0.8),
    cloudSheet(stage, horizonY, sun, 0.7),
    birdLayer(stage, 0.4 * horizonY, 0.65 * horizonY),
    treeWall(wood, "far woods", line, 0.16, 0.14 * unit, 90, 6),
    mistLayer(stage, "far mist", horizonY - 0.18 * unit, 0.24 * unit, 0.2, 0.75, sun),
    treeWall(wood, "middle woods", near, 0.36, 0.17 * unit, 30, 8),
    pathLayer(wood, farX, horizonY, 0.5),
    shafts(stage, sun, 0.95 * Math.max(unit, height * 0.7))[0]!,
    ...archway(wood, 0.8),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.83), sunX: sun.x }),
    woodAir(stage),
    gradeLayer(stage, 0.9),
  ];
};
