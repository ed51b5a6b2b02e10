import { birdLayer } from "../elements/birds.ts";
import { growth } from "../elements/cacti.ts";
import { cloudSheet, mistLayer } from "../elements/clouds.ts";
import { mix, parseColour, type Rgb } from "../elements/colour.ts";
import { duneField, type Land } from "../elements/dunes.ts";
import { mesas } from "../elements/mesas.ts";
import { gradeLayer, heavens, placeSun } from "../elements/sky.ts";
import { sparkLayer } from "../elements/sparks.ts";
import { between, openStage, pick, type Stage } from "../elements/stage.ts";
import { veilLayer } from "../elements/veil.ts";
import type { Layer, SettingDesign } from "../layer.ts";
import type { Light } from "../palettes.ts";
import { standsAbout, subjectLayers } from "../subjects.ts";

const HORIZON = { "16:9": 0.62, "9:16": 0.56, "1:1": 0.6 } as const;
const SANDS = ["#e0a86a", "#d8955a", "#e6bd84", "#cf7f52"].map(parseColour);

/** The air over the sand, warm with dust. */
const sandy = (light: Light, sand: Rgb): Light => ({
  ...light,
  haze: mix(light.haze, mix(sand, parseColour("#fff0d8"), 0.35), light.moon ? 0.05 : 0.5),
});

/** Dunes and table mountains under a great sky. */
export const desert: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const random = opened.stream("desert");
  const sand = pick(random, SANDS);
  const stage: Stage = { ...opened, light: sandy(opened.light, sand) };
  const { unit, height, aspect, light } = stage;
  const horizonY = Math.round(height * (HORIZON[aspect] + between(random, -0.03, 0.03)));
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.12);
  const land: Land = {
    stage,
    sun,
    sand: mix(sand, parseColour("#a4aed0"), light.moon ? 0.45 : 0),
    side: sun.x < stage.width / 2 ? -1 : 1,
  };
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
