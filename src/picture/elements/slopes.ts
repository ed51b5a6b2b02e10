import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, toCss } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import type { Place } from "./ranges.ts";
import { groundAt, type Ridge, ridgePath, trimmed } from "./ridges.ts";
import { between, drawLayer } from "./stage.ts";
import { pinePath } from "./trees.ts";

/** A wooded mountainside that comes down into the picture from one side: `side` -1 from the left; `reach`, `tall` and `tree` in pixels, down to `foot`. */
export type Slope = { name: string; side: number; reach: number; tall: number; foot: number; depth: number; tree: number };

function slopeRidge({ stage }: Place, slope: Slope): Ridge {
  const { unit } = stage;
  const noise = createNoise(stage.stream(`${slope.name} line`));
  const box = stage.span(slope.depth, slope.foot - slope.tall, slope.tall);
  const edge = slope.side < 0 ? box.x : box.x + box.width;
  const heights = Float64Array.from({ length: 300 }, (_, index) => {
    const x = box.x + (index / 299) * box.width;
    const out = Math.abs(x - edge) / slope.reach;
    const fall = Math.max(0, 1 - out);
    const rough = 0.14 * fractal(noise, (x / unit) * 2.6, slope.depth * 9, 4);
    return out > 1 ? -6 : slope.tall * Math.max(0, fall ** 1.15 * 0.86 + rough * Math.min(1, 3 * fall));
  });
  return { box, heights };
}

/** The slope with pines all over its upper edge, paler and bluer the farther, its foot in the mist. */
export function slopeLayer(place: Place, slope: Slope): Layer {
  const { stage, wood } = place;
  const { light, unit } = stage;
  const ridge = slopeRidge(place, slope);
  const random = stage.stream(`${slope.name} pines`);
  const { depth, tree, side, reach } = slope;
  const edge = side < 0 ? ridge.box.x : ridge.box.x + ridge.box.width;
  const lit = { day: 0.8, dawn: 0.5, sunset: 0.3, night: 0.3 }[light.palette];
  const crest = mix(surface(light, wood, depth, lit), light.silhouette, (light.palette === "day" ? 0.06 : 0.2) + 0.4 * depth * depth);
  let [upper, inner] = ["", ""];
  const count = Math.round((reach / tree) * 4.5);
  for (let index = 0; index < count; index++) {
    const x = edge - side * reach * random() ** 0.9;
    const y = groundAt(ridge, x);
    if (index % 2) upper += pinePath(random, x, y + tree * between(random, 0.05, 0.4), tree * between(random, 0.6, 1.1), 8);
    else inner += pinePath(random, x, Math.min(slope.foot, y + tree * between(random, 0.6, 6)), tree * between(random, 0.7, 1.2), 7);
  }
  const box = trimmed(ridge);
  const from = side < 0 ? edge : edge - reach;
  const grown = { x: from, y: box.y - 1.1 * tree, width: reach, height: box.height + 1.1 * tree };
  const foot = mix(crest, light.haze, 0.8 * (1 - depth) + 0.08);
  const fill = `<linearGradient id="s" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(grown.y + tree).toFixed(0)}" y2="${slope.foot.toFixed(0)}">${gradientStops([crest, mix(crest, foot, 0.45), foot], [1, 1, 1, 1, 1, 0.85, 0])}</linearGradient>`;
  const tint = toCss(mix(crest, light.silhouette, 0.3), 0.42 * depth + 0.1);
  return drawLayer(
    slope.name,
    unit > 0 ? grown : box,
    `<defs>${fill}</defs><path d="${ridgePath(ridge)}${upper}" fill="url(#s)"/><path d="${inner}" fill="${tint}"/>`,
    stage.pan(depth),
  );
}
