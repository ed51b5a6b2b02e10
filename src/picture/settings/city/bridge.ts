import { birdLayer } from "../../elements/birds.ts";
import { bridgeLayer, bridgeTraffic, laySpan } from "../../elements/bridge.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { parseColour } from "../../elements/colour.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { buildRow } from "../../elements/skyline.ts";
import { openStage } from "../../elements/stage.ts";
import { deepWater, waterLayers } from "../../elements/water.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const WATER = { "16:9": 0.66, "9:16": 0.62, "1:1": 0.65 } as const;

/** A great bridge over the water towards the town on the other shore. */
export const bridge: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, width, aspect } = stage;
  const waterY = Math.round(height * WATER[aspect]);
  const sun = placeSun(stage, waterY, stage.light.moon ? 0 : 0.08);
  const side = sun.x < width / 2 ? 1 : -1;
  const span = laySpan(stage, waterY, side);
  const town = buildRow(
    stage,
    "far town",
    { depth: 0.12, ground: waterY, low: 0.03, high: aspect === "9:16" ? 0.3 : 0.21, width: [0.02, 0.05], pane: 0.011, lamps: 0.2 },
    sun,
  );
  const water = { top: waterY, deep: deepWater(stage, parseColour("#2f5f7c")), sun, calm: 0.9 };
  return [
    ...heavens(stage, waterY, sun, waterY * 0.85),
    cloudSheet(stage, waterY, sun),
    town.layer,
    mistLayer(stage, "harbour haze", waterY - 0.14 * unit, 0.17 * unit, 0.14, 0.6, sun),
    ...waterLayers(stage, water, 0.14),
    bridgeLayer(stage, span, 0.3),
    bridgeTraffic(stage, span, 0.3),
    birdLayer(stage, 0.15 * waterY, 0.5 * waterY),
    ...subjectLayers(stage, brief, { waterY: waterY + 0.5 * (height - waterY), sunX: side < 0 ? width : 0 }),
    gradeLayer(stage),
  ];
};
