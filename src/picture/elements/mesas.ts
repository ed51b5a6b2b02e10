import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, toCss } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { createNoise } from "./noise.ts";
import { between, drawLayer } from "./stage.ts";

/** Table mountains far off: flat tops, steep cliffs with layers of rock, aprons of scree. */
export function mesas(land: Land, horizonY: number): Layer {
  const { stage, sand, side } = land;
  const { light, unit } = stage;
  const random = stage.stream("mesas");
  const box = stage.span(0.14, horizonY - 0.34 * unit, 0.36 * unit);
  const count = 2 + Math.floor(random() * 3);
  const rock = mix(sand, parseColour("#9a4a38"), 0.55);
  const base = horizonY + 0.02 * unit;
  const noise = createNoise(random);
  let body = "";
  for (let index = 0; index < count; index++) {
    const depth = 0.22 + 0.16 * (index / count);
    const half = unit * between(random, 0.06, 0.2);
    const tall = unit * between(random, 0.1, 0.28);
    const x = box.x + ((index + between(random, 0.2, 0.8)) / count) * box.width;
    const skirt = half * between(random, 0.35, 0.7) + unit * 0.05;
    const edge = (part: number, sign: number): string => {
      const cliff = part < 0.58 ? part * 0.08 : 0.05 + ((part - 0.58) / 0.42) ** 1.3;
      const jag = unit * 0.012 * noise(part * 9 + index * 7, sign * 3 + index);
      return `${(x + sign * (half + skirt * cliff) + jag).toFixed(1)},${(base - tall * (1 - part)).toFixed(1)}`;
    };
    const steps = Array.from({ length: 25 }, (_, step) => step / 24);
    const crown = Array.from(
      { length: 15 },
      (_, step) =>
        `${(x - half + (2 * half * step) / 14).toFixed(1)},${(base - tall - unit * 0.008 * noise(step * 0.8, index * 5)).toFixed(1)}`,
    );
    const outline = `M${[...steps]
      .reverse()
      .map((part) => edge(part, -1))
      .join("L")}L${crown.join("L")}L${steps.map((part) => edge(part, 1)).join("L")}Z`;
    const tone = surface(light, rock, depth, 0.7);
    const dark = surface(light, rock, depth + 0.05, 0);
    const face = `<linearGradient id="m${index}" x1="0" x2="0" y1="0" y2="1">${gradientStops([tone, mix(tone, light.haze, 0.25), mix(tone, light.haze, 0.7)])}</linearGradient><clipPath id="k${index}"><path d="${outline}"/></clipPath>`;
    const turn = x - side * half * between(random, 0.05, 0.5);
    const jagged = Array.from(
      { length: 9 },
      (_, step) =>
        `${(turn + unit * 0.02 * noise(step * 1.3, index * 3 + 0.5) - side * half * 0.05 * step).toFixed(1)},${(base - tall * (1.1 - step * 0.14)).toFixed(1)}`,
    ).join("L");
    const wall = `M${jagged}L${(x - side * half * 4).toFixed(1)},${base.toFixed(1)}V${(base - tall * 1.1).toFixed(1)}Z`;
    let flutes = "";
    for (let flute = 0; flute < (half / unit) * 130; flute++) {
      const fx = x + between(random, -1, 1) * half;
      const wide = unit * between(random, 0.0015, 0.006);
      const long = tall * between(random, 0.2, 0.6);
      flutes += `M${fx.toFixed(1)},${(base - tall).toFixed(1)}l${wide.toFixed(1)},${(long * 0.8).toFixed(1)}l${(-wide * 0.6).toFixed(1)},${(long * 0.2).toFixed(1)}l${(-wide * 1.2).toFixed(1)},${(-long * 0.4).toFixed(1)}Z`;
    }
    const bands = [0.1, 0.2, 0.34, 0.46]
      .map(
        (part) =>
          `M${(x - half * 2.5).toFixed(1)},${(base - tall * (1 - part) + unit * 0.002 * index).toFixed(1)}h${(half * 5).toFixed(1)}v${(tall * between(random, 0.015, 0.045)).toFixed(1)}h${(-half * 5).toFixed(1)}Z`,
      )
      .join("");
    body += `<defs>${face}</defs><path d="${outline}" fill="url(#m${index})"/><g clip-path="url(#k${index})"><path d="${bands}" fill="${toCss(dark, 0.28)}"/><path d="${flutes}" fill="${toCss(dark, 0.3)}"/><path d="${wall}" fill="${toCss(dark, 0.5)}"/></g>`;
  }
  return drawLayer("mesas", box, body, stage.pan(0.14));
}
