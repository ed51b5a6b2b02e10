import type { ImageLayer, Layer } from "../layer.ts";
import { clamp, gradientStops, lerp, mix, parseColour, type Rgb, smoothstep, toCss } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import type { DrawnRow } from "./skyline.ts";
import { breathe, drawLayer, drift, paintLayer, pick, type Stage, swing, together } from "./stage.ts";

/** The wet pavement from `top` to the frame's bottom, which holds the sky in broken sheets of light. */
export function wetGround(stage: Stage, top: number, depth = 0.5): ImageLayer {
  const { light, unit, height } = stage;
  const noise = createNoise(stage.stream("wet"));
  const box = stage.span(depth, top, height - top + 4);
  const dark = mix(
    mix(parseColour("#3a4150"), light.shade, 0.25),
    light.silhouette,
    light.moon ? 0.6 : light.palette === "day" ? 0.3 : 0.5,
  );
  const sky = mix(light.haze, light.glow, 0.3);
  return paintLayer(
    "wet ground",
    box,
    Math.round((360 * box.width) / Math.max(stage.width, height)),
    (u, v, out) => {
      const far = 1 / (v + 0.12);
      const x = ((u - 0.5) * box.width * far) / unit;
      const pool = smoothstep(-0.2, 0.35, fractal(noise, x * 0.9, far * 2.2, 4, 0.55));
      const shine = (0.25 + 0.6 * pool) * (1 - 0.62 * v) + 0.2 * (1 - v) ** 3;
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(dark[channel]!, sky[channel]!, clamp(shine * 0.72, 0, 1));
      out[3] = 1;
    },
    stage.pan(depth),
  );
}

/** A row of buildings turned over in the wet ground, long and soft. */
export function wetMirror(stage: Stage, drawn: DrawnRow, top: number, depth: number): Layer {
  const box = stage.span(depth, top, Math.min(stage.height - top, 0.42 * stage.unit));
  const area = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`;
  const fade = `<linearGradient id="fade" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="m" maskUnits="userSpaceOnUse" ${area}><rect ${area} fill="url(#fade)"/></mask>`;
  const body = `<defs>${fade}</defs><g mask="url(#m)"><g transform="translate(0 ${(2.2 * top).toFixed(1)}) scale(1 -1.2)">${drawn.body}</g></g>`;
  return drawLayer("wet mirror", box, body, together(stage.pan(depth), swing(0.002 * stage.unit, 0, 1.9)), { scale: 0.25 });
}

/** A street lamp: where its foot stands and how tall it is, in pixels. */
export type StreetLamp = { x: number; y: number; size: number };

/** Old street lamps with their haloes in the rain and their long reflections on the ground. */
export function lampRow(stage: Stage, lamps: StreetLamp[], depth: number): Layer[] {
  const { light, unit, height } = stage;
  const post = toCss(mix(light.silhouette, light.haze, 0.08));
  const warm = parseColour("#ffbf62");
  const power = 0.35 + 0.55 * light.lamps;
  let [posts, glows] = ["", ""];
  lamps.forEach(({ x, y, size }, index) => {
    posts += `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(2)})"><path d="M-.05,0L-.03,-.06L-.016,-.1L-.011,-.8H.011L.016,-.1L.03,-.06L.05,0ZM-.07,-.795H.07V-.78H-.07Z" fill="${post}"/><path d="M-.036,-.805H.036L.055,-.93H-.055Z" fill="#fff0c4"/><path d="M-.036,-.8H.036L.04,-.815H-.04ZM-.075,-.925Q-.04,-.99 0,-1Q.04,-.99 .075,-.925Z" fill="${post}"/></g>`;
    const head = y - 0.87 * size;
    glows += `<circle cx="${x.toFixed(1)}" cy="${head.toFixed(1)}" r="${(0.5 * size).toFixed(1)}" fill="url(#h)"/>`;
    const long = Math.min(height - y, 0.95 * size);
    glows += `<linearGradient id="r${index}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${y.toFixed(1)}" y2="${(y + long).toFixed(1)}">${gradientStops([parseColour("#ffe2a8"), warm], [0.1, 0.62 * power, 0.4 * power, 0])}</linearGradient><path d="M${(x - 0.028 * size).toFixed(1)},${y.toFixed(1)}Q${(x - 0.07 * size).toFixed(1)},${(y + 0.6 * long).toFixed(1)} ${(x - 0.04 * size).toFixed(1)},${(y + long).toFixed(1)}H${(x + 0.04 * size).toFixed(1)}Q${(x + 0.07 * size).toFixed(1)},${(y + 0.6 * long).toFixed(1)} ${(x + 0.028 * size).toFixed(1)},${y.toFixed(1)}Z" fill="url(#r${index})"/>`;
  });
  const halo = gradientStops([parseColour("#fff4d4"), warm], [power, power * 0.5, power * 0.22, power * 0.07, 0]);
  const top = Math.min(...lamps.map(({ y, size }) => y - 1.4 * size));
  const box = stage.span(depth, Math.max(0, top), height - Math.max(0, top));
  return [
    drawLayer("lamp posts", { ...box, height: Math.max(...lamps.map(({ y }) => y)) - box.y + 0.01 * unit }, posts, stage.pan(depth)),
    drawLayer(
      "lamp glow",
      box,
      `<defs><radialGradient id="h">${halo}</radialGradient></defs>${glows}`,
      together(stage.pan(depth), breathe(0.84, 1, 2.3)),
      { scale: 0.25 },
    ),
  ];
}

