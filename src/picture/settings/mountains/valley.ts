import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import { farRange, mainLayer, mainRange, type Place } from "../../elements/ranges.ts";
import { layRiver, riverGlints, riverLayer } from "../../elements/river.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { slopeLayer } from "../../elements/slopes.ts";
import { between, drawLayer, openStage, pick, type Stage, swing, together } from "../../elements/stage.ts";
import { pinePath } from "../../elements/trees.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const FOOT = { "16:9": 0.56, "9:16": 0.52, "1:1": 0.55 } as const;
const ROCK = ["#7d8794", "#8a8078", "#6f7f8c", "#94857c"].map(parseColour);
const WOOD = ["#2f6a4a", "#3d7048", "#2b6058"].map(parseColour);
const MEADOW = ["#7f9a4e", "#8a9a58", "#6f9a5c"].map(parseColour);

/** Tall pines close to the eye at both sides. */
function closePines(stage: Stage, side: number, wood: Place["wood"]): Layer {
  const { unit, height, light } = stage;
  const random = stage.stream(`close pines ${side}`);
  const box = stage.span(1, 0, height, 0.01 * unit);
  const edge = side < 0 ? box.x : box.x + box.width;
  const reach = unit * (stage.aspect === "16:9" ? 0.42 : 0.3);
  const tone = mix(surface(light, wood, 1, 0.3), light.silhouette, light.palette === "day" ? 0.5 : 0.82);
  let pines = "";
  for (const [part, tall] of [
    [0.34, 0.42],
    [0.05, 0.78],
    [0.2, 0.6],
    [0.52, 0.3],
  ] as const) {
    const x = edge - side * reach * (part + between(random, -0.04, 0.04));
    pines += pinePath(random, x, height * 1.02, unit * tall * between(random, 0.9, 1.1) * (stage.aspect === "9:16" ? 1.25 : 1), 22);
  }
  const body = `<path d="${pines}" fill="${toCss(tone)}"/>`;
  const from = side < 0 ? box.x : edge - reach;
  return drawLayer(
    `close pines ${side}`,
    { ...box, x: from, width: reach },
    body,
    together(stage.pan(1), swing(0.0025 * unit, 0, 5.7, side)),
  );
}

/** A valley between wooded slopes, a river winding towards the eye, pines close by. */
export const valley: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, width, aspect } = stage;
  const random = stage.stream("valley");
  const footY = Math.round(height * FOOT[aspect]);
  const sun = placeSun(stage, footY, stage.light.moon ? 0.05 : 0.3);
  const place: Place = { stage, footY, sun, rock: pick(random, ROCK), wood: pick(random, WOOD) };
  const wide = aspect === "16:9" ? 1 : 0.66;
  const slopes = [
    { side: 1, reach: 1.05, tall: 0.3, foot: 0.02, depth: 0.3, tree: 0.022 },
    { side: -1, reach: 0.95, tall: 0.38, foot: 0.05, depth: 0.4, tree: 0.032 },
    { side: 1, reach: 0.72, tall: 0.46, foot: 0.13, depth: 0.52, tree: 0.05 },
    { side: -1, reach: 0.6, tall: 0.5, foot: 0.2, depth: 0.64, tree: 0.07 },
  ].map((slope, index) => ({
    ...slope,
    name: `slope ${index}`,
    reach: slope.reach * unit * wide,
    tall: slope.tall * unit,
    foot: footY + slope.foot * unit,
    tree: slope.tree * unit,
  }));
  const river = layRiver(stage, width * between(random, 0.46, 0.54), footY + 0.012 * unit, height * 1.02, aspect === "16:9" ? 0.17 : 0.13);
  return [
    ...heavens(stage, footY, sun),
    random() < 0.5 ? cloudSheet(stage, footY, sun) : cumulus(stage, footY * 0.9, sun),
    farRange(place),
    mainLayer(place, mainRange(place)),
    mistLayer(stage, "valley mist", footY - 0.14 * unit, 0.2 * unit, 0.26, 0.75, sun),
    riverLayer(stage, river, pick(random, MEADOW), 0.45),
    riverGlints(stage, river, 0.45),
    ...slopes.map((slope) => slopeLayer(place, slope)),
    mistLayer(stage, "low mist", footY + 0.02 * unit, 0.2 * unit, 0.5, 0.4, sun),
    birdLayer(stage, 0.3 * footY, 0.6 * footY),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.75 : 0.84), sunX: sun.x }),
    closePines(stage, -1, place.wood),
    closePines(stage, 1, place.wood),
    gradeLayer(stage, 0.9),
  ];
};
