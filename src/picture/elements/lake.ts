import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import { createNoise } from "./noise.ts";
import type { Place, Range } from "./ranges.ts";
import { groundAt, hills, ridgePath } from "./ridges.ts";
import { between, drawLayer, paintLayer } from "./stage.ts";
import { pinePath } from "./trees.ts";
import { deepWater, waterBody } from "./water.ts";

/** The range upside down in the lake, stirred by small waves and fading towards the eye. */
function mirrored({ stage }: Place, range: Range, top: number): Layer {
  const { unit } = stage;
  const noise = createNoise(stage.stream("ripples"));
  const box = { ...range.ridge.box, y: top, height: Math.min(stage.height - top, range.ridge.box.height * 0.9) };
  const paint = (u: number, v: number, out: Float64Array): void => {
    const x = box.x + u * box.width;
    const below = v * box.height;
    const stir = unit * (0.002 + 0.012 * v) * noise((x / unit) * 3, (below / unit) * 46);
    range.sample(x + stir, top - (below + stir) / 0.8, out);
    out[3] = out[3]! * (0.62 - 0.3 * v);
  };
  return paintLayer("mirror", box, 640, paint, stage.pan(0.24));
}

/** A lake that holds the range upside down. */
export function lake(place: Place, range: Range, top: number): Layer[] {
  const { stage, sun } = place;
  const deep = deepWater(stage, parseColour("#2a6a86"));
  const water = waterBody(stage, { top, deep, sun, calm: 0.5 }, 0.24);
  const mirror = mirrored(place, range, top);
  const woods = hills(
    stage.stream("shore woods"),
    stage.span(0.26, top - 0.05 * stage.unit, 0.05 * stage.unit + 1),
    stage.unit,
    0.1,
    0.9,
    1.6,
    5,
  );
  const tone = mix(surface(stage.light, place.wood, 0.42, 0.3), stage.light.silhouette, 0.35);
  const random = stage.stream("shore pines");
  let pines = "";
  for (let index = 0; index < 130; index++) {
    const x = woods.box.x + random() * woods.box.width;
    pines += pinePath(random, x, groundAt(woods, x) + 2, stage.unit * between(random, 0.012, 0.036), 5);
  }
  const bank = ridgePath(woods) + pines;
  const shoreBox = { ...woods.box, y: woods.box.y - 0.03 * stage.unit, height: 0.15 * stage.unit };
  const reflected = `<g transform="translate(0 ${(2 * top + 1).toFixed(1)}) scale(1 -1)"><path d="${bank}" fill="${toCss(tone, 0.5)}"/></g>`;
  return [
    water,
    mirror,
    drawLayer(
      "shore woods",
      shoreBox,
      `${reflected}<path d="${bank}" fill="${toCss(tone)}"/><rect x="${shoreBox.x}" y="${(top - 0.5).toFixed(1)}" width="${shoreBox.width}" height="${Math.max(1, stage.unit * 0.0028).toFixed(1)}" fill="${toCss(stage.light.glow, 0.5)}"/>`,
      stage.pan(0.26),
    ),
  ];
}