const COATS = ["#2e3a52", "#5a3a46", "#3f4f4a", "#6a5a4a"].map(parseColour);
const UMBRELLAS = ["#d8433f", "#e8b23a", "#2f8fb0", "#f2efe6", "#7a4fb0", "#22252e"].map(parseColour);

/** A walker under an umbrella seen from behind or before, one unit tall, foot at 0. */
function walker(coat: string, cloth: Rgb, light: Rgb, dark: string): string {
  const shade = toCss(mix(cloth, parseColour("#101828"), 0.45));
  return `<path d="M-.075,0L-.055,-.34H-.005L-.02,0ZM.02,0L.01,-.34H.06L.08,0Z" fill="${dark}"/><path d="M-.1,-.2Q-.13,-.56 -.07,-.66Q0,-.7 .07,-.66Q.13,-.56 .1,-.2Q0,-.17 -.1,-.2Z" fill="${coat}"/><circle cy="-.73" r=".058" fill="${dark}"/><rect x="-.008" y="-.95" width=".016" height=".4" fill="${dark}"/><path d="M-.3,-.79Q-.25,-1 0,-1.02Q.25,-1 .3,-.79Q.25,-.83 .2,-.79Q.15,-.83 .1,-.79Q.05,-.83 0,-.79Q-.05,-.83 -.1,-.79Q-.15,-.83 -.2,-.79Q-.25,-.83 -.3,-.79Z" fill="${toCss(cloth)}"/><path d="M.1,-.79Q.1,-.94 0,-1.02Q.25,-1 .3,-.79Q.25,-.83 .2,-.79Q.15,-.83 .1,-.79Z" fill="${shade}"/><path d="M-.26,-.85Q-.2,-.97 -.04,-1" fill="none" stroke="${toCss(light, 0.7)}" stroke-width=".014"/>`;
}

/** People who walk by under umbrellas, each with a reflection at the feet. */
export function walkers(stage: Stage, top: number, count: number, depth: number): ImageLayer[] {
  const random = stage.stream("walkers");
  const { light, unit, width, height } = stage;
  const dim = light.moon ? 0.5 : light.palette === "day" ? 0.2 : 0.38;
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 0.4 * random()) / count;
    const size = unit * lerp(0.14, 0.3, part) * (stage.aspect === "9:16" ? 1.15 : 1);
    const y = lerp(top + 0.02 * unit, top + 0.46 * (height - top), part);
    const x = width * ((0.12 + 0.62 * index * 0.618 + 0.1 * random()) % 0.9) + 0.04 * width;
    const cloth = mix(UMBRELLAS[(index + Math.floor(random() * 2)) % UMBRELLAS.length]!, light.silhouette, dim * 0.7);
    const body = walker(
      toCss(mix(pick(random, COATS), light.silhouette, dim)),
      cloth,
      light.glow,
      toCss(mix(light.silhouette, light.haze, 0.1)),
    );
    const place = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
    const figure = `<g transform="${place} scale(${size.toFixed(2)} ${(-0.6 * size).toFixed(2)})" opacity=".26">${body}</g><g transform="${place} scale(${size.toFixed(2)})">${body}</g>`;
    const heading = random() < 0.5 ? -1 : 1;
    const pace = heading * Math.min(0.045 * unit * (0.4 + part), (0.2 * width) / (stage.durationSec / 2 + 2));
    const step = (timeSec: number) => ({ x: 0, y: -0.012 * size * Math.abs(Math.sin(3.4 * timeSec + index)) });
    const box = { x: x - 0.32 * size, y: y - 1.04 * size, width: 0.64 * size, height: 1.66 * size };
    return drawLayer(`walker ${index}`, box, figure, together(stage.pan(depth), drift(stage, pace), step));
  });
}

/** Lights far off, out of focus: discs of colour that tremble. */
export const BOKEH = ["#ffd08a", "#ff9d6e", "#ff6f7a", "#8ad0ff", "#ffe9b8", "#9ff0d0"].map(parseColour);
