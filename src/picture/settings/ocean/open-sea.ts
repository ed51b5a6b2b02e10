import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { fading, hills, ridgeFill, trimmed } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { between, drawLayer, openStage, type Stage } from "../../elements/stage.ts";
import { deepWater, waterLayers } from "../../elements/water.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.58, "9:16": 0.54, "1:1": 0.56 } as const;

/** Islands on the horizon, paler the farther they lie. */
function islands(stage: Stage, horizonY: number): Layer {
  const random = stage.stream("islands");
  const { unit, light } = stage;
  const rock = parseColour("#5d6f6c");
  const box = stage.span(0.12, horizonY - 0.16 * unit, 0.16 * unit + 1);
  const far = hills(random, box, unit, between(random, -0.6, -0.25), between(random, 0.35, 0.8), between(random, 0.7, 1.2));
  const near = hills(random, box, unit, -0.9, between(random, 0.5, 0.75), between(random, 1.1, 1.7));
  for (const ridge of [far, near])
    ridge.heights.forEach((height, index) => {
      ridge.heights[index] = Math.max(-4, height);
    });
  const body =
    ridgeFill(far, fading(surface(light, rock, 0.28), light.haze, 0.75), "far") +
    ridgeFill(near, fading(surface(light, rock, 0.6, 0.3), light.haze, 0.5), "near");
  const [a, b] = [trimmed(far), trimmed(near)];
  return drawLayer("islands", a.height > b.height ? a : b, body, stage.pan(0.12));
}

/** Open sea under a wide sky. */
export const openSea: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const horizonY = Math.round(stage.height * (HORIZON[stage.aspect] + between(stage.stream("horizon"), -0.03, 0.03)));
  const sun = placeSun(stage, horizonY);
  const deep = deepWater(stage, mix(parseColour("#0a6f96"), parseColour("#0c7f86"), stage.stream("sea")()));
  const amount = between(stage.stream("weather"), 0.75, 1.1);
  const layers: Layer[] = [...heavens(stage, horizonY, sun)];
  layers.push(cloudSheet(stage, horizonY, sun, amount), cumulus(stage, horizonY, sun, amount), islands(stage, horizonY));
  layers.push(...waterLayers(stage, { top: horizonY, deep, sun, calm: 1 }));
  layers.push(
    birdLayer(stage, 0.3 * horizonY, 0.7 * horizonY),
    ...subjectLayers(stage, brief, { waterY: horizonY + 0.42 * (stage.height - horizonY), sunX: sun.x }),
    gradeLayer(stage),
  );
  return layers;
};
