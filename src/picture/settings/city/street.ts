import { birdLayer } from "../../elements/birds.ts";
import { mistLayer } from "../../elements/clouds.ts";
import { mix, toCss } from "../../elements/colour.ts";
import { gradeLayer, heavens } from "../../elements/sky.ts";
import { between, drawLayer, openStage, type Stage } from "../../elements/stage.ts";
import { type Front, frontSvg, lineFronts, type Street } from "../../elements/street.ts";
import { roadLayer, streetLamps, streetTraffic } from "../../elements/street-life.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const VANISHING = { "16:9": 0.6, "9:16": 0.58, "1:1": 0.6 } as const;
const FURTHEST = 30;

/** The fronts of a stretch of the street, painted from the far end. */
function frontsLayer(stage: Stage, street: Street, name: string, fronts: Front[], depth: number): Layer {
  const random = stage.stream(`${name} paint`);
  const body = [...fronts]
    .sort((one, other) => other.near - one.near)
    .map((front) => frontSvg(stage, street, random, front, FURTHEST))
    .join("");
  return drawLayer(name, stage.span(depth, 0, stage.height), body, stage.pan(depth));
}

/** Where the street ends: towers in the haze. */
function streetEnd(stage: Stage, street: Street): Layer {
  const { light, unit } = stage;
  const random = stage.stream("street end");
  const box = stage.span(0.1, street.y - 0.4 * unit, 0.42 * unit);
  let towers = "";
  for (let index = 0; index < 11; index++) {
    const wide = unit * between(random, 0.03, 0.06);
    const x = street.x + unit * 0.36 * (index / 5 - 1);
    const tall = unit * between(random, 0.12, 0.36);
    towers += `M${x.toFixed(1)},${(street.y + 4).toFixed(1)}v${(-tall).toFixed(1)}h${wide.toFixed(1)}v${tall.toFixed(1)}Z`;
  }
  return drawLayer(
    "street end",
    { ...box, x: street.x - 0.45 * unit, width: 0.9 * unit },
    `<path d="${towers}" fill="${toCss(mix(surface(light, [90, 96, 120], 0.15, 0.3), light.haze, 0.35))}"/>`,
    stage.pan(0.1),
  );
}

/** Down in a street between towers, traffic coming and going towards the light at its end. */
export const street: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("street");
  const place: Street = {
    x: width * between(random, 0.45, 0.55),
    y: Math.round(height * VANISHING[aspect]),
    focal: (aspect === "16:9" ? 0.92 : 0.62) * unit,
    eye: 0.42,
  };
  const sun = light.moon
    ? { x: place.x + 0.05 * unit, y: 0.16 * height, radius: 0.05 * unit }
    : {
        x: place.x + between(random, -0.03, 0.03) * unit,
        y: light.palette === "day" ? 0.13 * height : place.y - between(random, 0.08, 0.16) * unit,
        radius: 0.07 * unit,
      };
  const tall = aspect === "9:16" ? ([4, 9] as const) : ([2.4, 6] as const);
  const fronts = [-1, 1].flatMap((side) => lineFronts(stage.stream(`fronts ${side}`), side, 1.1, FURTHEST, tall));
  const close = fronts.filter(({ near }) => near < 4.5);
  const beyond = fronts.filter(({ far }) => far > 4.5);
  return [
    ...heavens(stage, place.y, sun),
    streetEnd(stage, place),
    mistLayer(stage, "street haze", place.y - 0.3 * unit, 0.32 * unit, 0.15, 0.6, sun),
    birdLayer(stage, 0.1 * place.y, 0.4 * place.y),
    frontsLayer(stage, place, "far fronts", beyond, 0.3),
    roadLayer(stage, place, 0.36),
    mistLayer(stage, "street mist", place.y - 0.08 * unit, 0.16 * unit, 0.36, 0.55, sun),
    frontsLayer(stage, place, "near fronts", close, 0.36),
    streetTraffic(stage, place, 0.36),
    streetLamps(stage, place, 0.36, stage.span(0.36, 0.2 * height, 0.75 * height)),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.84), sunX: width * 0.3 }),
    gradeLayer(stage),
  ];
};
