import type { ImageLayer, Layer, SpriteLayer } from "../layer.ts";
import { atRamp, buildRamp, clamp, gradientStops, lerp, mix, parseColour, smoothstep, toCss } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import { between, breathe, drawLayer, nestedSvg, paintLayer, pick, type Stage, swing, together } from "./stage.ts";
import { veilLayer } from "./veil.ts";

/** Where the sun or moon stands: middle and radius in frame pixels. */
export type Sun = { x: number; y: number; radius: number };

/** Chooses a place for the sun beside the middle of the picture, at the height that the palette asks for. */
export function placeSun(stage: Stage, horizonY: number, lift = 0): Sun {
  const random = stage.stream("sun");
  const [low, high] = stage.light.elevation;
  const side = pick(random, [0.3, 0.7, 0.24, 0.76, 0.5]);
  const radius = stage.unit * (stage.light.moon ? between(random, 0.05, 0.068) : between(random, 0.055, 0.078));
  const tall = stage.aspect === "9:16" ? 0.82 : 1;
  const y = Math.max(radius * 1.6, horizonY * (1 - tall * between(random, low, high) - lift));
  return { x: stage.width * (side + between(random, -0.05, 0.05)), y, radius };
}

/** The opaque ground of every picture: the sky down to the horizon with the light that the sun throws into it. */
export function skyLayer(stage: Stage, horizonY: number, sun: Sun): ImageLayer {
  const { light, unit, width, height } = stage;
  const ramp = buildRamp(light.sky);
  const noise = createNoise(stage.stream("sky"));
  const streak = light.moon ? 0.02 : 0.035;
  const box = { x: 0, y: 0, width, height };
  const columns = Math.round((320 * width) / Math.max(width, height));
  return paintLayer(
    "sky",
    box,
    columns,
    (u, v, out) => {
      const x = u * width;
      const y = v * height;
      const waver = streak * fractal(noise, u * 1.6 + 3, v * 5, 2);
      const base = atRamp(ramp, y / horizonY + waver);
      const dx = (x - sun.x) / unit;
      const dy = (y - sun.y) / unit;
      const near = Math.sqrt(dx * dx * 0.55 + dy * dy * 1.5);
      const low = Math.exp(-(((y - horizonY) / (0.3 * unit)) ** 2)) * Math.exp(-dx * dx * 1.4);
      const glow = Math.min(
        0.92,
        light.glowing * (0.5 * Math.exp(-near * 3) + 0.42 * Math.exp(-near * 9) + (light.moon ? 0.05 : 0.22) * low),
      );
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(base[channel]!, light.glow[channel]!, glow);
      out[3] = 1;
    },
    () => ({ x: 0, y: 0 }),
    { opaque: true },
  );
}

/** A wide soft glow that breathes around the sun. */
export function glowLayer(stage: Stage, sun: Sun, reach = 0.75): ImageLayer {
  const radius = reach * stage.unit;
  const strength = 0.26 + 0.2 * stage.light.glowing;
  const stops = gradientStops([stage.light.glow, stage.light.glow], [strength, strength * 0.46, strength * 0.2, strength * 0.06, 0]);
  const body = `<defs><radialGradient id="g">${stops}</radialGradient></defs><circle cx="${sun.x}" cy="${sun.y}" r="${radius}" fill="url(#g)"/>`;
  const box = { x: sun.x - radius, y: sun.y - radius, width: 2 * radius, height: 2 * radius };
  return drawLayer("glow", box, body, together(stage.pan(0.04), breathe(0.45, 1, 5.3, sun.x)), { scale: 60 / stage.unit });
}

/** The disc itself: a sun that burns white in the middle, or a moon with its seas. */
export function discLayer(stage: Stage, sun: Sun): ImageLayer {
  if (stage.celestial) return namedLayer(stage, sun, stage.celestial);
  return stage.light.moon ? moonLayer(stage, sun) : sunLayer(stage, sun);
}

