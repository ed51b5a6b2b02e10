import { gradientStops, mix, parseColour } from "../../elements/colour.ts";
import { kelpLayer, reefLayer } from "../../elements/reef.ts";
import { hills } from "../../elements/ridges.ts";
import { bubbleLayer, schoolLayer } from "../../elements/sea-life.ts";
import { rippleNet, type SeaLight, seaBody, seaLight, seaShafts } from "../../elements/sea-light.ts";
import { gradeLayer } from "../../elements/sky.ts";
import { between, breathe, drawLayer, openStage, pick, type Stage, together } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { ImageLayer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const WATERS = ["#1a9a8e", "#2a9a7a", "#1788a8"].map(parseColour);

/** The sun as it is seen through the surface from below. */
function drownedSun(stage: Stage, sea: SeaLight, x: number, y: number): ImageLayer {
  const radius = 0.42 * stage.unit;
  const white = mix(sea.surface, parseColour("#ffffff"), 0.6);
  const stops = gradientStops([white, sea.surface, sea.surface], [1, 0.8, 0.42, 0.2, 0.08, 0]);
  const body = `<defs><radialGradient id="s">${stops}</radialGradient></defs><ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${radius.toFixed(1)}" ry="${(0.72 * radius).toFixed(1)}" fill="url(#s)"/>`;
  return drawLayer(
    "sun",
    { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    body,
    together(stage.pan(0.05), breathe(0.8, 1, 4.1)),
    { scale: 0.25 },
  );
}

/** Places across the picture that leave its middle open. */
function sides(stage: Stage, name: string, count: number, open: number): number[] {
  const random = stage.stream(name);
  return Array.from({ length: count }, (_, index) => {
    const off = between(random, 0, 0.5 - open);
    return index % 2 ? off : 1 - off;
  });
}

/** A forest of kelp that stands up towards the light, seen from within. */
export const kelp: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect } = stage;
  const random = stage.stream("kelp forest");
  const sea = seaLight(stage.light, pick(random, WATERS));
  const sunX = width * between(random, 0.42, 0.58);
  const tall = aspect === "9:16" ? 1 : 1.06;
  const floor = hills(stage.stream("floor"), stage.span(1, 0.86 * height, 0.14 * height), unit, 0.2, 1, 0.9, 4, 0.4);
  return [
    seaBody(stage, sea, sunX),
    drownedSun(stage, sea, sunX, 0.03 * height),
    ...rippleNet(stage, sea, sunX),
    kelpLayer(stage, sea, "far kelp", sides(stage, "far places", 9, 0.06), height, height * 0.86 * tall, 0.024 * unit, 0.16),
    veilLayer(stage, "currents", mix(sea.surface, sea.upper, 0.4), 0, 0.8 * height, 0.24, 1.6),
    schoolLayer(stage, sea, "far school", 0.25 * height, 0.4 * height, 0.022, 40, 0.25),
    ...seaShafts(stage, sea, sunX, height),
    kelpLayer(stage, sea, "middle kelp", sides(stage, "middle places", 7, 0.14), 1.01 * height, height * tall, 0.036 * unit, 0.42),
    schoolLayer(stage, sea, "school", 0.42 * height, 0.58 * height, 0.06, 10, 0.75),
    ...subjectLayers(stage, brief, { waterY: 0.5 * height, groundY: height * (aspect === "9:16" ? 0.75 : 0.84), sunX, submerged: true }),
    bubbleLayer(stage, sea, height, 40),
    reefLayer(stage, sea, "floor", floor, 0.95, 0.11 * unit, 18),
    kelpLayer(stage, sea, "near kelp", sides(stage, "near places", 4, 0.33), 1.04 * height, height * 1.16 * tall, 0.06 * unit, 0.9),
    gradeLayer(stage, 0.8),
  ];
};
