import { birdLayer } from "../../elements/birds.ts";
import { cloudBank } from "../../elements/cloud-sea.ts";
import { cloudSheet } from "../../elements/clouds.ts";
import { mix, parseColour } from "../../elements/colour.ts";
import { createNoise, ridged } from "../../elements/noise.ts";
import { farRange, type Place } from "../../elements/ranges.ts";
import { modelRidge, type Ridge, trimmed } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { between, openStage, paintLayer, pick } from "../../elements/stage.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const FOOT = { "16:9": 0.74, "9:16": 0.64, "1:1": 0.7 } as const;
const ROCK = ["#7d8794", "#8a8078", "#6f7f8c", "#7a7f94"].map(parseColour);

/** One great mountain with a shoulder at either side. */
function peakRidge({ stage, footY, sun }: Place): Ridge {
  const { unit, width, aspect } = stage;
  const random = stage.stream("peak");
  const noise = createNoise(random);
  const tall = unit * (aspect === "9:16" ? 0.82 : 0.6);
  const box = stage.span(0.22, footY - tall, tall);
  const x0 =
    aspect === "16:9"
      ? width * (sun.x < width / 2 ? between(random, 0.56, 0.66) : between(random, 0.34, 0.44))
      : width * between(random, 0.42, 0.58);
  const half = tall * between(random, 1.05, 1.25);
  const shoulders = [
    { x: x0 - half * between(random, 0.42, 0.55), top: between(random, 0.5, 0.6), half: half * 0.5 },
    { x: x0 + half * between(random, 0.48, 0.62), top: between(random, 0.42, 0.55), half: half * 0.52 },
  ];
  const heights = Float64Array.from({ length: 900 }, (_, index) => {
    const x = box.x + (index / 899) * box.width;
    const cone = Math.max(0, 1 - Math.abs(x - x0) / half);
    let mass = 0.96 * (0.55 * cone + 0.45 * cone ** 2.1);
    for (const shoulder of shoulders)
      mass = Math.max(mass, shoulder.top * Math.max(0, 1 - Math.abs(x - shoulder.x) / shoulder.half) ** 1.1);
    const rough = ridged(noise, (x / unit) * 3.6 + 5, 5, 6, 0.55) - 0.62;
    return box.height * Math.min(1, Math.max(0, mass + 0.24 * rough * (0.22 + mass * (1.25 - mass))));
  });
  return { box, heights };
}

function peakLayer(place: Place): Layer {
  const { stage, sun, rock } = place;
  const { light, unit } = stage;
  const ridge = peakRidge(place);
  const white = parseColour("#f6f8ff");
  const sample = modelRidge(stage.stream("peak faces"), ridge, unit, sun.x < stage.width / 2 ? -1 : 1, {
    lit: surface(light, rock, 0.7, 1),
    shade: surface(light, rock, 0.68, 0),
    foot: mix(light.haze, surface(light, rock, 0.4), 0.3),
    footFrom: 0.4,
    snowLit: surface(light, white, 0.9, 1),
    snowShade: surface(light, white, 0.74, 0.1),
    snowLine: between(stage.stream("snow"), 0.42, 0.56),
  });
  const box = trimmed(ridge);
  const paint = (u: number, v: number, out: Float64Array): void => sample(box.x + u * box.width, box.y + v * box.height, out);
  return paintLayer("peak", box, "sharp", paint, stage.pan(0.22));
}

/** One great peak that stands out of a sea of clouds. */
export const peak: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height, aspect } = stage;
  const random = stage.stream("mountains");
  const footY = Math.round(height * FOOT[aspect]);
  const sun = placeSun(stage, footY, stage.light.moon ? 0.1 : 0.24);
  const place: Place = { stage, footY, sun, rock: pick(random, ROCK), wood: parseColour("#2f6a4a") };
  const lower = { ...place, footY: footY + 0.02 * unit };
  return [
    ...heavens(stage, footY, sun),
    cloudSheet(stage, footY, sun, 0.7),
    farRange(lower),
    cloudBank(stage, "far clouds", footY - 0.1 * unit, 0.2 * unit, 0.09 * unit, 0.14, sun),
    peakLayer(place),
    cloudBank(stage, "middle clouds", footY - 0.1 * unit, 0.34 * unit, 0.16 * unit, 0.4, sun),
    birdLayer(stage, 0.3 * footY, 0.55 * footY),
    ...subjectLayers(stage, brief, { sunX: sun.x }),
    cloudBank(stage, "near clouds", footY + 0.1 * unit, height - footY, 0.27 * unit, 0.85, sun),
    gradeLayer(stage),
  ];
};
