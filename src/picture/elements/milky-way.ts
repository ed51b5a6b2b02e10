import type { ImageLayer, SpriteLayer } from "../layer.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, smoothstep, toCss } from "./colour.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { between, breathe, drawLayer, paintLayer, type Stage, swing, together } from "./stage.ts";

/** Where the band of the galaxy runs: a point of it, and its direction. */
export type Band = { x: number; y: number; angle: number };

/** Lays the band across the sky, rising from the horizon to one side. */
export function layBand(stage: Stage, horizonY: number): Band {
  const random = stage.stream("band");
  const steep = stage.aspect === "9:16" ? between(random, 1.05, 1.3) : between(random, 0.55, 0.85);
  return { x: stage.width * between(random, 0.42, 0.58), y: 0.46 * horizonY, angle: steep * (random() < 0.5 ? -1 : 1) };
}

/** The milky way: a glowing river of unresolved stars with dark lanes of dust, warm in its heart and blue at its edges. */
export function milkyWay(stage: Stage, band: Band, horizonY: number): ImageLayer {
  const noise = createNoise(stage.stream("milky way"));
  const { unit, width, light } = stage;
  const reach = 0.02 * unit;
  const box = { x: -2 * reach, y: -2 * reach, width: width + 4 * reach, height: horizonY + 2 * reach };
  const [cos, sin] = [Math.cos(band.angle), Math.sin(band.angle)];
  const warm = mix(parseColour("#ffe3c4"), light.glow, 0.35);
  const cool = mix(parseColour("#8fb2f4"), light.sky[4]!, 0.3);
  const rose = mix(parseColour("#d88ad0"), light.sky[4]!, 0.25);
  const breadth = 0.27 * unit;
  const paint = (u: number, v: number, out: Float64Array): void => {
    const dx = box.x + u * box.width - band.x;
    const dy = box.y + v * box.height - band.y;
    const along = (dx * cos + dy * sin) / unit;
    const bow = 0.1 * Math.sin(along * 1.7);
    const across = ((dy * cos - dx * sin) / breadth + bow) * (1 + 0.18 * along);
    const [nx, ny] = [dx / unit, dy / unit];
    const grain = fractal(noise, nx * 4.2, ny * 4.2, 4, 0.6);
    const cloud = fractal(noise, nx * 1.7 + 9, ny * 1.7, 4, 0.55);
    const body = Math.exp(-across * across * 1.15) * (0.7 + 0.6 * cloud + 0.3 * grain);
    const core = Math.exp(-across * across * 6) * Math.exp(-along * along * 0.7) * (0.8 + 0.5 * grain);
    const lane = smoothstep(0.52, 0.82, ridged(noise, nx * 1.6 + 30, ny * 1.6, 4, 0.55)) * Math.exp(-((across - 0.12) ** 2) * 3.2);
    const strength = Math.max(0, body * 0.74 + core * 0.62) * (1 - 0.72 * lane);
    const hue = smoothstep(0.15, 0.8, core + 0.3 * cloud);
    const pink = 0.75 * smoothstep(0.25, 0.6, fractal(noise, nx * 2.1 - 20, ny * 2.1, 3)) * Math.exp(-across * across * 2);
    for (let channel = 0; channel < 3; channel++) out[channel] = lerp(lerp(cool[channel]!, warm[channel]!, hue), rose[channel]!, pink);
    out[3] = Math.min(0.9, strength * 0.92) * smoothstep(0, 0.3, 1 - v);
  };
  return paintLayer(
    "milky way",
    box,
    Math.round((340 * box.width) / Math.max(width, stage.height)),
    paint,
    together(swing(reach, reach * 0.6, 19), breathe(0.84, 1, 6.7)),
  );
}

/** The fine stars that crowd along the band. */
export function starDust(stage: Stage, band: Band, horizonY: number, count = 620): ImageLayer[] {
  return [0, 1].map((set) => {
    const random = stage.stream(`star dust ${set}`);
    const { unit, width } = stage;
    const box = stage.span(0.05, 0, horizonY);
    const parts: string[] = ["", "", ""];
    for (let index = 0; index < count / 2; index++) {
      const off = (random() + random() + random() - 1.5) * 0.62 * unit;
      const along = between(random, -1.4, 1.4) * Math.max(width, horizonY) * 0.62;
      const inBand = random() < 0.66;
      const x = inBand ? band.x + Math.cos(band.angle) * along - Math.sin(band.angle) * off : box.x + random() * box.width;
      const y = inBand ? band.y + Math.sin(band.angle) * along + Math.cos(band.angle) * off : random() * horizonY;
      if (x < box.x || x > box.x + box.width || y < 0 || y > horizonY) continue;
      const size = unit * between(random, 0.0014, 0.003);
      parts[index % 3] +=
        `M${(x - size).toFixed(1)},${y.toFixed(1)}h${(2 * size).toFixed(2)}v${(1.6 * size).toFixed(2)}h${(-2 * size).toFixed(2)}Z`;
    }
    const tones = ["#ffffff", "#cfe0ff", "#ffe6c8"];
    const body = parts
      .map((path, index) => `<path d="${path}" fill="${tones[index]}" fill-opacity="${[0.85, 0.6, 0.5][index]}"/>`)
      .join("");
    return drawLayer(`star dust ${set}`, box, body, together(stage.pan(0.05), breathe(set ? 0.4 : 0.55, 1, 2.3 + set, 2 * set)));
  });
}

