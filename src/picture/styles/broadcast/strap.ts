import { smoothstep } from "../../camera.ts";
import { toCss } from "../../elements/colour.ts";
import type { ImageLayer, Layer } from "../../layer.ts";
import { arrived } from "../motion.ts";
import { CAPITAL_EM, setBlock } from "../text-block.ts";
import { type Board, drawn } from "./board.ts";

type Plate = { name: string; width: number; height: number; body: string };

const LEAVES_SEC = 0.35;

/** How much of a plate is uncovered, 0..1: quickly in, quickly out. */
const uncovered = ({ fromSec, untilSec }: Board, timeSec: number, afterSec: number): number =>
  Math.min(arrived(timeSec, fromSec + afterSec, 0.5), smoothstep((untilSec - timeSec) / LEAVES_SEC));

/** The strap with the headline: dark letters on a light plate, the accent at the side where reading begins. */
function headlinePlate({ picture, means, headline, layout, unit, colours, rightToLeft }: Board): Plate {
  const { em, least, width, lines } = layout.strap;
  const bounds = {
    width: width * picture.size.width,
    largest: em * unit,
    smallest: least * unit,
    few: lines,
    most: picture.aspect === "16:9" ? 2 : 3,
  };
  const block = setBlock(means.type, headline, picture.language ?? "", { weight: "bold", bounds, side: 0, lineEm: 1.2 });
  const [padX, padY, bar] = [0.62 * block.em, 0.5 * block.em, Math.round(unit * 0.014)];
  const wide = Math.max(block.width, unit * 0.32) + 2 * padX + bar;
  const high = Math.round(block.height + 2 * padY);
  const x = rightToLeft ? wide - bar - padX - block.width : bar + padX;
  const text = `<path transform="translate(${x.toFixed(1)} ${padY.toFixed(1)})" d="${block.paths.join("")}" fill="${toCss(colours.ink)}"/>`;
  const mark = `<rect x="${rightToLeft ? Math.ceil(wide) - bar : 0}" width="${bar}" height="${high}" fill="${toCss(colours.accent)}"/>`;
  return {
    name: "strap",
    width: Math.ceil(wide),
    height: high,
    body: `<rect width="${Math.ceil(wide)}" height="${high}" fill="${toCss(colours.plate, 0.96)}"/>${mark}${text}`,
  };
}

/** The film's title, small and white on the accent, above the strap. */
function labelPlate({ picture, means, label, layout, unit, colours }: Board): Plate | undefined {
  if (label === "") return undefined;
  const em = unit * (picture.aspect === "9:16" ? 0.034 : 0.027);
  const bounds = { width: layout.strap.width * picture.size.width, largest: em, smallest: em * 0.7, few: 1, most: 1 };
  const block = setBlock(means.type, label, picture.language ?? "", { weight: "bold", spreadEm: 0.09, bounds, side: 0 });
  const [padX, height] = [0.8 * block.em, Math.round(2 * em)];
  const width = Math.ceil(block.width + 2 * padX);
  const y = (height - CAPITAL_EM * block.em) / 2;
  const body = `<rect width="${width}" height="${height}" fill="${toCss(colours.accent)}"/><path transform="translate(${padX.toFixed(1)} ${y.toFixed(1)})" d="${block.paths.join("")}" fill="#fff"/>`;
  return { name: "label", width, height, body };
}

/** A plate that is uncovered from the side where reading begins. */
function placed(board: Board, plate: Plate, y: number, afterSec: number): ImageLayer {
  const { picture, layout, rightToLeft } = board;
  const edge = Math.round(layout.strap.side * picture.size.width);
  const x = rightToLeft ? picture.size.width - edge - plate.width : edge;
  return drawn(plate.name, plate, plate.body, (timeSec) => {
    const width = Math.round(plate.width * uncovered(board, timeSec, afterSec));
    const from = rightToLeft ? x + plate.width - width : x;
    return { x, y, opacity: width === 0 ? 0 : 1, within: { x: from, y, width, height: plate.height } };
  });
}

/** A gleam that passes over the strap again and again. */
function gleam(board: Board, { width, height }: Plate, y: number): ImageLayer {
  const { picture, layout, unit, colours, rightToLeft } = board;
  const edge = Math.round(layout.strap.side * picture.size.width);
  const x = rightToLeft ? picture.size.width - edge - width : edge;
  const high = Math.max(3, Math.round(unit * 0.0055));
  const length = Math.round(width * 0.3);
  const stops = [0, 1, 0].map(
    (alpha, index) => `<stop offset="${index / 2}" stop-color="${toCss(colours.bright)}" stop-opacity="${alpha}"/>`,
  );
  const body = `<linearGradient id="g">${stops.join("")}</linearGradient><rect width="${length}" height="${high}" fill="url(#g)"/>`;
  const room = width + length;
  return drawn("gleam", { width: length, height: high }, body, (timeSec) => {
    const shown = uncovered(board, timeSec, 0.5);
    const at = x - length + ((timeSec * width * 0.4) % room);
    return { x: at, y: y + height - high, opacity: shown < 1 ? 0 : 1, within: { x, y, width, height } };
  });
}

/** The lower third: headline, film's title and what moves upon them; the title alone where nothing else is to be said. */
export function strap(board: Board): Layer[] {
  const label = labelPlate(board);
  const bottom = Math.round(board.layout.strap.bottom * board.picture.size.height);
  if (board.headline === "") return label ? [placed(board, label, bottom - label.height, 0)] : [];
  const plate = headlinePlate(board);
  const y = bottom - plate.height;
  const layers: Layer[] = [placed(board, plate, y, 0), gleam(board, plate, y)];
  return label ? [...layers, placed(board, label, y - label.height, 0.16)] : layers;
}
