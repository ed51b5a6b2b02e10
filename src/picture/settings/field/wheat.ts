import { baleSvg } from "../../elements/bales.ts";
import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour, type Rgb } from "../../elements/colour.ts";
import { fencePath, fieldHill, landTone, loneTree } from "../../elements/meadow.ts";
import { groundAt, hills, type Ridge } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, drawLayer, openStage, pick, type Stage } from "../../elements/stage.ts";
import { wheatStand } from "../../elements/wheat.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.58, "9:16": 0.52, "1:1": 0.56 } as const;
const CROPS = ["#e0b85a", "#d2a94c", "#b9a850", "#9aa452", "#c98f46"].map(parseColour);
const LEAVES = ["#4f8040", "#5f8a44", "#467a4a"].map(parseColour);

/** The lone tree and the bales on the near hill. */
function standing(stage: Stage, ridge: Ridge, treeX: number, leaf: Rgb, sun: { x: number; y: number; radius: number }): Layer[] {
  const { unit, width } = stage;
  const random = stage.stream("bales");
  const tall = unit * (stage.aspect === "9:16" ? 0.5 : 0.42);
  const ground = groundAt(ridge, treeX) + 0.015 * unit;
  const bales = [0, 1, 2, 3].map((index) => {
    const x = width * (treeX > width / 2 ? between(random, 0.06, 0.52) : between(random, 0.48, 0.94));
    return baleSvg(stage, x, groundAt(ridge, x) + unit * (0.03 + 0.035 * index), unit * (0.042 + 0.016 * index), sun);
  });
  const box = { x: treeX - 0.75 * tall, y: ground - 1.12 * tall, width: 1.5 * tall, height: 1.25 * tall };
  const top = Math.min(...ridge.heights.map((height) => ridge.box.y + ridge.box.height - height)) - 0.06 * unit;
  return [
    drawLayer("lone tree", box, loneTree(stage, treeX, ground, tall, leaf, sun), stage.pan(0.5)),
    drawLayer("bales", stage.span(0.5, top, 0.36 * unit), bales.join(""), stage.pan(0.5)),
  ];
}

/** Ripe wheat in the wind before rolling fields, a lone tree and bales of straw. */
export const wheat: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("field");
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.1);
  const leaf = pick(random, LEAVES);
  const ridge = (name: string, top: number, depth: number, waves: number, tall: number, low: number): Ridge =>
    hills(stage.stream(name), stage.span(depth, top, tall * unit), unit, low, 1, waves, 3, 0.3);
  const far = ridge("far fields", horizonY - 0.08 * unit, 0.14, 0.9, 0.2, 0.5);
  const middle = ridge("middle fields", horizonY, 0.3, 0.7, 0.3, 0.667);
  const close = ridge("close field", horizonY + 0.08 * unit, 0.5, 0.4, 0.12 + (height - horizonY) / unit - 0.2, 0.7);
  const treeX = width * (sun.x < width / 2 ? between(random, 0.64, 0.76) : between(random, 0.24, 0.36));
  const grain = landTone(stage, parseColour("#e4b95c"), 1);
  const tones = {
    grain,
    stalk: mix(grain, light.silhouette, 0.18),
    foot: mix(landTone(stage, parseColour("#8a6a2e"), 1), light.silhouette, 0.55),
  };
  const line = height * (aspect === "9:16" ? 0.75 : 0.8);
  const rails = fencePath(stage.stream("fence"), -0.1 * width, 1.1 * width, (x) => groundAt(close, x) + 0.06 * unit, 0.06 * unit);
  const wood = mix(landTone(stage, parseColour("#8a6c50"), 0.8), light.silhouette, 0.45);
  const hill = { colours: CROPS, leaf };
  return [
    ...heavens(stage, horizonY, sun),
    random() < 0.6 ? cumulus(stage, horizonY, sun) : cloudSheet(stage, horizonY, sun),
    fieldHill(stage, { ...hill, name: "far fields", ridge: far, depth: 0.14, tree: 0.03 * unit, trees: 40 }, sun),
    mistLayer(stage, "field haze", horizonY - 0.08 * unit, 0.16 * unit, 0.2, 0.3, sun),
    fieldHill(stage, { ...hill, name: "middle fields", ridge: middle, depth: 0.3, tree: 0.05 * unit, trees: 24, stripes: true }, sun),
    birdLayer(stage, 0.35 * horizonY, 0.7 * horizonY),
    fieldHill(
      stage,
      { ...hill, colours: CROPS.slice(0, 2), name: "close field", ridge: close, depth: 0.5, tree: 0.04 * unit, trees: 4, stripes: true },
      sun,
    ),
    ...standing(stage, close, treeX, leaf, sun),
    drawLayer(
      "fence",
      stage.span(0.55, horizonY, height - horizonY),
      `<path d="${rails}" fill="rgb(${wood.map(Math.round).join()})"/>`,
      stage.pan(0.55),
    ),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.74 : 0.8), sunX: treeX < width / 2 ? 0 : width }),
    wheatStand(stage, "far wheat", line - 0.05 * unit, 0.12 * unit, 300, 0.66, { ...tones, foot: mix(tones.foot, grain, 0.4) }),
    wheatStand(stage, "middle wheat", line + 0.015 * unit, 0.17 * unit, 190, 0.8, { ...tones, foot: mix(tones.foot, grain, 0.15) }),
    wheatStand(stage, "near wheat", line + 0.1 * unit, 0.25 * unit, 100, 1, tones),
    sparkLayer(stage, "chaff", light.glow, { count: 34, size: 0.012, top: 0.4 * height, bottom: 0.85 * height, wind: 0.02, blink: 0.6 }),
    gradeLayer(stage, 0.8),
  ];
};
