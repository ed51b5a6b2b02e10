import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { type Headland, headlandLayer, headlandRidge } from "../../elements/headlands.ts";
import { lighthouse } from "../../elements/lighthouse.ts";
import { groundAt } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { between, openStage, pick } from "../../elements/stage.ts";
import { surge } from "../../elements/surge.ts";
import { deepWater, waterLayers } from "../../elements/water.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.56, "9:16": 0.52, "1:1": 0.55 } as const;
const ROCKS = ["#8d7f74", "#7c7a78", "#a08a74", "#c9c0ae"].map(parseColour);
const GRASS = ["#6f8f4a", "#5f8a54", "#8a8f50"].map(parseColour);

/** A coast of cliffs, headland behind headland, with a lighthouse on the nearest. */
export const coast: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, width, aspect } = stage;
  const random = stage.stream("coast");
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY);
  const side = sun.x < width / 2 ? 1 : -1;
  const [rock, grass] = [pick(random, ROCKS), pick(random, GRASS)];
  const wide = aspect === "16:9" ? 1 : 0.72;
  const lands: Headland[] = [
    {
      name: "far headland",
      side,
      reach: unit * wide * between(random, 1.15, 1.3),
      tall: 0.12 * unit,
      foot: horizonY + 0.004 * unit,
      depth: 0.12,
    },
    {
      name: "middle headland",
      side,
      reach: unit * wide * between(random, 0.86, 0.98),
      tall: 0.2 * unit,
      foot: horizonY + 0.03 * unit,
      depth: 0.28,
    },
    {
      name: "near headland",
      side,
      reach: unit * wide * between(random, 0.56, 0.66),
      tall: 0.34 * unit,
      foot: horizonY + 0.13 * unit,
      depth: 0.5,
    },
  ];
  const ridges = lands.map((land) => headlandRidge(stage, land));
  const drawn = lands.map((land, index) => headlandLayer(stage, land, ridges[index]!, sun, rock, grass));
  const towerX = (side < 0 ? 0 : width) - side * lands[2]!.reach * 0.7;
  const ground = groundAt(ridges[2]!, towerX) + 0.006 * unit;
  const deep = deepWater(stage, mix(parseColour("#0a6f96"), parseColour("#0c7f86"), stage.stream("sea")()));
  const [body, ...waves] = waterLayers(stage, { top: horizonY, deep, sun, calm: 1 });
  const layers: Layer[] = [...heavens(stage, horizonY, sun)];
  layers.push(stage.stream("weather")() < 0.5 ? cloudSheet(stage, horizonY, sun) : cumulus(stage, horizonY, sun));
  layers.push(body!, drawn[0]!, drawn[1]!, ...waves);
  layers.push(...lighthouse(stage, towerX, ground, 0.26 * unit, 0.5, -side), drawn[2]!, surge(stage, lands[2]!));
  layers.push(birdLayer(stage, 0.3 * horizonY, 0.75 * horizonY));
  layers.push(...subjectLayers(stage, brief, { waterY: horizonY + 0.5 * (height - horizonY), sunX: side < 0 ? 0 : width }));
  layers.push(gradeLayer(stage));
  return layers;
};
