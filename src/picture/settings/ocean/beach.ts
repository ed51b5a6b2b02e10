import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus } from "../../elements/clouds.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import { palmPath } from "../../elements/palms.ts";
import { openShore, surf } from "../../elements/shore.ts";
import { gradeLayer, heavens, placeSun, type Sun } from "../../elements/sky.ts";
import { between, drawLayer, openStage, type Stage, swing, together } from "../../elements/stage.ts";
import { grassPath } from "../../elements/trees.ts";
import { deepWater, glitterLayer, waterBody } from "../../elements/water.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.5, "9:16": 0.46, "1:1": 0.48 } as const;

/** Palms at one side that lean over the beach from a grassy rise, dark against the light. */
function palms(stage: Stage, side: number): Layer {
  const { unit, light, width, height } = stage;
  const random = stage.stream("palms");
  const tall = { "16:9": 0.78, "9:16": 0.92, "1:1": 0.68 }[stage.aspect];
  const box = stage.span(1, 0, height, 0.01 * unit);
  const edge = side < 0 ? box.x : box.x + box.width;
  const inwards = (part: number): number => edge - side * part * unit;
  const rise = (x: number): number => height * 1.01 - unit * 0.19 * Math.max(0, 1 - Math.abs(x - edge) / (0.52 * unit)) ** 1.6;
  const steps = Array.from({ length: 25 }, (_, step) => inwards((step / 24) * 0.56));
  const mound = `M${edge.toFixed(1)},${height + 3}L${steps.map((x) => `${x.toFixed(1)},${rise(x).toFixed(1)}`).join("L")}L${inwards(0.56).toFixed(1)},${height + 3}Z`;
  const trees = [0.06, 0.17, 0.26].map((part, index) => {
    const x = inwards(part + between(random, -0.02, 0.02));
    const high = unit * tall * [1, 0.78, 0.55][index]! * between(random, 0.92, 1.06);
    return palmPath(random, x, rise(x), high, -side * high * between(random, 0.16, 0.34));
  });
  const [from, to] = side < 0 ? [edge, inwards(0.5)] : [inwards(0.5), edge];
  const grass = grassPath(random, from, to, rise, 0.075 * unit, 70);
  const tone = mix(surface(light, parseColour("#2f5a3c"), 1, 0.3), light.silhouette, light.palette === "day" ? 0.5 : 0.86);
  const body = `<g fill="${toCss(tone)}"><path d="${trees.join("")}"/><path d="${mound}"/><path d="${grass}"/></g>`;
  const reach = 0.95 * unit;
  const trimmed = { ...box, x: side < 0 ? box.x : Math.max(box.x, box.x + box.width - reach), width: Math.min(box.width, reach) };
  return drawLayer("palms", width > 1.3 * unit ? trimmed : box, body, together(stage.pan(1), swing(0.004 * unit, 0.0015 * unit, 5.2)));
}

const sunSide = (stage: Stage, sun: Sun): number => (sun.x < stage.width / 2 ? 1 : -1);

/** A beach with palms, small waves running up its sand. */
export const beach: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, light } = stage;
  const horizonY = Math.round(height * HORIZON[stage.aspect]);
  const sun = placeSun(stage, horizonY);
  const side = sunSide(stage, sun);
  const deep = deepWater(stage, mix(parseColour("#0f86a6"), parseColour("#10a094"), stage.stream("sea")()));
  const shore = openShore(stage, height * (stage.aspect === "9:16" ? 0.66 : 0.72), side * 0.09);
  const water = { top: horizonY, deep: mix(deep, parseColour("#37b6b0"), light.palette === "day" ? 0.4 : 0.08), sun, calm: 0.8 };
  return [
    ...heavens(stage, horizonY, sun),
    stage.stream("weather")() < 0.5 ? cumulus(stage, horizonY, sun) : cloudSheet(stage, horizonY, sun, 0.9),
    waterBody(stage, water),
    glitterLayer(stage, water),
    birdLayer(stage, 0.3 * horizonY, 0.7 * horizonY),
    ...surf(stage, shore, horizonY),
    ...subjectLayers(stage, brief, {
      groundY: height * (stage.aspect === "9:16" ? 0.75 : 0.84),
      waterY: horizonY + 0.1 * unit,
      sunX: side < 0 ? 0 : stage.width,
    }),
    palms(stage, side),
    gradeLayer(stage, 0.9),
  ];
};
