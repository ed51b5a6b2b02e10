import type { ImageLayer, Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { createNoise, type Noise } from "./noise.ts";
import { between, drawLayer, type Stage, swing } from "./stage.ts";

/** A beach: `line` is the frame y of the water's edge at a frame x. */
export type Shore = { line: (x: number) => number; sand: Rgb };

/** A shoreline about `base` that runs down to one side in shallow bows. */
export function openShore(stage: Stage, base: number, slope: number): Shore {
  const { light, unit, width } = stage;
  const noise = createNoise(stage.stream("shoreline"));
  const line = (x: number): number =>
    base + slope * (x - width / 2) + 0.035 * unit * noise((x / unit) * 1.3, 4) + 0.01 * unit * noise((x / unit) * 4, 9);
  const dark = { day: 0, dawn: 0.12, sunset: 0.3, night: 0.2 }[light.palette];
  return {
    line,
    sand: mix(surface(light, parseColour("#efd6a8"), 1, light.moon ? 0.3 : light.palette === "day" ? 1 : 0.72), light.silhouette, dark),
  };
}

const points = (from: number, to: number, line: (x: number) => number, steps = 48): string[] =>
  Array.from({ length: steps + 1 }, (_, step) => {
    const x = lerp(from, to, step / steps);
    return `${x.toFixed(1)},${line(x).toFixed(1)}`;
  });

/** The sand, dark and shining where the water has just been. */
export function sandLayer(stage: Stage, shore: Shore, depth = 0.7): ImageLayer {
  const { light, unit, height } = stage;
  const { sand } = shore;
  const top = Math.min(...[0, 0.25, 0.5, 0.75, 1].map((part) => shore.line(part * stage.width))) - 0.05 * unit;
  const box = stage.span(depth, top, height - top);
  const [left, right] = [box.x, box.x + box.width];
  const wet = mix(mix(sand, light.silhouette, 0.35), mix(light.haze, light.glow, 0.4), light.moon ? 0.25 : 0.42);
  const damp = mix(sand, light.silhouette, 0.22);
  const near = mix(sand, light.silhouette, light.palette === "day" ? 0.06 : 0.3);
  const fill = (lower: number, colour: string): string =>
    `<path d="M${points(left, right, (x) => shore.line(x) + lower * unit).join("L")}L${right.toFixed(1)},${height + 2}L${left.toFixed(1)},${height + 2}Z" fill="${colour}"/>`;
  const random = stage.stream("sand grains");
  let [dark, pale] = ["", ""];
  for (let index = 0; index < 170; index++) {
    const x = left + random() * box.width;
    const y = lerp(shore.line(x) + 0.1 * unit, height, random() ** 0.8);
    const half = unit * between(random, 0.004, 0.02) * (0.4 + (y - top) / (height - top));
    const mark = `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + half * 0.22).toFixed(1)} ${(x + half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + half * 0.08).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;
    if (index % 2) dark += mark;
    else pale += mark;
  }
  const steps = [0.045, 0.06, 0.075, 0.09].map((lower, step) => fill(lower, toCss(mix(damp, sand, step / 3), 0.5))).join("");
  const ground = `<linearGradient id="n" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(top + 0.1 * unit).toFixed(0)}" y2="${height}">${gradientStops([sand, sand, near])}</linearGradient>`;
  const body = `<defs>${ground}</defs>${fill(-0.012, toCss(wet))}${fill(0.02, toCss(mix(wet, damp, 0.5)))}${steps}${fill(0.1, "url(#n)")}<path d="${dark}" fill="${toCss(mix(sand, light.silhouette, 0.6), 0.32)}"/><path d="${pale}" fill="${toCss(mix(sand, light.glow, 0.5), 0.4)}"/>`;
  return drawLayer("sand", box, body, stage.pan(depth));
}

/** A ragged line of foam along an edge, thick where it breaks. */
function foamPath(noise: Noise, unit: number, from: number, to: number, line: (x: number) => number, thick: number, row: number): string {
  const steps = 120;
  const edge = (x: number, side: number): number => {
    const body = Math.max(0.1, 0.45 + 0.8 * noise((x / unit) * 3.1, row * 7.7) + 0.3 * noise((x / unit) * 19, row));
    return line(x) + side * thick * body * (side < 0 ? 1 : 0.5) + thick * 0.25 * noise((x / unit) * 27, row + side);
  };
  const upper = points(from, to, (x) => edge(x, -1), steps);
  const lower = points(from, to, (x) => edge(x, 1), steps).reverse();
  return `M${upper.join("L")}L${lower.join("L")}Z`;
}

const foamTone = (stage: Stage): Rgb =>
  mix(mix(stage.light.haze, parseColour("#ffffff"), stage.light.moon ? 0.25 : 0.7), stage.light.glow, 0.2);

/** The last of a wave, thin and clear, that runs up the sand and back. */
function wash(stage: Stage, shore: Shore, index: number, depth: number): ImageLayer {
  const { unit, light } = stage;
  const noise = createNoise(stage.stream(`wash ${index}`));
  const swell = 0.024 * unit;
  const line = (x: number): number => shore.line(x) - 0.004 * unit + 0.014 * unit * noise((x / unit) * 2.3, index * 5);
  const middle = shore.line(stage.width / 2);
  const spread = Math.abs(shore.line(0) - shore.line(stage.width)) / 2 + 0.06 * unit;
  const box = stage.span(depth, middle - spread - 0.1 * unit, 2 * spread + 0.13 * unit, 0.02 * unit);
  const [left, right] = [box.x, box.x + box.width];
  const film = `M${points(left, right, line).join("L")}L${points(left, right, (x) => line(x) - 0.085 * unit)
    .reverse()
    .join("L")}Z`;
  const water = mix(light.haze, light.sky[1]!, 0.45);
  const foam = toCss(foamTone(stage), 0.85);
  const body = `<path d="${film}" fill="${toCss(water, 0.4)}"/><path d="${foamPath(noise, unit, left, right, line, 0.008 * unit, index)}" fill="${foam}"/><path d="${foamPath(noise, unit, left, right, (x) => line(x) - (0.03 + 0.016 * index) * unit, 0.0035 * unit, index + 3)}" fill="${foam}" fill-opacity=".5"/>`;
  const rest = swing(0, swell, 6.4 + index, index * 2.6);
  const pan = stage.pan(depth);
  return drawLayer(`wash ${index}`, box, body, (timeSec) => ({ x: pan(timeSec).x, y: rest(timeSec).y }));
}

/** A wave that rises far out, comes in and breaks, over and over. */
function roller(stage: Stage, shore: Shore, horizonY: number, index: number, count: number): ImageLayer {
  const { unit, light, width } = stage;
  const noise = createNoise(stage.stream(`roller ${index}`));
  const middle = shore.line(width / 2);
  const line = (x: number): number => 0.55 * (shore.line(x) - middle) + 0.012 * unit * noise((x / unit) * 1.4, index * 3);
  const spread = Math.abs(line(0) - line(width)) / 2 + 0.04 * unit;
  const box = stage.span(0.6, -spread, 2 * spread + 0.04 * unit, 0.02 * unit);
  const [left, right] = [box.x, box.x + box.width];
  const dark = mix(light.sky[0]!, light.silhouette, 0.4);
  const face = `M${points(left, right, line).join("L")}L${points(
    left,
    right,
    (x) => line(x) + 0.016 * unit * (0.7 + 0.5 * noise((x / unit) * 2, 8)),
  )
    .reverse()
    .join("L")}Z`;
  const body = `<path d="${face}" fill="${toCss(dark, 0.34)}"/><path d="${foamPath(noise, unit, left, right, line, 0.0095 * unit, index + 11)}" fill="${toCss(foamTone(stage), 0.9)}"/>`;
  const pan = stage.pan(0.6);
  return drawLayer(`roller ${index}`, box, body, (timeSec) => {
    const part = (timeSec / 11 + index / count) % 1;
    const y = lerp(horizonY + 0.34 * (middle - horizonY), middle - 0.012 * unit, part ** 1.25);
    return { x: pan(timeSec).x, y, opacity: Math.min(1, 2.6 * part) * Math.min(1, 5 * (1 - part)) };
  });
}

/** The waves that come in upon a beach and the sand they wash over, back to front. */
export function surf(stage: Stage, shore: Shore, horizonY: number, depth = 0.7): Layer[] {
  const rollers = [0, 1, 2].map((index) => roller(stage, shore, horizonY, index, 3));
  return [...rollers, sandLayer(stage, shore, depth), wash(stage, shore, 0, depth), wash(stage, shore, 1, depth)];
}
