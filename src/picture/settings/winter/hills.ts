import { birdLayer } from "../../elements/birds.ts";
import { cabinLayers } from "../../elements/cabin.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { parseColour } from "../../elements/colour.ts";
import { farRange } from "../../elements/ranges.ts";
import { groundAt, hills as rolling } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { snowHill } from "../../elements/snow-land.ts";
import { snowfall } from "../../elements/snowfall.ts";
import { between, openStage } from "../../elements/stage.ts";
import type { SettingDesign } from "../../layer.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const FOOT = { "16:9": 0.56, "9:16": 0.5, "1:1": 0.54 } as const;

/** Hills under snow with firs, a cabin whose windows are lit, and falling snow. */
export const hills: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect } = stage;
  const random = stage.stream("winter");
  const footY = Math.round(height * FOOT[aspect]);
  const sun = placeSun(stage, footY, 0.16);
  const side = sun.x < width / 2 ? 1 : -1;
  const ridge = (name: string, top: number, depth: number, waves: number, tall = 0.32 * unit) =>
    rolling(stage.stream(name), stage.span(depth, top, tall), unit, 0.4, 1, waves, 3, 0.3);
  const far = ridge("far hills", footY - 0.16 * unit, 0.16, 0.9, 0.2 * unit + 0.12 * (height - footY));
  const middle = ridge("middle hills", footY + 0.0 * (height - footY), 0.34, 0.7, 0.2 * unit + 0.2 * (height - footY));
  const village = ridge("cabin hill", footY + 0.22 * (height - footY), 0.52, 0.5, 0.97 * height - footY - 0.22 * (height - footY));
  const near = rolling(stage.stream("near hill"), stage.span(1, height * 0.78, height * 0.22), unit, 0.3, 0.8, 0.5, 3, 0.3);
  const size = unit * (aspect === "9:16" ? 0.36 : 0.33);
  const cabinX = width * (0.5 - side * between(random, 0.12, 0.2));
  const taken = (x: number): boolean => Math.abs(x - cabinX) < 0.72 * size;
  const place = { stage, footY, sun, rock: parseColour("#aebccd"), wood: parseColour("#36585e") };
  const ground = groundAt(village, cabinX) + 0.1 * size;
  return [
    ...heavens(stage, footY, sun),
    cloudSheet(stage, footY, sun),
    farRange(place),
    snowHill(stage, "far hills", far, 0.16, sun, { tree: 0.035 * unit, count: 60, groves: 7 }),
    mistLayer(stage, "valley mist", footY - 0.1 * unit, 0.2 * unit, 0.2, 0.6, sun),
    snowHill(stage, "middle hills", middle, 0.34, sun, { tree: 0.075 * unit, count: 44 }),
    birdLayer(stage, 0.35 * footY, 0.65 * footY),
    snowHill(stage, "cabin hill", village, 0.52, sun, { tree: 0.16 * unit, count: 20, bare: 1, taken }),
    ...cabinLayers(stage, cabinX, ground, size, 0.52),
    mistLayer(stage, "low mist", footY + 0.3 * (height - footY), 0.16 * unit, 0.5, 0.25, sun),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.86), sunX: side < 0 ? width : 0 }),
    snowHill(stage, "near hill", near, 1, sun, {
      tree: 0.3 * unit,
      count: 7,
      bare: 1,
      groves: 3,
      taken: edges(stage.width, standsAbout(stage, brief, side < 0 ? width : 0)),
    }),
    snowfall(stage),
    gradeLayer(stage, 0.8),
  ];
};

/** Keeps the middle of the picture open, and where something stands. */
const edges =
  (width: number, stands: (x: number) => boolean) =>
  (x: number): boolean =>
    stands(x) || (x > 0.16 * width && x < 0.84 * width);
