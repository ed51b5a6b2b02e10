import { birdLayer } from "../../elements/birds.ts";
import { caravan } from "../../elements/caravan.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { mix } from "../../elements/colour.ts";
import { duneField } from "../../elements/dunes.ts";
import { greatDuneLayer, shapeDune } from "../../elements/great-dune.ts";
import { openSands } from "../../elements/sands.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.6, "9:16": 0.56, "1:1": 0.6 } as const;

/** At the foot of a great dune, its edge winding up into the sky, a caravan on its back. */
export const greatDune: SettingDesign = (brief) => {
  const { stage, land, sun, horizonY } = openSands(brief, HORIZON);
  const { unit, width, height, light, aspect } = stage;
  const rest = height - horizonY;
  const dune = shapeDune(stage, horizonY, unit * (aspect === "9:16" ? 0.32 : 0.27), -land.side);
  const spray = mix(light.haze, light.glow, 0.5);
  return [
    ...heavens(stage, horizonY, sun),
    cloudSheet(stage, horizonY, sun, 0.8),
    birdLayer(stage, 0.2 * horizonY, 0.45 * horizonY),
    duneField(land, "far dunes", horizonY + 0.06 * rest, 0.12 * unit, 0.26, 1.7).layer,
    mistLayer(stage, "dust", horizonY - 0.1 * unit, 0.24 * unit, 0.3, 0.6, sun),
    caravan(stage, dune.topX + land.side * 0.16 * unit, dune.ridge, 0.05 * unit, -land.side),
    greatDuneLayer(land, dune, 0.7),
    veilLayer(stage, "blown sand", spray, dune.topY - 0.02 * unit, height - dune.topY, light.palette === "day" ? 0.34 : 0.24, 4),
    sparkLayer(stage, "sand", spray, { count: 50, size: 0.008, top: dune.topY, bottom: 0.97 * height, wind: 0.07, blink: 0.5 }),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.83), sunX: width - sun.x }),
    gradeLayer(stage, 0.9),
  ];
};
