import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { lampLayer } from "../../elements/lamps.ts";
import { roofLayer } from "../../elements/rooftop.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { buildRow, type Row } from "../../elements/skyline.ts";
import { openStage } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import { habitatOf } from "../../habitats.ts";
import type { SceneryBrief, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const ROOF = { "16:9": 0.8, "9:16": 0.76, "1:1": 0.79 } as const;

/** Whether something that is named is in the air, away from the sun; all else keeps away from the tank on the other side. */
const hangs = ({ subjects }: SceneryBrief): boolean => subjects.some(({ picture }) => habitatOf(picture) === "sky");

/** Over the roofs: a water tank and aerials close by, the town going on to the horizon behind. */
export const rooftop: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, width, light, aspect } = stage;
  const top = Math.round(height * ROOF[aspect]);
  const horizonY = top - 0.14 * unit;
  const sun = placeSun(stage, horizonY, light.moon ? 0 : 0.16);
  const side = sun.x < width / 2 ? 1 : -1;
  const tall = aspect === "9:16" ? 1.6 : 1;
  const rows: [string, Row][] = [
    ["horizon row", { depth: 0.1, ground: top, low: 0.15, high: 0.4 * tall, width: [0.02, 0.045], pane: 0.017, lamps: 0.1 }],
    ["far row", { depth: 0.22, ground: top, low: 0.14, high: 0.44 * tall, width: [0.04, 0.08], pane: 0.0165, lamps: 0.14 }],
    ["roofs", { depth: 0.5, ground: top + 0.05 * unit, low: 0.1, high: 0.26, width: [0.12, 0.24], pane: 0.026, lamps: 0.26 }],
  ];
  const [horizon, far, roofs] = rows.map(([name, row]) => buildRow(stage, name, row, sun));
  return [
    ...heavens(stage, horizonY, sun, horizonY * 0.8),
    cloudSheet(stage, horizonY, sun),
    horizon!.layer,
    mistLayer(stage, "town haze", top - 0.34 * unit, 0.34 * unit, 0.15, 0.6, sun),
    far!.layer,
    birdLayer(stage, 0.2 * height, 0.42 * height),
    mistLayer(stage, "roof haze", top - 0.22 * unit, 0.24 * unit, 0.3, 0.5),
    roofs!.layer,
    lampLayer(stage, [
      { buildings: far!.buildings, depth: 0.22 },
      { buildings: roofs!.buildings, depth: 0.5 },
    ]),
    veilLayer(stage, "steam", light.haze, top - 0.3 * unit, 0.34 * unit, 0.3, 1.4),
    ...subjectLayers(stage, brief, { groundY: top + 0.012 * unit, sunX: hangs(brief) ? sun.x : width - sun.x }),
    roofLayer(stage, top, side),
    gradeLayer(stage, 0.9),
  ];
};