/** The picture of the sun or moon that the sentence names, in a halo. */
function namedLayer(stage: Stage, sun: Sun, svg: string): ImageLayer {
  const half = sun.radius * 1.7;
  const halo = half * 1.8;
  const body = `<defs><radialGradient id="h">${gradientStops([stage.light.glow, stage.light.glow], [0.6, 0.5, 0.25, 0.08, 0])}</radialGradient></defs><circle cx="${sun.x}" cy="${sun.y}" r="${halo}" fill="url(#h)"/>${nestedSvg(svg, sun.x - half, sun.y - half, 2 * half)}`;
  return drawLayer(
    "sun picture",
    { x: sun.x - halo, y: sun.y - halo, width: 2 * halo, height: 2 * halo },
    body,
    together(stage.pan(0.04), swing(0, 0.03 * half, 5.7)),
  );
}

function sunLayer(stage: Stage, sun: Sun): ImageLayer {
  const { disc, glow } = stage.light;
  const halo = sun.radius * 2.6;
  const at = `cx="${sun.x}" cy="${sun.y}"`;
  const body = `<defs><radialGradient id="h">${gradientStops([disc, glow], [0, 0.75, 0.42, 0.2, 0.07, 0])}</radialGradient>
<radialGradient id="d">${gradientStops([parseColour("#ffffff"), disc, mix(disc, glow, 0.55)], [1])}</radialGradient></defs>
<circle ${at} r="${halo}" fill="url(#h)"/><circle ${at} r="${sun.radius}" fill="url(#d)"/>`;
  return drawLayer("sun", { x: sun.x - halo, y: sun.y - halo, width: 2 * halo, height: 2 * halo }, body, stage.pan(0.04));
}

function moonLayer(stage: Stage, sun: Sun): ImageLayer {
  const random = stage.stream("moon");
  const noise = createNoise(random);
  const { disc, glow } = stage.light;
  const angle = between(random, -0.7, 0.7) + (random() < 0.5 ? Math.PI : 0);
  const facing = pick(random, [0.95, 0.75, 0.2]);
  const lightX = Math.cos(angle) * Math.sqrt(1 - facing * facing);
  const lightY = Math.sin(angle) * 0.5;
  const halo = 2.4 * sun.radius;
  const box = { x: sun.x - halo, y: sun.y - halo, width: 2 * halo, height: 2 * halo };
  const paint = (u: number, v: number, out: Float64Array): void => {
    const x = (u * 2 - 1) * 2.4;
    const y = (v * 2 - 1) * 2.4;
    const away = Math.hypot(x, y);
    const shine = 0.4 * Math.max(0, 1 - (away - 0.9) / 1.5) ** 2.6;
    const edge = clamp((1 - away) * sun.radius + 0.5, 0, 1);
    let [lit, tone] = [0, 1];
    if (edge > 0) {
      const z = Math.sqrt(Math.max(0, 1 - x * x - y * y));
      const seas = smoothstep(-0.05, 0.45, fractal(noise, x * 1.7 + 4, y * 1.7, 4)) * 0.2;
      lit = smoothstep(-0.12, 0.3, x * lightX + y * lightY + z * facing);
      tone = (0.86 + 0.14 * z) * (1 - seas);
    }
    const solid = edge * smoothstep(0.02, 0.75, lit);
    out[3] = solid + shine * (1 - solid);
    for (let channel = 0; channel < 3; channel++) {
      out[channel] = (disc[channel]! * tone * solid + glow[channel]! * shine * (1 - solid)) / Math.max(0.001, out[3]!);
    }
  };
  return paintLayer("moon", box, "sharp", paint, stage.pan(0.04));
}

