import { birdLayer } from "../../elements/birds.ts";
import { boulders, cliffGrowth, cliffLayer } from "../../elements/cliffs.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import { type Fall, fallLayers, poolRings } from "../../elements/falls.ts";
import { landTone } from "../../elements/meadow.ts";
import { hills } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, drawLayer, openStage, pick, type Stage, swing, together } from "../../elements/stage.ts";
import { fernPath, grassPath } from "../../elements/trees.ts";
import { deepWater, waterBody } from "../../elements/water.ts";
import { treeWall, type Wood } from "../../elements/woods.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const LIP = { "16:9": 0.3, "9:16": 0.34, "1:1": 0.32 } as const;
const POOL = { "16:9": 0.74, "9:16": 0.68, "1:1": 0.72 } as const;
const ROCKS = ["#7f8a8c", "#8c8478", "#6f7d84"].map(parseColour);
const LEAVES = ["#3f7a44", "#4f8440", "#2f7052"].map(parseColour);

/** Ferns and leaves close to the eye in both lower corners. */
function corners(stage: Stage, leaf: readonly [number, number, number]): Layer {
  const { unit, height, light } = stage;
  const random = stage.stream("corners");
  const box = stage.span(1, 0.6 * height, 0.4 * height, 0.02 * unit);
  const bank = (x: number): number => {
    const away = Math.min(x - box.x, box.x + box.width - x) / unit;
    return height * 1.03 - 0.2 * unit * Math.max(0, 1 - away / (stage.aspect === "16:9" ? 0.5 : 0.3)) ** 1.4;
  };
  const tone = mix(landTone(stage, leaf, 1), light.silhouette, light.palette === "day" ? 0.52 : 0.8);
  const points = Array.from({ length: 41 }, (_, step) => box.x + (step / 40) * box.width);
  let plants = `M${box.x},${height + 4}L${points.map((x) => `${x.toFixed(1)},${bank(x).toFixed(1)}`).join("L")}L${box.x + box.width},${height + 4}Z`;
  for (let index = 0; index < 11; index++) {
    const off = random() ** 1.3 * unit * (stage.aspect === "16:9" ? 0.44 : 0.24);
    const x = index % 2 ? box.x + off : box.x + box.width - off;
    plants += fernPath(random, x, bank(x) + 0.02 * unit, unit * between(random, 0.1, 0.2));
  }
  plants += grassPath(random, box.x, box.x + box.width, bank, 0.06 * unit, 110);
  return drawLayer(
    "corners",
    box,
    `<path d="${plants}" fill="${toCss(tone)}"/>`,
    together(stage.pan(1), swing(0.005 * unit, 0.001 * unit, 4.9)),
  );
}

/** A waterfall that comes down between cliffs into a pool. */
export const falls: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("falls");
  const [lip, pool] = [Math.round(height * LIP[aspect]), Math.round(height * POOL[aspect])];
  const sun = placeSun(stage, lip * 1.05, 0);
  const fall: Fall = { x: width * between(random, 0.42, 0.58), half: unit * between(random, 0.085, 0.12), top: lip, foot: pool };
  const [rock, leaf] = [pick(random, ROCKS), pick(random, LEAVES)];
  const wood: Wood = { stage, sun, leaf, broad: random() < 0.6 };
  const far = hills(stage.stream("far"), stage.span(0.16, lip - 0.1 * unit, 0.2 * unit), unit, 0.4, 1, 1, 4, 0.4);
  const stones = Array.from({ length: 11 }, (_, index) => {
    const side = index % 2 ? 1 : -1;
    const part = between(random, 0, 1);
    return {
      x: fall.x + side * (fall.half * 1.5 + width * between(random, 0.02, 0.42) * (0.5 + 0.5 * part)),
      y: pool + (height - pool) * (0.04 + 0.5 * part),
      size: unit * (0.045 + 0.12 * part) * between(random, 0.7, 1.2),
    };
  }).sort((one, other) => one.y - other.y);
  const water = {
    top: pool,
    deep: mix(deepWater(stage, parseColour("#1f6f78")), landTone(stage, leaf, 0.6), 0.15),
    sun: { ...sun, x: fall.x },
    calm: 0.8,
    spread: 1.4,
  };
  return [
    ...heavens(stage, lip * 1.1, sun),
    cloudSheet(stage, lip * 1.1, sun, 0.8),
    treeWall(wood, "far woods", far, 0.16, 0.12 * unit, 90, 6),
    mistLayer(stage, "far mist", lip - 0.08 * unit, 0.2 * unit, 0.2, 0.6, sun),
    birdLayer(stage, 0.3 * lip, 0.7 * lip),
    cliffLayer(stage, fall, rock, leaf, 0.36, sun.x < width / 2 ? -1 : 1),
    cliffGrowth(stage, fall, leaf, 0.36),
    waterBody(stage, water, 0.36),
    ...fallLayers(stage, fall, 0.36),
    poolRings(stage, fall, 0.36),
    mistLayer(stage, "spray mist", pool - 0.14 * unit, 0.26 * unit, 0.4, 0.5, { ...sun, x: fall.x }),
    drawLayer(
      "boulders",
      stage.span(0.5, pool - 0.16 * unit, height - pool + 0.16 * unit),
      boulders(stage, stones, rock, leaf, 0.9),
      stage.pan(0.5),
    ),
    ...subjectLayers(stage, brief, { waterY: height * 0.82, groundY: height * (aspect === "9:16" ? 0.76 : 0.85), sunX: fall.x }),
    corners(stage, leaf),
    sparkLayer(stage, "droplets", mix(light.glow, parseColour("#ffffff"), 0.5), {
      count: 36,
      size: 0.01,
      top: 0.4 * height,
      bottom: 0.85 * height,
      wind: 0.008,
      blink: 0.7,
    }),
    gradeLayer(stage, 0.9),
  ];
};
