import { birdLayer } from "../../elements/birds.ts";
import { sailingBoat } from "../../elements/boat.ts";
import { cumulus } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { cloudBars, lowDisc, placeLowSun } from "../../elements/low-sun.ts";
import { discLayer, gradeLayer, skyLayer, starLayer } from "../../elements/sky.ts";
import { openStage, type Stage } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import { deepWater, waterLayers } from "../../elements/water.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.64, "9:16": 0.58, "1:1": 0.62 } as const;

const disc = (stage: Stage, ...[sun]: [Parameters<typeof lowDisc>[1]]): Layer =>
  stage.celestial || stage.light.moon || stage.light.palette === "day" ? discLayer(stage, sun) : lowDisc(stage, sun);

/** Through a long lens: a great low sun, bars of cloud across it, and a lone sailing boat beside its path, away from the middle where titles stand. */
export const lowSun: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, light } = stage;
  const horizonY = Math.round(height * HORIZON[stage.aspect]);
  const sun = placeLowSun(stage, horizonY);
  const day = light.palette === "day";
  const deep = deepWater(stage, mix(parseColour("#0a6f96"), parseColour("#0c7f86"), stage.stream("sea")()));
  const side = sun.x < stage.width / 2 ? -1 : 1;
  const haze = veilLayer(stage, "high haze", mix(light.cloudLit, light.glow, 0.3), 0.1 * horizonY, 0.9 * horizonY, 0.34, 3.4);
  const boatY = horizonY + 0.035 * unit;
  return [
    skyLayer(stage, horizonY, sun),
    starLayer(stage, horizonY * 0.9),
    disc(stage, sun),
    haze,
    ...(day ? [cumulus(stage, horizonY, sun, 1.2)] : [cloudBars(stage, horizonY, sun)]),
    ...waterLayers(stage, { top: horizonY, deep, sun, calm: 0.8, spread: day ? 1.2 : 1.5 }, 0.2),
    birdLayer(stage, 0.25 * horizonY, 0.55 * horizonY),
    sailingBoat(stage, sun.x + side * sun.radius * (day ? 2 : 0.75), boatY, unit * (day ? 0.36 : 0.27)),
    ...subjectLayers(stage, brief, { waterY: horizonY + 0.5 * (height - horizonY), sunX: sun.x }),
    gradeLayer(stage),
  ];
};
