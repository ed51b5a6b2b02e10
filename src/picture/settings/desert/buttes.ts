import { birdLayer } from "../../elements/birds.ts";
import { butteLayer } from "../../elements/buttes.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { mix } from "../../elements/colour.ts";
import { mesas } from "../../elements/mesas.ts";
import { scrubPlain } from "../../elements/plain.ts";
import { openSands } from "../../elements/sands.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { between } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.66, "9:16": 0.6, "1:1": 0.64 } as const;

/** Great table rocks over red land, a road running straight between them. */
export const buttes: SettingDesign = (brief) => {
  const { stage, land, sun, horizonY } = openSands(brief, HORIZON);
  const { unit, width, height, light, aspect } = stage;
  const random = stage.stream("buttes");
  const wide = aspect === "16:9";
  const farX = width * between(random, 0.44, 0.56);
  const great = {
    name: "great butte",
    x: width * (wide ? 0.17 : 0.16),
    half: 0.17 * unit,
    tall: 0.46 * unit,
    foot: horizonY + 0.035 * unit,
    depth: 0.4,
  };
  const second = {
    name: "second butte",
    x: width * (wide ? 0.83 : 0.88),
    half: 0.13 * unit,
    tall: 0.34 * unit,
    foot: horizonY + 0.02 * unit,
    depth: 0.3,
  };
  const flipped = random() < 0.5;
  const rocks = [second, great].map((rock) => ({ ...rock, x: flipped ? width - rock.x : rock.x }));
  return [
    ...heavens(stage, horizonY, sun),
    random() < 0.5 ? cloudSheet(stage, horizonY, sun) : cumulus(stage, horizonY, sun),
    mesas(land, horizonY),
    mistLayer(stage, "dust", horizonY - 0.12 * unit, 0.2 * unit, 0.2, 0.7, sun),
    birdLayer(stage, 0.2 * horizonY, 0.5 * horizonY),
    ...rocks.map((rock) => butteLayer(land, rock)),
    mistLayer(stage, "low dust", horizonY - 0.06 * unit, 0.14 * unit, 0.35, 0.5, sun),
    scrubPlain(land, horizonY + 0.02 * unit, farX, 0.6),
    veilLayer(
      stage,
      "blown sand",
      mix(light.haze, light.glow, 0.4),
      horizonY - 0.04 * unit,
      height - horizonY,
      light.palette === "day" ? 0.36 : 0.26,
      5,
    ),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.84), sunX: sun.x }),
    gradeLayer(stage, 0.9),
  ];
};
