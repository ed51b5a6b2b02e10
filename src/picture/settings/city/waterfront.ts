import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import { lampLayer, trafficLayer } from "../../elements/lamps.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { buildRow, type DrawnRow } from "../../elements/skyline.ts";
import { between, drawLayer, openStage, type Stage } from "../../elements/stage.ts";
import { deepWater, waterBody } from "../../elements/water.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const SHORE = { "16:9": 0.76, "9:16": 0.7, "1:1": 0.74 } as const;

type Walls = { width: [number, number]; pane: number; lamps: number };

const ROWS: Record<"far" | "middle" | "near", Walls> = {
  far: { width: [0.035, 0.08], pane: 0.014, lamps: 0.12 },
  middle: { width: [0.05, 0.11], pane: 0.0185, lamps: 0.2 },
  near: { width: [0.07, 0.16], pane: 0.0205, lamps: 0.24 },
};

/** The wall of the quay, with the water at its foot. */
function quayLayer(stage: Stage, shore: number): Layer {
  const { light, unit } = stage;
  const box = stage.span(0.62, shore - 0.012 * unit, 0.02 * unit);
  const tone = toCss(mix(surface(light, parseColour("#4a4e58"), 0.8, 0.2), light.silhouette, 0.6));
  return drawLayer(
    "quay",
    box,
    `<rect x="${box.x - 2}" y="${box.y}" width="${box.width + 4}" height="${box.height}" fill="${tone}"/>`,
    stage.pan(0.62),
  );
}

/** The town turned over in the water before it: soft, long streaks of its lights. */
function mirror(stage: Stage, drawn: DrawnRow, top: number, depth: number): Layer {
  const box = stage.span(depth, top, Math.min(stage.height - top, 0.34 * stage.unit));
  const flip = `<defs><linearGradient id="fade" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".62"/><stop offset=".7" stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="m" maskUnits="userSpaceOnUse" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="url(#fade)"/></mask></defs><g mask="url(#m)"><g transform="translate(0 ${(2 * top).toFixed(1)}) scale(1 -1)">${drawn.body}</g></g>`;
  return drawLayer("mirror", box, flip, stage.pan(depth), { scale: 0.5 });
}

/** A town by the water: three rows of buildings, paler the farther, over their own reflection. */
export const waterfront: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height } = stage;
  const shore = Math.round(height * (SHORE[stage.aspect] + between(stage.stream("shore"), -0.02, 0.02)));
  const sun = placeSun(stage, shore * 0.86, stage.light.moon ? 0 : 0.16);
  const tall = stage.aspect === "9:16" ? 1.75 : stage.aspect === "1:1" ? 1.15 : 1;
  const [far, middle, near] = [
    buildRow(stage, "far row", { depth: 0.16, ground: shore, low: 0.12 * tall, high: 0.56 * tall, ...ROWS.far }, sun),
    buildRow(stage, "middle row", { depth: 0.38, ground: shore, low: 0.09 * tall, high: 0.47 * tall, ...ROWS.middle }, sun),
    buildRow(stage, "near row", { depth: 0.62, ground: shore, low: 0.05, high: 0.3 * tall, ...ROWS.near }, sun),
  ] as const;
  const water = { top: shore, deep: deepWater(stage, parseColour("#2f5f7c")), sun, calm: 0.8 };
  return [
    ...heavens(stage, shore, sun, shore * 0.8),
    stage.stream("weather")() < 0.5 ? cloudSheet(stage, shore, sun) : cumulus(stage, shore * 0.8, sun, 0.8),
    far.layer,
    mistLayer(stage, "street mist", shore - 0.24 * unit, 0.26 * unit, 0.25, 0.55),
    middle.layer,
    near.layer,
    quayLayer(stage, shore),
    lampLayer(stage, [
      { buildings: far.buildings, depth: 0.16 },
      { buildings: middle.buildings, depth: 0.38 },
      { buildings: near.buildings, depth: 0.62 },
    ]),
    trafficLayer(stage, shore - 0.014 * unit, 0.62),
    waterBody(stage, water, 0.4),
    mirror(stage, near, shore, 0.62),
    birdLayer(stage, 0.15 * shore, 0.4 * shore),
    ...subjectLayers(stage, brief, { groundY: shore + 0.004 * unit, waterY: shore + 0.09 * height, sunX: sun.x }),
    gradeLayer(stage),
  ];
};
