import { birdLayer } from "../../elements/birds.ts";
import { growth } from "../../elements/cacti.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { mix } from "../../elements/colour.ts";
import { duneField } from "../../elements/dunes.ts";
import { mesas } from "../../elements/mesas.ts";
import { openSands } from "../../elements/sands.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.62, "9:16": 0.56, "1:1": 0.6 } as const;
/** Dunes and table mountains under a great sky. */
export const dunes: SettingDesign = (brief) => {
  const { stage, land, sun, horizonY } = openSands(brief, HORIZON);
  const { unit, height, aspect, light } = stage;
  const random = stage.stream("dunes");
  const rest = height - horizonY;
  const far = duneField(land, "far dunes", horizonY + 0.03 * rest, 0.13 * unit, 0.26, 1.9);
  const middle = duneField(land, "middle dunes", horizonY + 0.34 * rest, 0.16 * unit, 0.55, 1.05);
  const near = duneField(land, "near dunes", horizonY + 0.74 * rest, 0.16 * unit, 1, 0.6);
  const layers: Layer[] = [...heavens(stage, horizonY, sun), cloudSheet(stage, horizonY, sun, between(random, 0.6, 0.95))];
  if (random() < 0.7) layers.push(mesas(land, horizonY));
  layers.push(
    far.layer,
    mistLayer(stage, "dust", horizonY - 0.1 * unit, 0.26 * unit, 0.4, 0.6),
    middle.layer,
    birdLayer(stage, 0.2 * horizonY, 0.5 * horizonY),
    veilLayer(
      stage,
      "blown sand",
      mix(light.haze, light.glow, 0.4),
      horizonY - 0.06 * unit,
      0.62 * rest + 0.06 * unit,
      light.palette === "day" ? 0.42 : 0.3,
      5,
    ),
    near.layer,
  );
  const taken = standsAbout(stage, brief, sun.x);
  if (random() < 0.75) layers.push(growth(land, near.ground, taken));
  layers.push(
    sparkLayer(stage, "sand", mix(light.haze, light.glow, 0.5), {
      count: 40,
      size: 0.008,
      top: 0.5 * height,
      bottom: 0.98 * height,
      wind: 0.05,
      blink: 0.5,
    }),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.8), sunX: sun.x }),
    gradeLayer(stage, 0.9),
  );
  return layers;
};
