import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { type Pond, pondRipples, pondWater, reeds } from "../../elements/pond.ts";
import { hills } from "../../elements/ridges.ts";
import { shafts } from "../../elements/shafts.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { openWoods, woodAir } from "../../elements/woodland.ts";
import { treeWall, type Wood } from "../../elements/woods.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const SHORE = { "16:9": 0.57, "9:16": 0.55, "1:1": 0.57 } as const;

/** A pond in a hollow of the woods, reeds close by, mist and small lights over the water. */
export const pond: SettingDesign = (brief) => {
  const { stage, leaf, random } = openWoods(brief, false);
  const { unit, height, aspect, light } = stage;
  const shoreY = Math.round(height * SHORE[aspect]);
  const sun = placeSun(stage, shoreY, light.moon || light.palette === "day" ? 0 : 0.3);
  const wood: Wood = { stage, sun, leaf, broad: random() < 0.5 };
  const tall = aspect === "9:16" ? 1.5 : 1;
  const line = (name: string, up: number, depth: number) =>
    hills(stage.stream(name), stage.span(depth, shoreY - up * unit, up * unit + 0.05 * unit), unit, 0.35, 0.9, 1.2, 4);
  const water: Pond = { y: shoreY + 0.02 * unit };
  const far = treeWall(wood, "far woods", line("far", 0.16, 0.16), 0.16, 0.2 * unit * tall, 110, 7);
  const middle = treeWall(wood, "middle woods", line("middle", 0.06, 0.38), 0.42, 0.34 * unit * tall, 42, 11);
  return [
    ...heavens(stage, shoreY, sun, shoreY * 0.8),
    cloudSheet(stage, shoreY, sun, 0.8),
    birdLayer(stage, 0.12 * shoreY, 0.35 * shoreY),
    far,
    mistLayer(stage, "far mist", shoreY - 0.2 * unit, 0.28 * unit, 0.2, 0.7),
    middle,
    ...pondWater(wood, water, [
      { layer: far, depth: 0.16 },
      { layer: middle, depth: 0.42 },
    ]),
    ...pondRipples(wood, water, 0.5),
    shafts(stage, sun, 1.1 * Math.max(unit, height * 0.7))[0]!,
    mistLayer(stage, "pond mist", shoreY - 0.06 * unit, 0.2 * unit, 0.45, 0.55, sun),
    woodAir(stage),
    ...subjectLayers(stage, brief, {
      groundY: height * (aspect === "9:16" ? 0.78 : 0.86),
      waterY: water.y + 0.4 * (height - water.y),
      sunX: sun.x,
    }),
    reeds(wood, 1),
    gradeLayer(stage, 0.9),
  ];
};
