import { birdLayer } from "../../elements/birds.ts";
import { cloudTowers } from "../../elements/cloud-towers.ts";
import { cloudSheet } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { shafts } from "../../elements/shafts.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { openStage } from "../../elements/stage.ts";
import { deepWater, waterLayers } from "../../elements/water.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.77, "9:16": 0.7, "1:1": 0.74 } as const;

/** Little sea under a great sky: cloud towers on the horizon and rays from between them. */
export const greatSky: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, light } = stage;
  const horizonY = Math.round(height * HORIZON[stage.aspect]);
  const sun = placeSun(stage, horizonY, light.moon ? 0 : 0.18);
  const deep = deepWater(stage, mix(parseColour("#0a6f96"), parseColour("#0c7f86"), stage.stream("sea")()));
  const layers: Layer[] = [...heavens(stage, horizonY, sun), cloudSheet(stage, horizonY, sun, 0.6)];
  layers.push(cloudTowers(stage, horizonY, sun, unit * (stage.aspect === "9:16" ? 0.72 : 0.56)));
  if (!light.moon) layers.push(shafts(stage, sun, horizonY - sun.y + 0.1 * unit)[0]!);
  layers.push(...waterLayers(stage, { top: horizonY, deep, sun, calm: 0.9 }));
  layers.push(
    birdLayer(stage, 0.3 * horizonY, 0.6 * horizonY),
    ...subjectLayers(stage, brief, { waterY: horizonY + 0.2 * (height - horizonY), sunX: sun.x }),
    gradeLayer(stage),
  );
  return layers;
};
