import { gradientStops, lerp, mix, parseColour, type Rgb, smoothstep } from "../../elements/colour.ts";
import { createNoise, fractal } from "../../elements/noise.ts";
import { gradeLayer } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, breathe, drawLayer, openStage, paintLayer, type Stage, swing, together } from "../../elements/stage.ts";
import { type Tints, tintsOf } from "../../elements/tints.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { ImageLayer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

/** The ground: colours that run into each other, brighter towards one upper corner. */
function ground(stage: Stage, tints: Tints, side: number): ImageLayer {
  const { width, height } = stage;
  const noise = createNoise(stage.stream("ground"));
  const [dark, middle, bright] = tints.ground;
  return paintLayer(
    "ground",
    { x: 0, y: 0, width, height },
    160,
    (u, v, out) => {
      const x = side < 0 ? u : 1 - u;
      const flow = 0.26 * fractal(noise, x * 1.6, v * 1.3, 3);
      const part = smoothstep(1.25, 0.05, Math.hypot(x - 0.18, v - 0.16) + flow);
      const glow = smoothstep(0.62, 0.02, Math.hypot(x - 0.2, (v - 0.2) * 0.9) + 0.5 * flow) * 0.75;
      for (let channel = 0; channel < 3; channel++) {
        const base = part < 0.5 ? lerp(dark[channel]!, middle[channel]!, part * 2) : lerp(middle[channel]!, bright[channel]!, part * 2 - 1);
        out[channel] = lerp(base, tints.accents[4]![channel]!, glow);
      }
      out[3] = 1;
    },
    () => ({ x: 0, y: 0 }),
    { opaque: true },
  );
}

/** A great soft shape of light that wanders. */
function orb(stage: Stage, index: number, colour: Rgb): ImageLayer {
  const random = stage.stream(`orb ${index}`);
  const { unit, width, height } = stage;
  const radius = unit * between(random, 0.36, 0.6);
  const [x, y] = [width * between(random, 0.1, 0.9), height * between(random, 0.08, 0.62)];
  const body = `<defs><radialGradient id="o">${gradientStops([colour, colour], [0.72, 0.42, 0.14, 0])}</radialGradient></defs><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="url(#o)"/>`;
  const motion = together(
    swing(0.14 * unit, 0.09 * unit, between(random, 13, 21), 6.28 * random()),
    breathe(0.55, 1, between(random, 5, 8), index),
  );
  return drawLayer("glow", { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }, body, motion, { scale: 0.125 });
}

/** One ribbon: a wave from edge to edge, bright along its crest and gone below, one before the other. */
function ribbon(stage: Stage, index: number, count: number, tone: Rgb, tints: Tints): ImageLayer {
  const random = stage.stream(`ribbon ${index}`);
  const { unit, height } = stage;
  const part = index / (count - 1);
  const reach = 0.16 * unit;
  const rise = 0.06 * unit + 0.07 * unit * (1 - part);
  const top = lerp(0.44, 0.86, part ** 0.9) * height;
  const fallTo = Math.min(height + reach, top + 0.36 * unit);
  const box = stage.span(0.2 + 0.7 * part, top - 1.8 * rise, fallTo - top + 1.8 * rise, reach);
  const [long, phase, second] = [unit * between(random, 0.75, 1.2), 6.28 * random(), 6.28 * random()];
  const line = (x: number): number =>
    top + rise * (0.72 * Math.sin((6.28 * x) / long + phase) + 0.45 * Math.sin((6.28 * x) / (long * 0.53) + second));
  const points = Array.from({ length: 97 }, (_, step) => box.x + (box.width * step) / 96);
  const crest = points.map((x) => `${x.toFixed(1)},${line(x).toFixed(1)}`).join("L");
  const under = points
    .map(
      (x) =>
        `${x.toFixed(1)},${(line(x) + 0.004 * unit + 0.012 * unit * (0.5 + 0.5 * Math.sin((6.28 * x) / (1.6 * long) + second))).toFixed(1)}`,
    )
    .reverse()
    .join("L");
  const fill = `<linearGradient id="f" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(top - rise).toFixed(0)}" y2="${fallTo.toFixed(0)}">${gradientStops([tone, mix(tone, tints.ground[1], 0.45), tints.ground[0]], [0.9, 0.62, 0.1 + 0.2 * part])}</linearGradient><linearGradient id="e">${gradientStops([tints.spark, mix(tone, tints.spark, 0.4), tints.spark], [0.1, 0.85, 0.15])}</linearGradient>`;
  const body = `<defs>${fill}</defs><path d="M${crest}L${(box.x + box.width).toFixed(1)},${fallTo + 2}L${box.x.toFixed(1)},${fallTo + 2}Z" fill="url(#f)"/><path d="M${crest}L${under}Z" fill="url(#e)"/>`;
  const way = random() < 0.5 ? -1 : 1;
  const motion = together(stage.pan(0.2 + 0.7 * part), swing(way * reach, 0.018 * unit, between(random, 11, 17), phase));
  return drawLayer(`ribbon ${index}`, box, body, motion);
}

/** Ribbons of light that flow one before the other over soft colours. */
export const ribbons: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { height, light } = stage;
  const random = stage.stream("abstract");
  const tints = tintsOf(light, random());
  const side = random() < 0.5 ? -1 : 1;
  const count = 5;
  const tones = Array.from({ length: count }, (_, index) =>
    mix(tints.accents[(index + 1) % 4]!, tints.ground[0], 0.06 + 0.5 * (index / (count - 1)) ** 1.4),
  );
  return [
    ground(stage, tints, side),
    orb(stage, 0, tints.accents[2]!),
    orb(stage, 1, tints.accents[0]!),
    orb(stage, 2, tints.accents[4]!),
    veilLayer(stage, "silk", mix(tints.accents[4]!, parseColour("#ffffff"), 0.2), 0, 0.8 * height, 0.22, 1.4),
    ...tones.slice(0, 2).map((tone, index) => ribbon(stage, index, count, tone, tints)),
    ...subjectLayers(stage, brief, { sunX: side < 0 ? 0 : stage.width }),
    ...tones.slice(2).map((tone, index) => ribbon(stage, index + 2, count, tone, tints)),
    sparkLayer(stage, "motes", tints.spark, {
      count: 60,
      size: 0.018,
      top: 0.08 * height,
      bottom: 0.92 * height,
      wind: 0.012,
      blink: 0.8,
      core: 0.6,
    }),
    gradeLayer(stage, 0.9),
  ];
};
