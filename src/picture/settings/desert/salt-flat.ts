import { birdLayer } from "../../elements/birds.ts";
import { boulders } from "../../elements/boulders.ts";
import { cloudTowers } from "../../elements/cloud-towers.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { saltPlain } from "../../elements/plain.ts";
import { fading, hills, ridgeFill, trimmed } from "../../elements/ridges.ts";
import { openSands } from "../../elements/sands.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { between, drawLayer, type Stage } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.7, "9:16": 0.64, "1:1": 0.68 } as const;

/** Low blue hills where the flat ends. */
function farHills(stage: Stage, horizonY: number): Layer {
  const { unit, light } = stage;
  const ridge = hills(stage.stream("far hills"), stage.span(0.12, horizonY - 0.14 * unit, 0.14 * unit + 2), unit, -0.1, 0.9, 1.3, 6);
  const rock = parseColour("#6f7f9a");
  return drawLayer("far hills", trimmed(ridge), ridgeFill(ridge, fading(surface(light, rock, 0.3, 0.4), light.haze, 0.8)), stage.pan(0.12));
}

/** A salt flat under a great sky: cracked plates to the horizon, a few rocks with long shadows. */
export const saltFlat: SettingDesign = (brief) => {
  const { stage, land, sun, horizonY } = openSands(brief, HORIZON);
  const { unit, height, light, aspect } = stage;
  const salt = mix(surface(light, parseColour("#f2ece4"), 1, light.moon ? 0.3 : 0.75), land.sand, 0.16);
  const standing = height * (aspect === "9:16" ? 0.73 : 0.8);
  return [
    ...heavens(stage, horizonY, sun),
    cloudSheet(stage, horizonY, sun, 1),
    ...(stage.stream("weather")() < 0.6 ? [cloudTowers(stage, horizonY, sun, unit * between(stage.stream("towers"), 0.28, 0.4))] : []),
    farHills(stage, horizonY),
    mistLayer(stage, "shimmer", horizonY - 0.07 * unit, 0.13 * unit, 0.15, 0.75, sun),
    saltPlain(stage, horizonY, salt, 0.5),
    birdLayer(stage, 0.25 * horizonY, 0.55 * horizonY),
    veilLayer(stage, "shadows of clouds", mix(light.silhouette, salt, 0.3), horizonY, height - horizonY, 0.3, 6),
    boulders(stage, standing, mix(land.sand, parseColour("#6a5a58"), 0.5), land.side, 0.6, standsAbout(stage, brief, sun.x)),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.84), sunX: sun.x }),
    gradeLayer(stage, 0.9),
  ];
};
