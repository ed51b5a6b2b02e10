import type { Aspect } from "../../domain/frame.ts";
import { hashSeed, type Random, seededRandom } from "../../domain/seed.ts";
import type { ImageLayer, Placement, SceneryBrief } from "../layer.ts";
import { type Light, lightOf } from "../palettes.ts";
import { type Paint, paintRaster, unitFor } from "./bitmap.ts";

/** A rectangle in frame pixels as seen in the middle of the scene's camera path. */
export type Box = { x: number; y: number; width: number; height: number };

/** An offset in pixels that changes with time. */
export type Motion = (timeSec: number) => Placement;

/**
 * What a setting draws upon. Everything is in frame pixels, `width` x `height`, with `unit` the short side; layers of depth 0 (infinitely far)
 * to 1 (nearest) follow the camera's sideways path of `travel` pixels.
 */
export type Stage = {
  width: number;
  height: number;
  unit: number;
  aspect: Aspect;
  light: Light;
  durationSec: number;
  travel: number;
  /** The picture of the sun or moon that the sentence names: it takes the place of the drawn one. */
  celestial?: string;
  /** A stream of numbers of its own for each name: adding one thing never changes another. */
  stream: (name: string) => Random;
  /** Sideways motion of something at a depth. */
  pan: (depth: number) => Motion;
  /** The width that a layer at a depth can show, as a box of the given top and height. */
  span: (depth: number, top: number, height: number, extra?: number) => Box;
};

/** Pictures that stand where the sun or moon would. */
export const CELESTIAL = /^(sun|full-moon|crescent-moon|(first|last)-quarter-moon|(waxing|waning)-(crescent|gibbous)-moon)$/;

/** How long after the end of a scene it may still be seen giving way to the next. */
const TAIL_SEC = 2;

/** Opens the stage for a brief: picks the light and plans the camera's path. */
export function openStage(brief: SceneryBrief): Stage {
  const { width, height } = brief.size;
  const seed = Math.floor(brief.random() * 0x100000000);
  const stream = (name: string): Random => seededRandom(hashSeed(seed, name));
  const lengthSec = brief.durationSec + TAIL_SEC;
  const travel = 0.11 * Math.max(width, 0.75 * height) * (1 - Math.exp(-0.17 * lengthSec));
  const direction = stream("camera")() < 0.5 ? -1 : 1;
  const pan = (depth: number): Motion => {
    const reach = direction * travel * depth;
    return (timeSec) => ({ x: reach * (Math.min(1, Math.max(0, timeSec / lengthSec)) - 0.5), y: 0 });
  };
  const span = (depth: number, top: number, boxHeight: number, extra = 0): Box => {
    const side = (travel * depth) / 2 + extra + 2;
    return { x: -side, y: top, width: width + 2 * side, height: boxHeight };
  };
  const named = brief.subjects.find((subject) => CELESTIAL.test(subject.picture));
  const celestial = named && brief.subjectSvg(named.picture);
  return {
    width,
    height,
    unit: Math.min(width, height),
    aspect: brief.aspect,
    light: brief.light ?? lightOf(brief.palette, stream("light")),
    durationSec: brief.durationSec,
    travel,
    stream,
    pan,
    span,
    ...(celestial ? { celestial } : {}),
  };
}

/** One image layer whose drawing covers `box` (grown to whole pixels) in frame coordinates and moves by `motion`. */
export function drawLayer(
  name: string,
  box: Box,
  body: string,
  motion: Motion,
  options: { scale?: number; opaque?: boolean } = {},
): ImageLayer {
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  const [width, height] = [Math.ceil(box.x + box.width) - x, Math.ceil(box.y + box.height) - y];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${body}</svg>`;
  return {
    kind: "image",
    name,
    drawing: { svg, width, height, ...(options.scale ? { scale: options.scale } : {}) },
    ...(options.opaque ? { opaque: true } : {}),
    at: moving(x, y, motion),
  };
}

/** A layer painted point by point; about `columns` points lie across the whole width of `box`, every output pixel is one when it says "sharp". */
export function paintLayer(
  name: string,
  box: Box,
  columns: number | "sharp",
  paint: Paint,
  motion: Motion,
  options: { opaque?: boolean } = {},
): ImageLayer {
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  const width = Math.ceil(box.x + box.width) - x;
  const height = Math.ceil(box.y + box.height) - y;
  const bitmap = paintRaster(width, height, columns === "sharp" ? 1 : unitFor(width, columns), paint);
  return {
    kind: "image",
    name,
    drawing: { svg: "", width, height, bitmap },
    ...(options.opaque ? { opaque: true } : {}),
    at: moving(x, y, motion),
  };
}

/** A place and a motion about it. */
const moving =
  (x: number, y: number, motion: Motion): Motion =>
  (timeSec) => {
    const at = motion(timeSec);
    return { ...at, x: x + at.x, y: y + at.y };
  };

/** An SVG document placed as a square inside another. */
export const nestedSvg = (svg: string, x: number, y: number, size: number): string =>
  svg.replace(
    /^<svg[^>]*>/,
    `<svg x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}" viewBox="0 0 32 32">`,
  );

/** Several motions at once: offsets add up, opacities multiply. */
export const together =
  (...motions: Motion[]): Motion =>
  (timeSec) => {
    let [x, y, opacity] = [0, 0, 1];
    for (const motion of motions) {
      const at = motion(timeSec);
      x += at.x;
      y += at.y;
      opacity *= at.opacity ?? 1;
    }
    return { x, y, opacity };
  };

/** Steady motion at pixels a second, `0` in the middle of the scene. */
export const drift =
  (stage: Stage, speed: number): Motion =>
  (timeSec) => ({ x: speed * (timeSec - stage.durationSec / 2), y: 0 });

/** Opacity that breathes between `low` and `high` without ever resting: two waves that do not share a period. */
export const breathe =
  (low: number, high: number, periodSec: number, phase = 0): Motion =>
  (timeSec) => {
    const wave =
      0.6 * Math.sin((2 * Math.PI * timeSec) / periodSec + phase) +
      0.4 * Math.sin((2 * Math.PI * timeSec) / (periodSec * 0.43) + 2 * phase);
    return { x: 0, y: 0, opacity: low + (high - low) * (0.5 + 0.5 * wave) };
  };

/** Swinging about a middle by `x` and `y` pixels. */
export const swing =
  (x: number, y: number, periodSec: number, phase = 0): Motion =>
  (timeSec) => {
    const angle = (2 * Math.PI * timeSec) / periodSec + phase;
    return { x: x * Math.sin(angle), y: y * Math.cos(angle) };
  };

/** A number in a range from a stream. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** One of a list from a stream. */
export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