/** All that stands in the sky before its clouds: the sky, the stars, the glow and the disc of the sun or moon, and a high haze that never rests. */
export function heavens(stage: Stage, horizonY: number, sun: Sun, starsTo = horizonY): Layer[] {
  const { light } = stage;
  const haze = veilLayer(stage, "high haze", mix(light.cloudLit, light.glow, 0.25), 0, 0.92 * horizonY, light.moon ? 0.34 : 0.36, 2.6);
  return [skyLayer(stage, horizonY, sun), starLayer(stage, starsTo), glowLayer(stage, sun, 0.62), discLayer(stage, sun), haze];
}

const SPARKLE = "M0,-1Q.08,-.08 1,0Q.08,.08 0,1Q-.08,.08 -1,0Q-.08,-.08 0,-1Z";

function starDrawing(radius: number, body: string) {
  const size = Math.max(2, Math.ceil(radius * 2));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2">${body}</svg>`;
  return { svg, width: size, height: size };
}

/** Twinkling stars down to `bottom`, in three sizes, a few with rays; none when the palette hides them. */
export function starLayer(stage: Stage, bottom: number, amount = 1): SpriteLayer {
  const random = stage.stream("stars");
  const count = Math.round(115 * amount * stage.light.stars);
  const colours = ["#ffffff", "#cfe0ff", "#ffe9cf"].map(parseColour);
  const dots = colours.map((colour) => {
    const stops = gradientStops([parseColour("#ffffff"), colour], [1, 0.75, 0.25, 0.06, 0]);
    return `<defs><radialGradient id="s">${stops}</radialGradient></defs><circle r="1" fill="url(#s)"/>`;
  });
  const rays = `<path d="${SPARKLE}" fill="${toCss(colours[1]!)}"/><circle r=".16" fill="#fff"/>`;
  const sizes = [0.0026, 0.0026, 0.0038, 0.0038, 0.0054, 0.0105].map((part) => part * stage.unit);
  const drawings = [dots[0]!, dots[1]!, dots[0]!, dots[2]!, dots[1]!, rays].map((body, index) => starDrawing(sizes[index]! * 1.3, body));
  const pan = stage.pan(0.05);
  const stars = Array.from({ length: count }, () => {
    const sprite = random() < 0.045 ? 5 : Math.floor(random() ** 1.7 * 5);
    const y = random() ** 1.35 * bottom;
    return {
      sprite,
      x: random() * (stage.width + 20) - 10,
      y,
      fading: 1 - smoothstep(0.55 * bottom, bottom, y),
      speed: between(random, 0.9, 3.4),
      phase: random() * 6.28,
      depth: between(random, 0.3, 0.9),
    };
  });
  return {
    kind: "sprites",
    name: "stars",
    drawings,
    at: (timeSec) => {
      const shift = pan(timeSec).x;
      return stars.map((star) => ({
        sprite: star.sprite,
        x: star.x + shift,
        y: star.y,
        opacity: star.fading * (1 - star.depth * (0.5 - 0.5 * Math.sin(timeSec * star.speed + star.phase))),
      }));
    },
  };
}

/** A gentle darkening of the corners and of the ground under captions, the last layer of a picture. */
export function gradeLayer(stage: Stage, strength = 1): ImageLayer {
  const { width, height, light } = stage;
  const dark = mix(light.silhouette, [0, 0, 0], 0.6);
  const [from, to] = stage.aspect === "9:16" ? [0.5, 0.78] : [0.66, 0.97];
  const columns = Math.round((160 * width) / Math.max(width, height));
  return paintLayer(
    "grade",
    { x: 0, y: 0, width, height },
    columns,
    (u, v, out) => {
      const corner = smoothstep(0.68, 1.25, Math.hypot((u - 0.5) * 1.75, (v - 0.48) * 1.6));
      const foot = smoothstep(from, to, v);
      out[0] = dark[0];
      out[1] = dark[1];
      out[2] = dark[2];
      out[3] = Math.min(0.7, strength * (0.34 * corner + 0.3 * foot));
    },
    () => ({ x: 0, y: 0 }),
  );
}
