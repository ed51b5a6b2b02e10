import type { Random } from "../../domain/seed.ts";
import type { ImageLayer } from "../layer.ts";
import { gradientStops, mix, type Rgb, toCss } from "./colour.ts";
import { between, drawLayer, type Stage, swing, together } from "./stage.ts";

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** An ear of wheat on its stalk, from `ground` to `tall` above it, leaning by `bend`: stalk and ear apart. */
function ear(random: Random, x: number, ground: number, tall: number, bend: number): { stalk: string; grain: string } {
  const [tipX, tipY] = [x + bend, ground - tall];
  const half = Math.max(0.6, tall * 0.006);
  const stalk = `M${at(x - half, ground)}Q${at(x, ground - tall * 0.6)} ${at(tipX - half * 0.6, tipY)}L${at(tipX + half * 0.6, tipY)}Q${at(x + 2 * half, ground - tall * 0.6)} ${at(x + half, ground)}Z`;
  const lean = bend / tall;
  const size = tall * between(random, 0.24, 0.32);
  const wide = size * between(random, 0.15, 0.19);
  const [upX, upY] = [lean * 1.5, 1];
  const along = (up: number, off: number): string =>
    at(tipX + size * up * upX + off * wide, tipY - size * up * upY - 0.3 * Math.abs(off) * wide);
  const notches = [0.02, 0.2, 0.38, 0.56, 0.74, 0.9];
  const side = (sign: number): string[] => notches.flatMap((up) => [along(up, 0.5 * sign), along(up + 0.13, sign * (1.05 - 0.5 * up))]);
  const beards = [-0.7, 0.5, 0.1].map((off) => `M${along(0.7, 0)}L${along(1.5 + 0.2 * off, off * 2.2)}L${along(0.78, 0.12)}Z`).join("");
  const grain = `M${along(0, 0)}L${side(1).join("L")}L${along(1.1, 0)}L${side(-1).reverse().join("L")}Z${beards}`;
  return { stalk, grain };
}

/** One stand of wheat in the wind, its ears near `line`, dark at its foot; it sways by itself. */
export function wheatStand(
  stage: Stage,
  name: string,
  line: number,
  tall: number,
  count: number,
  depth: number,
  tones: { grain: Rgb; stalk: Rgb; foot: Rgb },
): ImageLayer {
  const random = stage.stream(name);
  const { unit, light } = stage;
  const box = stage.span(depth, line - 0.34 * tall, stage.height - line + 0.34 * tall, 0.02 * unit);
  const heading = stage.stream("wind")() < 0.5 ? -1 : 1;
  let [stalks, grains, bright] = ["", "", ""];
  for (let index = 0; index < count; index++) {
    const x = box.x + ((index + random()) / count) * box.width;
    const grown = tall * between(random, 0.62, 1.14);
    const one = ear(random, x, line + tall, grown, heading * grown * between(random, 0.04, 0.26));
    stalks += one.stalk;
    if (index % 3) grains += one.grain;
    else bright += one.grain;
  }
  const fade = `<linearGradient id="f" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(line - 0.1 * tall).toFixed(0)}" y2="${(line + 0.75 * tall).toFixed(0)}">${gradientStops([tones.stalk, mix(tones.stalk, tones.foot, 0.6), tones.foot], [0, 0.8, 1])}</linearGradient>`;
  const body = `<defs>${fade}</defs><path d="${stalks}" fill="${toCss(tones.stalk)}"/><rect x="${box.x.toFixed(1)}" y="${(line - 0.1 * tall).toFixed(1)}" width="${box.width.toFixed(1)}" height="${(stage.height - line + 0.2 * tall).toFixed(1)}" fill="url(#f)"/><path d="${grains}" fill="${toCss(tones.grain)}"/><path d="${bright}" fill="${toCss(mix(tones.grain, light.glow, light.moon ? 0.12 : 0.35))}"/>`;
  return drawLayer(name, box, body, together(stage.pan(depth), swing(0.011 * unit * (0.5 + depth), 0.002 * unit, 3.4 + depth, depth * 4)));
}
