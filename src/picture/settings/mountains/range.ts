import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { parseColour } from "../../elements/colour.ts";
import { lake } from "../../elements/lake.ts";
import { forestHills, woodedRidge } from "../../elements/pine-hills.ts";
import { farRange, mainLayer, mainRange, type Place } from "../../elements/ranges.ts";
import { hills } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { between, openStage, pick } from "../../elements/stage.ts";
import { habitatOf } from "../../habitats.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { standsAbout, subjectLayers } from "../../subjects.ts";

const FOOT = { "16:9": 0.7, "9:16": 0.62, "1:1": 0.68 } as const;
const ROCK = ["#7d8794", "#8a8078", "#6f7f8c", "#94857c"].map(parseColour);
const WOOD = ["#2f6a4a", "#3d7048", "#2b6058", "#567040"].map(parseColour);

/** High mountains: a snowy range over wooded hills, or over a lake. */
export const range: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height } = stage;
  const random = stage.stream("mountains");
  const footY = Math.round(height * (FOOT[stage.aspect] + between(random, -0.03, 0.03)));
  const sun = placeSun(stage, footY, stage.light.moon ? 0.1 : 0.32);
  const place: Place = { stage, footY, sun, rock: pick(random, ROCK), wood: pick(random, WOOD) };
  const named = brief.subjects.map(({ picture }) => habitatOf(picture));
  const lakeToo = random() < 0.4;
  const withLake = named.includes("water") || (lakeToo && !named.includes("ground"));
  const range = mainRange(place);
  const layers: Layer[] = [...heavens(stage, footY, sun)];
  layers.push(random() < 0.5 ? cloudSheet(stage, footY, sun) : cumulus(stage, footY * 0.9, sun), farRange(place));
  const shore = footY - 0.01 * height;
  layers.push(mainLayer(place, range));
  if (withLake) layers.push(...lake(place, range, shore));
  layers.push(mistLayer(stage, "valley mist", footY - 0.15 * unit, 0.22 * unit, 0.3, withLake ? 0.35 : 0.7, sun));
  if (!withLake) {
    layers.push(forestHills(place, "middle hills", footY, [0.3, 0.5], [0.045 * unit, 0.06 * unit, 0.085 * unit]));
  }
  const top = height - (withLake ? 0.16 : 0.2) * height;
  const near = hills(
    stage.stream("near"),
    stage.span(1, top, height - top),
    unit,
    withLake ? -0.3 : 0.1,
    withLake ? 0.8 : 0.75,
    0.7,
    4,
    0.3,
  );
  layers.push(
    birdLayer(stage, 0.2 * footY, 0.5 * footY),
    woodedRidge(place, "near hills", near, 1, 0.2 * unit, withLake ? 16 : 24, standsAbout(stage, brief, sun.x)),
  );
  const stand = height * (stage.aspect === "9:16" ? 0.72 : 0.79);
  layers.push(
    ...subjectLayers(stage, brief, withLake ? { waterY: stand, sunX: sun.x } : { groundY: stand, sunX: sun.x }),
    gradeLayer(stage),
  );
  return layers;
};