/** Shooting stars: now and then one draws its bright line and is gone. */
export function meteors(stage: Stage, horizonY: number): SpriteLayer {
  const random = stage.stream("meteors");
  const { unit, width } = stage;
  const side = random() < 0.5 ? -1 : 1;
  const drawings = [0, 1, 2].map(() => {
    const slope = between(random, 0.35, 0.6);
    const wide = Math.ceil(unit * 0.3);
    const tall = Math.ceil(wide * slope) + 6;
    const stops = gradientStops([parseColour("#cfe2ff"), parseColour("#ffffff")], [0, 0.25, 0.95]);
    const flip = side < 0 ? `transform="translate(${wide} 0) scale(-1 1)"` : "";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}"><defs><linearGradient id="m" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="${wide}" y2="${(wide * slope).toFixed(0)}">${stops}</linearGradient></defs><g ${flip}><path d="M0,0L${wide - 3},${(wide * slope).toFixed(1)}L${wide - 4},${(wide * slope + unit * 0.0045).toFixed(1)}Z" fill="url(#m)"/><circle cx="${wide - 4}" cy="${(wide * slope + unit * 0.001).toFixed(1)}" r="${(unit * 0.0034).toFixed(2)}" fill="#fff"/></g></svg>`;
    return { svg, width: wide, height: tall, slope };
  });
  const flights = Array.from({ length: 4 }, (_, index) => ({
    sprite: index % 3,
    every: between(random, 5.5, 9),
    from: index * 1.9 + between(random, 0, 1.2),
    seeds: Array.from({ length: 5 }, () => ({ x: between(random, 0.05, 0.75), y: between(random, 0.02, 0.5) })),
  }));
  return {
    kind: "sprites",
    name: "meteors",
    drawings: drawings.map(({ svg, width: wide, height: tall }) => ({ svg, width: wide, height: tall })),
    at: (timeSec) =>
      flights.map(({ sprite, every, from, seeds }) => {
        const turn = (timeSec + from) / every;
        const part = Math.min(1, (turn - Math.floor(turn)) * (every / 0.9));
        const seed = seeds[Math.floor(turn) % seeds.length]!;
        const run = unit * 0.42 * part;
        return {
          sprite,
          scale: 0.6 + 0.4 * part,
          x: seed.x * width + side * run,
          y: seed.y * horizonY + run * drawings[sprite]!.slope,
          opacity: part >= 1 ? 0 : Math.sin(Math.PI * part) ** 0.8,
        };
      }),
  };
}

/** Somebody who looks up at the sky, beside a small tent that is lit from within. */
export function campSvg(stage: Stage, x: number, ground: number, size: number, side: number): string {
  const dark = toCss(stage.light.silhouette);
  const lamp: Rgb = parseColour("#ffb85c");
  const glow = gradientStops([parseColour("#ffe9bc"), lamp, mix(lamp, stage.light.silhouette, 0.45)], [1], 6);
  const halo = gradientStops([lamp, lamp], [0.42, 0.16, 0]);
  return `<defs><radialGradient id="tent" cx=".5" cy=".85" r=".8">${glow}</radialGradient><radialGradient id="halo">${halo}</radialGradient></defs><g transform="translate(${x.toFixed(1)} ${ground.toFixed(1)}) scale(${(side * size).toFixed(2)} ${size.toFixed(2)})"><ellipse cy="-.1" rx="1.3" ry=".75" fill="url(#halo)"/><path d="M-.62,.03L-.06,-.62L.02,-.62L.66,.03Z" fill="url(#tent)"/><path d="M-.03,-.62L.1,.03H.3L.02,-.6ZM-.66,.05L-.07,-.66H-.02L-.6,.05ZM.68,.05L.02,-.66H-.03L.62,.05Z" fill="${dark}"/><path d="M1.25,.04L1.27,-.3Q1.2,-.44 1.29,-.5Q1.34,-.53 1.38,-.5Q1.46,-.43 1.42,-.3L1.45,.04H1.36L1.345,-.2L1.33,.04Z" fill="${dark}"/><circle cx="1.325" cy="-.59" r=".072" fill="${dark}"/></g>`;
}
