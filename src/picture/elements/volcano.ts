import type { Drawing, Layer, SpriteLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { paintRaster } from "./bitmap.ts";
import { gradientStops, mix, parseColour, smoothstep, toCss } from "./colour.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import type { Place } from "./ranges.ts";
import { groundAt, modelRidge, type Ridge, trimmed } from "./ridges.ts";
import { breathe, drawLayer, paintLayer, type Stage, together } from "./stage.ts";

/** Where a volcano stands, in frame pixels: the middle of its crater, how tall it is above its foot, and half its crater's width. */
export type Crater = { x: number; y: number; tall: number; half: number };

const DEPTH = 0.22;
const LAVA = ["#fff3b0", "#ffb637", "#ff6a1f", "#d8330f"].map(parseColour);

/** The outline of a steep cone, hollow at its top. */
function coneRidge({ stage, footY }: Place, crater: Crater): Ridge {
  const { unit } = stage;
  const noise = createNoise(stage.stream("cone"));
  const tall = crater.tall * 1.05;
  const box = stage.span(DEPTH, footY - tall, tall);
  const reach = crater.tall * 1.75;
  const heights = Float64Array.from({ length: 900 }, (_, index) => {
    const x = box.x + (index / 899) * box.width;
    const away = Math.abs(x - crater.x);
    const slope = Math.max(0, 1 - (away - crater.half) / reach);
    const flank = slope ** 2.05;
    const dip = away < crater.half ? 0.045 * (1 - (away / crater.half) ** 2) : 0;
    const rough = ridged(noise, (x / unit) * 4.2 + 3, 2, 5, 0.5) - 0.6;
    return crater.tall * Math.min(1.03, Math.max(0, Math.min(1, flank) - dip + 0.075 * rough * (0.25 + flank * (1.1 - flank))));
  });
  return { box, heights };
}

function coneLayer(place: Place, ridge: Ridge): Layer {
  const { stage, sun, rock } = place;
  const { light, unit, width } = stage;
  const dark = mix(rock, parseColour("#3a2c30"), 0.55);
  const sample = modelRidge(stage.stream("flanks"), ridge, unit, sun.x < width / 2 ? -1 : 1, {
    lit: surface(light, dark, 0.78, 1),
    shade: surface(light, dark, 0.78, 0),
    foot: mix(light.haze, surface(light, dark, 0.5), 0.3),
    footFrom: 0.45,
  });
  const top = trimmed(ridge);
  const box = { ...top, height: top.height + 0.18 * unit };
  const paint = (u: number, v: number, out: Float64Array): void =>
    sample(box.x + u * box.width, Math.min(place.footY - 0.5, box.y + v * box.height), out);
  return paintLayer("volcano", box, "sharp", paint, stage.pan(DEPTH));
}

/** One stream of lava, from the crater's rim down a flank: its outline, `wide` pixels at the top. */
function streamPath(stage: Stage, ridge: Ridge, crater: Crater, lean: number, long: number, wide: number): string {
  const noise = createNoise(stage.stream(`lava ${lean}`));
  const steps = 40;
  const sides: [string[], string[]] = [[], []];
  for (let step = 0; step <= steps; step++) {
    const part = step / steps;
    const y = crater.y + crater.tall * (0.015 + long * part);
    const x = crater.x + lean * (crater.half * 0.7 + crater.tall * 0.42 * part ** 1.25) + 0.035 * crater.tall * noise(part * 4, lean * 9);
    const half = wide * (0.5 + 0.6 * part) * (1 - part ** 3) * (1 + 0.3 * noise(part * 7, 3 + lean * 5));
    const top = Math.max(y, groundAt(ridge, x) + 1);
    sides[0].push(`${(x - half).toFixed(1)},${top.toFixed(1)}`);
    sides[1].push(`${(x + half).toFixed(1)},${top.toFixed(1)}`);
  }
  return `M${sides[0].join("L")}L${sides[1].reverse().join("L")}Z`;
}

/** Glowing streams down the flanks, brighter and darker in turn. */
function lavaLayer(stage: Stage, ridge: Ridge, crater: Crater): Layer {
  const { unit } = stage;
  const random = stage.stream("lava");
  const lean = random() < 0.5 ? 1 : -1;
  const streams: [number, number, number][] = [
    [0.12 * lean, 0.62 + 0.14 * random(), 0.024],
    [0.75 * lean, 0.4 + 0.2 * random(), 0.016],
    [-0.62 * lean, 0.3 + 0.2 * random(), 0.013],
  ];
  const paths = streams.map(([at, long, wide]) => streamPath(stage, ridge, crater, at, long, wide * crater.tall)).join("");
  const [top, bottom] = [crater.y, crater.y + 0.8 * crater.tall];
  const stops = gradientStops([...LAVA, parseColour("#8f1c10")]);
  const defs = `<defs><linearGradient id="l" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${top.toFixed(0)}" y2="${bottom.toFixed(0)}">${stops}</linearGradient><filter id="b" x="-30%" y="-20%" width="160%" height="140%"><feGaussianBlur stdDeviation="${(0.012 * unit).toFixed(1)}"/></filter></defs>`;
  const box = { x: crater.x - 0.7 * crater.tall, y: top - 0.03 * unit, width: 1.4 * crater.tall, height: 0.86 * crater.tall };
  const body = `${defs}<path d="${paths}" fill="${toCss(LAVA[2]!)}" fill-opacity=".8" filter="url(#b)"/><path d="${paths}" fill="url(#l)"/>`;
  return drawLayer("lava", box, body, together(stage.pan(DEPTH), breathe(0.82, 1, 3.1)));
}

/** The light of the crater on what is about it. */
function craterGlow(stage: Stage, crater: Crater): Layer {
  const radius = 0.62 * crater.tall;
  const stops = gradientStops([parseColour("#ffe0a0"), LAVA[2]!, LAVA[3]!], [0.85, 0.42, 0.16, 0.05, 0]);
  const body = `<defs><radialGradient id="g">${stops}</radialGradient></defs><circle cx="${crater.x.toFixed(1)}" cy="${crater.y.toFixed(1)}" r="${radius.toFixed(1)}" fill="url(#g)"/>`;
  const box = { x: crater.x - radius, y: crater.y - radius, width: 2 * radius, height: 2 * radius };
  return drawLayer("crater glow", box, body, together(stage.pan(DEPTH), breathe(0.55, 1, 2.3)), { scale: 0.25 });
}

/** A ball of ash, lit from the sun's side and from below. */
function drawPuff(stage: Stage, sunSide: number, size: number, index: number): Drawing {
  const { light } = stage;
  const noise = createNoise(stage.stream(`puff ${index}`));
  const lit = mix(mix(light.cloudLit, parseColour("#b8a89c"), 0.45), light.silhouette, light.moon ? 0.5 : 0);
  const shade = mix(mix(light.cloudShade, parseColour("#4a4048"), 0.6), light.silhouette, 0.25);
  const bitmap = paintRaster(size, size, 4, (u, v, out) => {
    const [x, y] = [2 * u - 1, 2 * v - 1];
    const grain = fractal(noise, x * 1.5, y * 1.5, 3, 0.45);
    const relief = grain - fractal(noise, x * 1.5 + 0.22 * sunSide, y * 1.5 - 0.18, 3, 0.45);
    const facing = smoothstep(-0.9, 0.9, -0.55 * y + 0.45 * x * sunSide + 1.1 * relief);
    for (let channel = 0; channel < 3; channel++) out[channel] = shade[channel]! + (lit[channel]! - shade[channel]!) * facing;
    out[3] = 0.95 * smoothstep(0.05, 0.38, 1 - Math.hypot(x, y) + 0.34 * grain);
  });
  return { svg: "", width: size, height: size, bitmap };
}

const PUFFS = 22;
const RISE_SEC = 26;

/** A column of ash that rises out of the crater, spreads and leans with the wind. */
function plume(stage: Stage, crater: Crater, sunSide: number): SpriteLayer {
  const random = stage.stream("plume");
  const size = 8 * Math.round((0.58 * crater.tall) / 8);
  const wind = (stage.stream("wind")() < 0.5 ? -1 : 1) * (0.5 + 0.4 * random());
  const drawings = [0, 1, 2, 3].map((index) => drawPuff(stage, sunSide, size, index));
  const list = Array.from({ length: PUFFS }, (_, index) => ({
    sprite: index % drawings.length,
    from: (index + 0.7 * random()) / PUFFS,
    side: random() - 0.5,
    scale: 0.85 + 0.3 * random(),
  }));
  const pan = stage.pan(DEPTH);
  const placed = (timeSec: number) =>
    list.map(({ from, ...puff }) => ({ ...puff, part: (from + timeSec / RISE_SEC) % 1 })).sort((one, other) => other.part - one.part);
  return {
    kind: "sprites",
    name: "plume",
    drawings,
    at: (timeSec) =>
      placed(timeSec).map(({ sprite, side, scale, part }) => {
        const grown = scale * (0.24 + 0.76 * part ** 0.7);
        const x = crater.x + crater.tall * (wind * 0.75 * part ** 1.9 + 0.22 * side * part ** 0.6);
        const y = crater.y + crater.half * 0.5 - crater.tall * 0.78 * part ** 0.72;
        return {
          sprite,
          scale: grown,
          x: x - (size * grown) / 2 + pan(timeSec).x,
          y: y - (size * grown) / 2,
          opacity: 0.92 * smoothstep(0, 0.04, part) * (1 - smoothstep(0.62, 1, part)),
        };
      }),
  };
}

/** Embers thrown out of the crater, falling back in arcs. */
function embers(stage: Stage, crater: Crater): SpriteLayer {
  const random = stage.stream("embers");
  const size = Math.max(3, Math.round(0.011 * stage.unit));
  const stops = gradientStops([parseColour("#fff6cf"), LAVA[1]!, LAVA[2]!], [1, 0.8, 0.3, 0]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="e">${stops}</radialGradient></defs><circle r="1" fill="url(#e)"/></svg>`;
  const list = Array.from({ length: 26 }, () => ({
    from: random(),
    sec: 1.3 + 1.5 * random(),
    out: (random() - 0.5) * 0.52,
    up: 0.16 + 0.24 * random(),
    scale: 0.5 + 0.6 * random(),
  }));
  const pan = stage.pan(DEPTH);
  return {
    kind: "sprites",
    name: "embers",
    drawings: [{ svg, width: size, height: size }],
    at: (timeSec) =>
      list.map(({ from, sec, out, up, scale }) => {
        const part = (from + timeSec / sec) % 1;
        return {
          sprite: 0,
          scale,
          x: crater.x + crater.tall * out * part + pan(timeSec).x,
          y: crater.y - crater.tall * up * 4 * part * (1 - 0.86 * part),
          opacity: smoothstep(0, 0.08, part) * (1 - smoothstep(0.6, 1, part)),
        };
      }),
  };
}

/** A volcano at work: ash above it, lava down its flanks. */
export function volcanoLayers(place: Place, crater: Crater): Layer[] {
  const { stage, sun } = place;
  const ridge = coneRidge(place, crater);
  return [
    plume(stage, crater, sun.x < crater.x ? -1 : 1),
    craterGlow(stage, crater),
    embers(stage, crater),
    coneLayer(place, ridge),
    lavaLayer(stage, ridge, crater),
  ];
}
