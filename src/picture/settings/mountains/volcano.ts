import { birdLayer } from "../../elements/birds.ts";
import { cloudBank } from "../../elements/cloud-sea.ts";
import { cloudSheet, mistLayer } from "../../elements/clouds.ts";
import { parseColour } from "../../elements/colour.ts";
import { forestHills, woodedRidge } from "../../elements/pine-hills.ts";
import { farRange, type Place } from "../../elements/ranges.ts";
import { hills } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { between, openStage, pick } from "../../elements/stage.ts";
import { type Crater, volcanoLayers } from "../../elements/volcano.ts";
import type { Layer, SceneryBrief, SettingDesign } from "../../layer.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const FOOT = { "16:9": 0.72, "9:16": 0.63, "1:1": 0.69 } as const;
const ROCK = ["#7d6a64", "#6f6468", "#84706a"].map(parseColour);
const WOOD = ["#2f6a4a", "#3d7048", "#2b6058"].map(parseColour);

/** What lies before the volcano. */
type Foreground = "woods" | "clouds";

function volcano(brief: SceneryBrief, foreground: Foreground): Layer[] {
  const stage = openStage(brief);
  const { unit, height, width, aspect } = stage;
  const random = stage.stream("mountains");
  const footY = Math.round(height * FOOT[aspect]);
  const sun = placeSun(stage, footY, stage.light.moon ? 0.1 : 0.28);
  const place: Place = { stage, footY, sun, rock: pick(random, ROCK), wood: pick(random, WOOD) };
  const tall = unit * (aspect === "9:16" ? 0.58 : 0.4) * between(random, 0.95, 1.08);
  const [from, to] = aspect === "16:9" ? (sun.x < width / 2 ? [0.56, 0.68] : [0.32, 0.44]) : [0.44, 0.56];
  const crater: Crater = { x: width * between(random, from, to), y: footY - 0.97 * tall, tall, half: 0.13 * tall };
  return [
    ...heavens(stage, footY, sun),
    cloudSheet(stage, footY, sun, 0.8),
    farRange({ ...place, footY: footY + 0.02 * unit }),
    ...volcanoLayers(place, crater),
    birdLayer(stage, 0.3 * footY, 0.55 * footY),
    ...FOREGROUNDS[foreground](place, brief),
    gradeLayer(stage),
  ];
}

const FOREGROUNDS: Record<Foreground, (place: Place, brief: SceneryBrief) => Layer[]> = {
  woods: (place, brief) => {
    const { stage, footY, sun } = place;
    const { unit, height } = stage;
    const top = 0.8 * height;
    const near = hills(stage.stream("near"), stage.span(1, top, height - top), unit, 0.1, 0.75, 0.7, 4, 0.3);
    return [
      mistLayer(stage, "valley mist", footY - 0.1 * unit, 0.18 * unit, 0.3, 0.6, sun),
      forestHills(place, "middle hills", footY + 0.02 * unit, [0.3, 0.5], [0.045 * unit, 0.06 * unit, 0.085 * unit]),
      woodedRidge(place, "near hills", near, 1, 0.18 * unit, 24, standsAbout(stage, brief, sun.x)),
      ...subjectLayers(stage, brief, { groundY: height * (stage.aspect === "9:16" ? 0.72 : 0.79), sunX: sun.x }),
    ];
  },
  clouds: (place, brief) => {
    const { stage, footY, sun } = place;
    const { unit, height } = stage;
    return [
      cloudBank(stage, "middle clouds", footY - 0.1 * unit, 0.34 * unit, 0.16 * unit, 0.4, sun),
      ...subjectLayers(stage, brief, { sunX: sun.x }),
      cloudBank(stage, "near clouds", footY + 0.1 * unit, height - footY, 0.27 * unit, 0.85, sun),
    ];
  },
};

/** A volcano at work behind wooded hills. */
export const overWoods: SettingDesign = (brief) => volcano(brief, "woods");

/** A volcano at work that stands out of a sea of clouds. */
export const overClouds: SettingDesign = (brief) => volcano(brief, "clouds");
