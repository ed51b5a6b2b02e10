import { mix, parseColour } from "../../elements/colour.ts";
import { kelpLayer, reefLayer } from "../../elements/reef.ts";
import { hills } from "../../elements/ridges.ts";
import { bubbleLayer, schoolLayer } from "../../elements/sea-life.ts";
import { rippleNet, seaBody, seaLight, seaShafts } from "../../elements/sea-light.ts";
import { gradeLayer } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, openStage, pick } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const WATERS = ["#1590b8", "#1aa5ae", "#1b78bc"].map(parseColour);
const FLOOR = { "16:9": 0.74, "9:16": 0.7, "1:1": 0.73 } as const;

/** A coral reef under shafts of light, fish passing over it. */
export const reef: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect } = stage;
  const random = stage.stream("reef");
  const sea = seaLight(stage.light, pick(random, WATERS));
  const sunX = width * between(random, 0.28, 0.72);
  const floor = height * FLOOR[aspect];
  const ridge = (name: string, top: number, tall: number, depth: number, waves: number, low: number) =>
    hills(stage.stream(name), stage.span(depth, top, tall), unit, low, 1, waves, 4, 0.4);
  const far = ridge("far reef", floor - 0.26 * unit, 0.4 * unit, 0.16, 1.1, 0.35);
  const middle = ridge("middle reef", floor - 0.12 * unit, 0.32 * unit, 0.45, 0.9, 0.2);
  const near = ridge("near reef", floor + 0.07 * unit, height - floor - 0.07 * unit, 0.9, 0.7, 0.25);
  const tufts = (name: string, count: number): number[] => {
    const stream = stage.stream(name);
    return Array.from({ length: count }, (_, index) => (index + stream()) / count);
  };
  return [
    seaBody(stage, sea, sunX),
    ...rippleNet(stage, sea, sunX),
    veilLayer(stage, "currents", mix(sea.surface, sea.upper, 0.4), 0.05 * height, 0.7 * height, 0.22, 2.2),
    reefLayer(stage, sea, "far reef", far, 0.18, 0.12 * unit, 26),
    schoolLayer(stage, sea, "far school", 0.3 * height, 0.48 * height, 0.026, 34, 0.3),
    ...seaShafts(stage, sea, sunX, 0.95 * height),
    kelpLayer(stage, sea, "kelp", tufts("kelp places", 7), floor + 0.04 * unit, 0.34 * unit, 0.032 * unit, 0.4),
    reefLayer(stage, sea, "middle reef", middle, 0.52, 0.17 * unit, 22),
    schoolLayer(stage, sea, "school", 0.36 * height, 0.56 * height, 0.07, 13, 0.8),
    ...subjectLayers(stage, brief, { waterY: 0.52 * height, groundY: height * (aspect === "9:16" ? 0.74 : 0.82), sunX, submerged: true }),
    bubbleLayer(stage, sea, height),
    reefLayer(stage, sea, "near reef", near, 1, 0.2 * unit, 15),
    sparkLayer(stage, "plankton", sea.beam, { count: 34, size: 0.009, top: 0.1 * height, bottom: 0.9 * height, wind: 0.004, blink: 0.5 }),
    gradeLayer(stage, 0.8),
  ];
};
