import { gradientStops, lerp, mix, parseColour, type Rgb, smoothstep } from "../../elements/colour.ts";
import { createNoise, fractal } from "../../elements/noise.ts";
import { gradeLayer } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, openStage, paintLayer, type Stage, swing } from "../../elements/stage.ts";
import { type Tints, tintsOf } from "../../elements/tints.ts";
import { veilLayer } from "../../elements/veil.ts";
import { bokehLayer } from "../../elements/window-pane.ts";
import type { ImageLayer, SettingDesign, SpriteLayer } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

/** Deep colour with a glow that lies low behind the field. */
function depthOf(stage: Stage, tints: Tints, horizon: number): ImageLayer {
  const { width, height, unit } = stage;
  const noise = createNoise(stage.stream("depth"));
  const reach = 0.03 * unit;
  const box = { x: -2 * reach, y: -2 * reach, width: width + 4 * reach, height: height + 4 * reach };
  const [dark, middle] = [mix(tints.ground[0], [0, 0, 0], stage.light.palette === "day" ? 0.16 : 0.3), tints.ground[1]];
  return paintLayer(
    "depth",
    box,
    170,
    (u, v, out) => {
      const wave = 0.16 * fractal(noise, u * 2.2, v * 2, 3);
      const off = (v * box.height - horizon) / height;
      const band = Math.exp(-((off / (off < 0 ? 0.42 : 0.24)) ** 2)) * (0.8 + 1.2 * wave);
      const heart = Math.exp(-((off / 0.13) ** 2)) * Math.exp(-(((u - 0.5) / 0.42) ** 2));
      const hue = smoothstep(0.1, 0.9, u + 1.4 * wave);
      for (let channel = 0; channel < 3; channel++) {
        const glow = lerp(tints.accents[0]![channel]!, tints.accents[2]![channel]!, hue);
        const base = lerp(lerp(dark[channel]!, middle[channel]!, 0.4 * band), glow, Math.min(0.85, 0.72 * band));
        out[channel] = lerp(base, tints.accents[4]![channel]!, 0.6 * heart);
      }
      out[3] = 1;
    },
    swing(reach, reach * 0.6, 15),
    { opaque: true },
  );
}

const COLUMNS = 25;
const ROWS = 9;

/** A field of points that heaves like the sea, row behind row into the distance. */
function field(stage: Stage, tints: Tints, horizon: number): SpriteLayer {
  const { width, height, unit } = stage;
  const random = stage.stream("points");
  const size = Math.max(6, Math.round(0.03 * unit));
  const dot = (colour: Rgb): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="d">${gradientStops([parseColour("#ffffff"), mix(colour, parseColour("#ffffff"), 0.4), colour, colour], [1, 0.95, 0.4, 0.1, 0])}</radialGradient></defs><circle r="1" fill="url(#d)"/></svg>`;
  const colours = [tints.spark, tints.accents[4]!, tints.accents[2]!];
  const drawings = colours.map((colour) => ({ svg: dot(colour), width: size, height: size }));
  const phase = 6.28 * random();
  const pan = stage.pan(0.6);
  const grid = Array.from({ length: COLUMNS * ROWS }, (_, index) => ({
    column: (index % COLUMNS) / (COLUMNS - 1) - 0.5,
    row: Math.floor(index / COLUMNS) / (ROWS - 1),
  }));
  return {
    kind: "sprites",
    name: "points",
    drawings,
    at: (timeSec) =>
      grid.map(({ column, row }) => {
        const near = 1 / lerp(4.4, 1.25, row ** 0.7);
        const wave =
          0.6 * Math.sin(7 * column + 0.8 * timeSec + phase) + 0.5 * Math.sin(4.5 * row * 2 - 1.1 * timeSec + 3 * column + phase);
        const scale = lerp(0.3, 1.15, near) * (0.82 + 0.24 * wave);
        const x = width / 2 + column * near * Math.max(width, 1.2 * unit) * 1.25 + pan(timeSec).x * near;
        const y = horizon + (height * 0.98 - horizon) * (near - 0.2) * 1.45 - wave * 0.075 * unit * near;
        return {
          sprite: wave > 0.55 ? 0 : wave > -0.2 ? 1 : 2,
          scale,
          x: x - (size * scale) / 2,
          y: y - (size * scale) / 2,
          opacity: Math.min(1, 0.3 + 0.75 * near) * (0.68 + 0.3 * wave),
        };
      }),
  };
}

/** Points of light that heave like a sea under slow lights out of focus. */
export const particles: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { height, light, width } = stage;
  const random = stage.stream("particles");
  const tints = tintsOf(light, random());
  const horizon = height * between(random, 0.46, 0.54);
  return [
    depthOf(stage, tints, horizon),
    veilLayer(stage, "silk", tints.accents[4]!, 0.05 * height, 0.75 * height, 0.3, 1.8),
    bokehLayer(stage, tints.accents, 0.08 * height, 0.6 * height, 26),
    ...subjectLayers(stage, brief, { sunX: random() < 0.5 ? 0 : width }),
    field(stage, tints, horizon),
    sparkLayer(stage, "motes", tints.spark, {
      count: 30,
      size: 0.016,
      top: 0.1 * height,
      bottom: 0.9 * height,
      wind: 0.012,
      blink: 0.8,
      core: 0.6,
    }),
    gradeLayer(stage, 0.9),
  ];
};
