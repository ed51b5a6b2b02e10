import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { lerp, mix } from "../../elements/colour.ts";
import { lampLayer } from "../../elements/lamps.ts";
import { rainfall, rainRings, rainy } from "../../elements/rainfall.ts";
import { gradeLayer, type Sun, skyLayer } from "../../elements/sky.ts";
import { buildRow } from "../../elements/skyline.ts";
import { between, openStage, type Stage } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import { lampRow, type StreetLamp, walkers, wetGround, wetMirror } from "../../elements/wet-street.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const GROUND = { "16:9": 0.66, "9:16": 0.6, "1:1": 0.64 } as const;

/** Lamps in two lines that draw together with distance. */
function lampsOf(stage: Stage, ground: number, middle: number): StreetLamp[] {
  const { unit, width, height, aspect } = stage;
  const wide = aspect === "16:9" ? 0.5 * width : 0.62 * width;
  return [0.1, 0.22, 0.4, 0.68].flatMap((part) =>
    [-1, 1].map((side) => ({
      x: middle + side * wide * lerp(0.16, 1.02, part),
      y: lerp(ground + 0.01 * unit, height * 0.86, part ** 1.3),
      size: unit * lerp(0.16, 0.86, part),
    })),
  );
}

/** A wide pavement in the rain: lamps and their reflections, people under umbrellas, the town behind. */
export const street: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const stage: Stage = { ...opened, light: rainy(opened.light) };
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("rain street");
  const ground = Math.round(height * GROUND[aspect]);
  const middle = width * between(random, 0.42, 0.58);
  const sun: Sun = { x: middle, y: ground - 0.1 * unit, radius: 0.06 * unit };
  const tall = aspect === "9:16" ? 1.5 : 1;
  const row = (name: string, depth: number, low: number, high: number, pane: number, wide: [number, number], lamps: number) =>
    buildRow(stage, name, { depth, ground, low: low * tall, high: high * tall, width: wide, pane, lamps }, sun);
  const far = row("far row", 0.16, 0.14, 0.5, 0.014, [0.04, 0.09], 0.16);
  const near = row("near row", 0.36, 0.1, 0.34, 0.022, [0.1, 0.2], 0.34);
  return [
    skyLayer(stage, ground, sun),
    cloudSheet(stage, ground, sun, 1.35),
    veilLayer(stage, "low clouds", mix(light.cloudShade, light.cloudLit, 0.4), 0, 0.8 * ground, 0.4, 2.4),
    far.layer,
    mistLayer(stage, "rain haze", ground - 0.36 * unit, 0.4 * unit, 0.2, 0.7, sun),
    near.layer,
    lampLayer(stage, [{ buildings: near.buildings, depth: 0.36 }]),
    mistLayer(stage, "street mist", ground - 0.12 * unit, 0.18 * unit, 0.4, 0.6, sun),
    wetGround(stage, ground, 0.4),
    wetMirror(stage, near, ground, 0.36),
    rainRings(stage, ground + 0.05 * unit, 42),
    ...walkers(stage, ground, aspect === "16:9" ? 5 : 4, 0.5),
    ...lampRow(stage, lampsOf(stage, ground, middle), 0.5),
    ...subjectLayers(stage, brief, {
      groundY: height * (aspect === "9:16" ? 0.76 : 0.85),
      waterY: height * 0.82,
      sunX: middle < width / 2 ? 0 : width,
    }),
    rainfall(stage),
    gradeLayer(stage),
  ];
};
