import { gradientStops, toCss } from "../../elements/colour.ts";
import type { ImageLayer, Layer } from "../../layer.ts";
import { seen } from "../motion.ts";
import { type Board, drawn } from "./board.ts";
import { pictureArea } from "./layout.ts";

const LIGHT_SEC = 11;
const LINE_PER_SEC = 0.085;

/** Slanting panes of light that pass over the picture without end. */
export function panes({ picture: { size }, unit }: Board): ImageLayer {
  const width = 8 * Math.round((unit * 0.9) / 8);
  const slant = unit * 0.36;
  const height = 8 * Math.ceil(size.height / 8);
  const pane = (x: number, wide: number, alpha: number): string =>
    `<path d="M${(x + slant).toFixed(1)} 0h${wide.toFixed(1)}l${(-slant).toFixed(1)} ${height}h${(-wide).toFixed(1)}z" fill="#fff" fill-opacity="${alpha}"/>`;
  const body = pane(unit * 0.02, unit * 0.24, 0.06) + pane(unit * 0.33, unit * 0.09, 0.042) + pane(unit * 0.47, unit * 0.03, 0.036);
  const room = size.width + width;
  return drawn("panes", { width, height }, body, (timeSec) => ({ x: (((timeSec / LIGHT_SEC + 0.35) * room) % room) - width, y: 0 }), 0.25);
}

/** The ground of captions, into which the picture's lower edge fades. */
function footing({ picture: { size, aspect }, layout, colours }: Board): ImageLayer {
  const edge = pictureArea(aspect, size).height;
  const top = 8 * Math.floor((layout.strap.bottom * size.height - 0.5 * (edge - layout.strap.bottom * size.height)) / 8) - 64;
  const height = size.height - top;
  const full = (edge - 8 - top) / height;
  const stop = (part: number, alpha: number): string =>
    `<stop offset="${(part * full).toFixed(4)}" stop-color="${toCss(colours.deep)}" stop-opacity="${alpha}"/>`;
  const stops = [stop(0, 0), stop(0.25, 0.22), stop(0.5, 0.62), stop(0.75, 0.9), stop(1, 1)].join("");
  const body = `<linearGradient id="g" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient><rect width="${size.width}" height="${height}" fill="url(#g)"/>`;
  return drawn("footing", { width: size.width, height }, body, () => ({ x: 0, y: top }), 0.25);
}

/** The ground below the picture. */
export function below({ picture: { size, aspect }, colours }: Board): ImageLayer {
  const top = pictureArea(aspect, size).height - 16;
  const height = size.height - top;
  const body = `<rect width="${size.width}" height="${height}" fill="${toCss(colours.deep)}"/>`;
  return drawn("below", { width: size.width, height }, body, () => ({ x: 0, y: top }), 0.125);
}

/** What darkens the whole picture, with broad slanting bands, while large texts stand over it. */
function curtain({ picture: { size, facts }, unit, colours }: Board): Layer[] {
  const cards = (facts?.cards ?? []).filter(({ kind }) => kind !== "heading");
  if (cards.length === 0) return [];
  const band = unit * 0.16;
  const bands = Array.from({ length: Math.ceil((size.width + size.height) / (2 * band)) }, (_, index) => {
    const x = index * 2 * band;
    return `<path d="M${x.toFixed(1)} 0h${band.toFixed(1)}l${(-0.5 * size.height).toFixed(1)} ${size.height}h${(-band).toFixed(1)}z" fill="#fff" fill-opacity=".028"/>`;
  });
  const stops = gradientStops([colours.deep, colours.accent], [0.9, 0.8, 0.62]);
  const body = `<linearGradient id="g" x1="0" y1="0" x2="1" y2=".6">${stops}</linearGradient><rect width="${size.width}" height="${size.height}" fill="url(#g)"/>${bands.join("")}`;
  const shown = (timeSec: number): number =>
    Math.max(...cards.map(({ kind, startSec, endSec }) => seen(timeSec, startSec - 0.1, kind === "end" ? undefined : endSec, 0.35, 0.4)));
  return [drawn("curtain", size, body, (timeSec) => ({ x: 0, y: 0, opacity: shown(timeSec) }), 0.25)];
}

/** A thin line below the captions along which dashes run, as news would. */
function runningLine({ picture: { size }, unit, layout, colours }: Board): Layer[] {
  const thick = Math.max(2, Math.round(unit * 0.0042));
  const cell = 2 * Math.round(unit * 0.16);
  const width = size.width + cell;
  const dashes = Array.from({ length: Math.ceil(width / cell) }, (_, index) => {
    const x = index * cell;
    return `<rect x="${x}" width="${Math.round(cell * 0.34)}" height="${thick}" fill="${toCss(colours.bright)}"/><rect x="${x + Math.round(cell * 0.4)}" width="${Math.round(cell * 0.07)}" height="${thick}" fill="#fff"/>`;
  });
  const body = `<rect width="${width}" height="${thick}" fill="#fff" fill-opacity=".22"/>${dashes.join("")}`;
  const y = Math.round(layout.line * size.height);
  return [drawn("running line", { width, height: thick }, body, (timeSec) => ({ x: -((timeSec * LINE_PER_SEC * unit) % cell), y }))];
}

/** Broad slanting bands below the running line, which go against it. */
function bands({ picture: { size }, unit, layout }: Board): ImageLayer {
  const top = Math.ceil((layout.line * size.height) / 8) * 8;
  const [height, step] = [size.height - top, 8 * Math.round((unit * 0.14) / 8)];
  const width = 8 * Math.ceil((size.width + 2 * step) / 8);
  const slant = 0.45 * height;
  const shapes = Array.from({ length: Math.ceil((width + slant) / (2 * step)) + 1 }, (_, index) => {
    const x = index * 2 * step;
    return `<path d="M${x} 0h${step}l${(-slant).toFixed(1)} ${height}h${-step}z" fill="#fff" fill-opacity=".04"/>`;
  });
  const start = (timeSec: number): number => ((timeSec * 0.05 * unit) % (2 * step)) - 2 * step;
  return drawn("bands", { width, height }, shapes.join(""), (timeSec) => ({ x: start(timeSec), y: top }), 0.5);
}

/** Behind the strap, in front of the picture. */
export const ground = (board: Board): Layer[] => [footing(board), bands(board), ...curtain(board), ...runningLine(board)];
