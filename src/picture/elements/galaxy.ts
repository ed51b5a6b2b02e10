import type { ImageLayer, SpriteLayer } from "../layer.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, smoothstep } from "./colour.ts";
import type { Tones } from "./cosmos.ts";
import { createNoise, fractal } from "./noise.ts";
import { between, paintLayer, type Stage, swing, together } from "./stage.ts";

/** A spiral galaxy: its middle, the reach of its arms in pixels, how it is tilted and turned. */
export type Galaxy = { x: number; y: number; reach: number; flat: number; turn: number; arms: number; twist: number };

/** Places a galaxy beside the middle of the picture. */
export function placeGalaxy(stage: Stage): Galaxy {
  const random = stage.stream("galaxy");
  const { unit, width, height, aspect } = stage;
  return {
    x: width * between(random, 0.4, 0.6),
    y: height * (aspect === "9:16" ? 0.36 : 0.42),
    reach: unit * (aspect === "16:9" ? between(random, 0.72, 0.82) : 0.6),
    flat: between(random, 0.36, 0.52),
    turn: between(random, -0.5, 0.5),
    arms: 2,
    twist: between(random, 3.1, 3.7) * (random() < 0.5 ? -1 : 1),
  };
}

/** The galaxy's light: a warm heart, arms of gas and young stars wound about it, lanes of dust between. */
export function galaxyLayer(stage: Stage, galaxy: Galaxy, tones: Tones): ImageLayer {
  const noise = createNoise(stage.stream("galaxy gas"));
  const { reach, flat, arms, twist } = galaxy;
  const half = reach * 1.06;
  const box = { x: galaxy.x - half, y: galaxy.y - half * 0.78, width: 2 * half, height: 1.56 * half };
  const [cos, sin] = [Math.cos(galaxy.turn), Math.sin(galaxy.turn)];
  const heart = mix(tones.star, parseColour("#ffe6b8"), 0.5);
  const cold = mix(tones.clouds[2]!, parseColour("#bcd4ff"), 0.4);
  const warm: Rgb = mix(tones.clouds[1]!, heart, 0.25);
  return paintLayer(
    "galaxy",
    box,
    Math.round((box.width / Math.max(stage.width, stage.height)) * 620),
    (u, v, out) => {
      const dx = (box.x + u * box.width - galaxy.x) / reach;
      const dy = (box.y + v * box.height - galaxy.y) / reach;
      const px = dx * cos + dy * sin;
      const py = (dy * cos - dx * sin) / flat;
      const away = Math.hypot(px, py) + 1e-6;
      out[3] = 0;
      const bulge = Math.exp(-((px * px) / 0.016 + (dy * cos - dx * sin) ** 2 / 0.0085));
      if (away > 1.05 && bulge < 0.003) return;
      const curl = 0.5 * fractal(noise, px * 3.4, py * 3.4, 4, 0.55);
      const angle = Math.atan2(py, px) * arms + twist * 2 * Math.log(away + 0.06) + curl * 1.5;
      const arm = 0.5 + 0.5 * Math.cos(angle);
      const lane = smoothstep(0.72, 0.98, 0.5 + 0.5 * Math.cos(angle - 1.25 - curl));
      const gas = 0.55 + 0.75 * fractal(noise, px * 8 + 9, py * 8, 5, 0.6);
      const disc = smoothstep(1.02, 0.12, away);
      const glow = disc * (0.16 + 0.95 * arm ** 2.2 * gas) * (1 - 0.6 * lane * smoothstep(0.02, 0.2, away));
      const knots = arm > 0.6 ? smoothstep(0.42, 0.62, fractal(noise, px * 17, py * 17 + 5, 3)) * disc : 0;
      const inner = smoothstep(0.55, 0.05, away);
      const light = Math.min(1, 0.72 * glow + 0.5 * knots + 1.15 * bulge + 0.3 * inner * disc);
      const hot = Math.min(1, 1.2 * bulge + 0.55 * inner);
      for (let channel = 0; channel < 3; channel++) {
        const outer = lerp(lerp(cold[channel]!, warm[channel]!, lane * 0.7), 255, 0.3 * knots);
        out[channel] = lerp(lerp(outer, heart[channel]!, hot), 255, Math.min(0.8, bulge * bulge));
      }
      out[3] = light;
    },
    together(stage.pan(0.35), swing(0.01 * stage.unit, 0.006 * stage.unit, 14)),
  );
}

/** Stars within the arms that twinkle and drift along them, which makes the galaxy seem to turn. */
export function armStars(stage: Stage, galaxy: Galaxy, tones: Tones): SpriteLayer {
  const random = stage.stream("arm stars");
  const sizes = [0.0032, 0.0045, 0.0075].map((part) => Math.max(2, Math.round(part * stage.unit * 2)));
  const drawings = sizes.map((size) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="s">${gradientStops([parseColour("#ffffff"), tones.star], [1, 0.6, 0.15, 0])}</radialGradient></defs><circle r="1" fill="url(#s)"/></svg>`,
    width: size,
    height: size,
  }));
  const stars = Array.from({ length: 150 }, (_, index) => {
    const away = 0.12 + 0.86 * random() ** 0.8;
    const along = ((index % galaxy.arms) / galaxy.arms) * 2 * Math.PI - galaxy.twist * Math.log(away + 0.06) + between(random, -0.4, 0.4);
    return { away, along, sprite: random() < 0.08 ? 2 : random() < 0.4 ? 1 : 0, phase: random() * 6.28, speed: between(random, 0.8, 2.4) };
  });
  const [cos, sin] = [Math.cos(galaxy.turn), Math.sin(galaxy.turn)];
  const pan = stage.pan(0.35);
  const turning = -Math.sign(galaxy.twist) * 0.012;
  return {
    kind: "sprites",
    name: "arm stars",
    drawings,
    at: (timeSec) =>
      stars.map((star) => {
        const angle = star.along + turning * timeSec;
        const px = Math.cos(angle) * star.away * galaxy.reach;
        const py = Math.sin(angle) * star.away * galaxy.reach * galaxy.flat;
        const half = sizes[star.sprite]! / 2;
        return {
          sprite: star.sprite,
          x: galaxy.x + px * cos - py * sin - half + pan(timeSec).x,
          y: galaxy.y + px * sin + py * cos - half,
          opacity: 0.35 + 0.5 * (0.5 + 0.5 * Math.sin(star.speed * timeSec + star.phase)),
        };
      }),
  };
}
