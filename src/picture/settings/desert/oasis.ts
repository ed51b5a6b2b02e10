import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { mix } from "../../elements/colour.ts";
import { duneField } from "../../elements/dunes.ts";
import { poolLayers } from "../../elements/oasis.ts";
import { openSands } from "../../elements/sands.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.52, "9:16": 0.5, "1:1": 0.52 } as const;

/** A pool among palms, dunes all around. */
export const oasis: SettingDesign = (brief) => {
  const { stage, land, sun, horizonY } = openSands(brief, HORIZON);
  const { unit, width, height, light, aspect } = stage;
  const random = stage.stream("oasis");
  const rest = height - horizonY;
  const wide = aspect === "16:9";
  const x = wide ? width * (land.side < 0 ? between(random, 0.56, 0.62) : between(random, 0.38, 0.44)) : width / 2;
  const pool = { x, y: horizonY + (aspect === "9:16" ? 0.24 : 0.42) * rest, half: unit * (wide ? 0.5 : 0.4), tall: unit * 0.085 };
  const spray = mix(light.haze, light.glow, 0.4);
  return [
    ...heavens(stage, horizonY, sun),
    cloudSheet(stage, horizonY, sun, 0.8),
    duneField(land, "far dunes", horizonY + 0.02 * rest, 0.15 * unit, 0.2, 1.7).layer,
    mistLayer(stage, "dust", horizonY - 0.12 * unit, 0.24 * unit, 0.3, 0.6, sun),
    duneField(land, "middle dunes", horizonY + 0.16 * rest, 0.12 * unit, 0.42, 1).layer,
    birdLayer(stage, 0.2 * horizonY, 0.45 * horizonY),
    ...poolLayers(land, pool, 0.5),
    veilLayer(stage, "blown sand", spray, horizonY, 0.6 * rest, light.palette === "day" ? 0.36 : 0.26, 5),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.83), waterY: pool.y + 0.3 * pool.tall, sunX: sun.x }),
    duneField(land, "near dunes", horizonY + 0.95 * rest, 0.13 * unit, 1, 0.6).layer,
    sparkLayer(stage, "sand", spray, { count: 40, size: 0.008, top: 0.5 * height, bottom: 0.98 * height, wind: 0.05, blink: 0.5 }),
    gradeLayer(stage, 0.9),
  ];
};
