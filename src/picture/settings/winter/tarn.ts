import { auroraLayers } from "../../elements/aurora.ts";
import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { parseColour } from "../../elements/colour.ts";
import { lake } from "../../elements/lake.ts";
import { farRange, mainLayer, mainRange, type Place } from "../../elements/ranges.ts";
import { groundAt, hills } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { snowHill } from "../../elements/snow-land.ts";
import { snowfall } from "../../elements/snowfall.ts";
import { openStage } from "../../elements/stage.ts";
import type { SettingDesign } from "../../layer.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const SHORE = { "16:9": 0.6, "9:16": 0.54, "1:1": 0.58 } as const;

/** A mountain lake in winter, still open, snow-covered banks and firs before it; by night under northern lights. */
export const tarn: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const shore = Math.round(height * SHORE[aspect]);
  const sun = placeSun(stage, shore, light.moon ? 0.1 : 0.34);
  const place: Place = { stage, footY: shore + 0.01 * height, sun, rock: parseColour("#a9b6c8"), wood: parseColour("#3f6068") };
  const range = mainRange(place);
  const bank = hills(stage.stream("bank"), stage.span(0.9, height * 0.72, height * 0.28), unit, 0.4, 0.85, 0.45, 3, 0.3);
  const ground = Math.max(...[0.21, 0.5, 0.79].map((part) => groundAt(bank, part * width))) + 0.03 * unit;
  const awayFrom = sun.x < width / 2 ? 0 : width;
  const stands = standsAbout(stage, brief, awayFrom);
  return [
    ...heavens(stage, shore, sun),
    ...(light.moon ? auroraLayers(stage, shore) : [cloudSheet(stage, shore, sun)]),
    farRange(place),
    mainLayer(place, range),
    ...lake(place, range, shore),
    mistLayer(stage, "lake mist", shore - 0.12 * unit, 0.2 * unit, 0.3, 0.5, sun),
    birdLayer(stage, 0.3 * shore, 0.6 * shore),
    snowHill(stage, "bank", bank, 0.9, sun, {
      tree: 0.34 * unit,
      count: 13,
      bare: 1,
      groves: 3,
      taken: (x) => stands(x) || Math.abs(x - width / 2) < 0.22 * width,
    }),
    ...subjectLayers(stage, brief, {
      groundY: ground,
      waterY: shore + 0.1 * height,
      sunX: awayFrom,
    }),
    snowfall(stage, 0.9),
    gradeLayer(stage, 0.85),
  ];
};
