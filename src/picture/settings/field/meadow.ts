import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { gradientStops, mix, parseColour } from "../../elements/colour.ts";
import { flowerDrift, pickKinds } from "../../elements/flowers.ts";
import { fieldHill, landTone } from "../../elements/meadow.ts";
import { groundAt, hills, type Ridge } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, drawLayer, openStage, pick } from "../../elements/stage.ts";
import { windmill } from "../../elements/windmill.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.54, "9:16": 0.5, "1:1": 0.53 } as const;
const GREENS = ["#8fb257", "#7fa84e", "#a8b85c", "#6f9a52", "#c9bf62"].map(parseColour);
const LEAVES = ["#4f8040", "#5f8a44", "#467a4a"].map(parseColour);

/** A meadow in flower before green hills, with a windmill on one of them. */
export const meadow: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("meadow");
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.08);
  const side = sun.x < width / 2 ? 1 : -1;
  const leaf = pick(random, LEAVES);
  const ridge = (name: string, top: number, depth: number, waves: number, tall: number): Ridge =>
    hills(stage.stream(name), stage.span(depth, top, tall), unit, 0.45, 1, waves, 3, 0.3);
  const far = ridge("far hills", horizonY - 0.16 * unit, 0.12, 0.8, 0.3 * unit);
  const middle = ridge("middle hills", horizonY - 0.08 * unit, 0.26, 0.6, 0.34 * unit);
  const close = ridge("close hill", horizonY + 0.08 * unit, 0.42, 0.4, height * (aspect === "9:16" ? 0.7 : 0.74) - horizonY - 0.08 * unit);
  const millX = width * (0.5 + side * between(random, 0.16, 0.26));
  const top = height * (aspect === "9:16" ? 0.66 : 0.7);
  const grass = parseColour("#6f9a48");
  const near = landTone(stage, grass, 0.9);
  const ground = stage.span(0.6, top - 0.04 * unit, height - top + 0.05 * unit);
  const turf = `<defs><linearGradient id="t" x1="0" x2="0" y1="0" y2="1">${gradientStops([mix(near, light.glow, 0.2), near, mix(near, light.silhouette, 0.42)], [0, 1, 1, 1])}</linearGradient></defs><rect x="${ground.x}" y="${ground.y}" width="${ground.width}" height="${ground.height}" fill="url(#t)"/>`;
  const kinds = pickKinds(random);
  const flowers = { kinds, grass, bottom: height };
  const hill = { colours: GREENS, leaf };
  return [
    ...heavens(stage, horizonY, sun),
    random() < 0.7 ? cumulus(stage, horizonY, sun) : cloudSheet(stage, horizonY, sun),
    fieldHill(stage, { ...hill, name: "far hills", ridge: far, depth: 0.12, tree: 0.03 * unit, trees: 40 }, sun),
    mistLayer(stage, "hill haze", horizonY - 0.12 * unit, 0.18 * unit, 0.2, 0.36, sun),
    fieldHill(stage, { ...hill, name: "middle hills", ridge: middle, depth: 0.26, tree: 0.05 * unit, trees: 26, stripes: true }, sun),
    ...windmill(stage, millX, groundAt(middle, millX) + 0.012 * unit, unit * (aspect === "9:16" ? 0.24 : 0.2), 0.26),
    birdLayer(stage, 0.3 * horizonY, 0.6 * horizonY),
    fieldHill(stage, { ...hill, name: "close hill", ridge: close, depth: 0.42, tree: 0.085 * unit, trees: 12 }, sun),
    drawLayer("turf", ground, turf, stage.pan(0.6)),
    flowerDrift(stage, "far flowers", top - 0.01 * unit, top + 0.28 * (height - top), 0.6, {
      ...flowers,
      size: [0.004, 0.009],
      count: 190,
    }),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.75 : 0.83), sunX: side > 0 ? 0 : width }),
    flowerDrift(stage, "middle flowers", top + 0.24 * (height - top), top + 0.62 * (height - top), 0.78, {
      ...flowers,
      size: [0.01, 0.017],
      count: 70,
    }),
    flowerDrift(stage, "near flowers", top + 0.7 * (height - top), height * 1.02, 1, { ...flowers, size: [0.021, 0.032], count: 36 }),
    light.moon
      ? sparkLayer(stage, "fireflies", parseColour("#e8ff8a"), {
          count: 40,
          size: 0.02,
          top: 0.5 * height,
          bottom: 0.9 * height,
          wind: 0.006,
          blink: 0.95,
          core: 0.7,
        })
      : sparkLayer(stage, "pollen", light.glow, {
          count: 34,
          size: 0.012,
          top: 0.4 * height,
          bottom: 0.9 * height,
          wind: 0.012,
          blink: 0.6,
        }),
    gradeLayer(stage, 0.8),
  ];
};
