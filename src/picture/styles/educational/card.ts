import type { Subject } from "../../../domain/storyboard.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import type { Area, Drawing, ImageLayer, Layer } from "../../layer.ts";
import { changed, moved } from "../../placing.ts";
import { arrived, seen, wave } from "../motion.ts";
import { springing } from "../springing.ts";
import { breadth, drawSticker } from "../sticker.ts";
import { groupOf, placeInGroup, withTopic } from "../topic.ts";
import { drawRim, vignette } from "../vignette.ts";
import type { Board } from "./board.ts";

const ROUND = 0.075;
const RIM = 0.034;
/** How far aside a card comes from, as a part of the short side. */
const COME = 0.05;
/** How long it takes to leave the frame. */
const GO_SEC = 0.4;

/** Comes from the side, stays, and goes. */
export function entering(board: Board, layers: Layer[], afterSec: number, dx: number, dy: number): Layer[] {
  const { fromSec, untilSec, unit } = board;
  return changed(layers, (place, timeSec) => {
    const left = 1 - arrived(timeSec, fromSec + afterSec, 0.6);
    const opacity = (place.opacity ?? 1) * seen(timeSec, fromSec + afterSec, untilSec, 0.35);
    return { ...moved(place, left * dx * unit, left * dy * unit), opacity };
  });
}

/** Comes without fading, as what lies behind it is not to be seen through it: from beyond the frame after a large text, and back before another; else a little from the side. */
function sliding({ picture, layout: { card }, fromSec, untilSec, unit }: Board, layers: Layer[]): Layer[] {
  const away = -(card.x + card.width + 2 * RIM * unit);
  const from = picture.facts?.cards?.some(({ kind }) => kind === "title") ? away : COME * unit;
  return changed(layers, (place, timeSec) => {
    const gone = Math.min(1, Math.max(0, (timeSec - untilSec) / GO_SEC)) ** 3;
    return moved(place, (1 - arrived(timeSec, fromSec - 0.1, 0.7)) * from + gone * away, 0);
  });
}

const fixed = (name: string, drawing: Drawing, x: number, y: number): ImageLayer => ({
  kind: "image",
  name,
  drawing,
  at: () => ({ x, y }),
});

/** The card in the film's colours with a disc in its middle. */
function plate({ colours, unit }: Board, { width, height }: Area): { drawing: Drawing; margin: number } {
  const margin = Math.ceil(unit * 0.06);
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  const box = `x="${margin}" y="${margin}" width="${width}" height="${height}" rx="${(ROUND * unit).toFixed(1)}"`;
  const [light, dark] = colours.card;
  const defs = `<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${toCss(light)}"/><stop offset="1" stop-color="${toCss(dark)}"/></linearGradient><filter id="f" x="-15%" y="-15%" width="130%" height="130%"><feGaussianBlur stdDeviation="${(unit * 0.018).toFixed(1)}"/></filter><clipPath id="c"><rect ${box}/></clipPath>`;
  const discs = [
    [0.02, 0.06, 0.34],
    [0.98, 0.98, 0.42],
    [0.86, 0.1, 0.13],
  ].map(
    ([x, y, r]) =>
      `<circle cx="${(margin + x! * width).toFixed(1)}" cy="${(margin + y! * height).toFixed(1)}" r="${(r! * height).toFixed(1)}"/>`,
  );
  const shadow = `<rect ${box} transform="translate(0 ${(unit * 0.018).toFixed(1)})" fill="${toCss(mix(dark, colours.ink, 0.5))}" fill-opacity=".38" filter="url(#f)"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"><defs>${defs}</defs>${shadow}<rect ${box} fill="url(#g)"/><g clip-path="url(#c)" fill="#fff" fill-opacity=".09">${discs.join("")}</g></svg>`;
  return { drawing: { svg, width: wide, height: high }, margin };
}

/** A ring or disc that breathes behind the picture. */
function halo(name: string, side: number, paint: string, x: number, y: number, phase: number): ImageLayer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-1 -1 2 2"><circle r=".97" ${paint}/></svg>`;
  return {
    kind: "image",
    name,
    drawing: { svg, width: side, height: side },
    at: (timeSec) => {
      const scale = 1 + 0.035 * wave(timeSec, 3.4, phase);
      return { x: x - (side / 2) * scale, y: y - (side / 2) * scale, scale };
    },
  };
}

function pictured(board: Board, svgs: string[]): Layer[] {
  const { picture, layout, unit, colours, fromSec, untilSec } = board;
  const { card } = layout;
  const { drawing, margin } = plate(board, card);
  const short = Math.min(card.width, card.height);
  const middle = { x: card.x + card.width / 2, y: card.y + card.height / 2 };
  const whole = Math.ceil(short * 0.86);
  const group = svgs.map((svg, index) => {
    const { x, y, size } = placeInGroup(svgs.length, index, picture.facts?.step?.index);
    const sticker = drawSticker(svg, { size: short * 0.62 * size * breadth(svg), rim: 0, shade: mix(colours.card[1], [0, 0, 0], 0.55) });
    const phase = 1.8 * index;
    const float = (timeSec: number) => ({ y: unit * 0.009 * wave(timeSec, 3.1, phase), times: 1 + 0.012 * wave(timeSec, 3.1, 1 + phase) });
    const at = { x: middle.x + x * short * 0.66, y: middle.y + y * short * 0.66 };
    return springing("picture", sticker, at, { fromSec: fromSec + 0.28 + 0.14 * index, untilSec }, float);
  });
  return [
    ...entering(
      board,
      [
        fixed("card", drawing, card.x - margin, card.y - margin),
        halo("halo", whole, 'fill="#fff" fill-opacity=".2"', middle.x, middle.y, 0),
        halo(
          "ring",
          Math.ceil(whole * 1.08),
          'fill="none" stroke="#fff" stroke-opacity=".28" stroke-width=".012"',
          middle.x,
          middle.y,
          1.2,
        ),
      ],
      0,
      COME,
      0,
    ),
    ...group.reverse(),
  ];
}

/** The rim around a landscape or the user's own picture, which hides the corners of what it surrounds. */
export function rim({ layout: { card }, unit, colours }: Board): ImageLayer {
  const { drawing, margin } = drawRim(card, unit * RIM * 0.5, unit * 0.04, parseColour("#ffffff"), colours.ink);
  return fixed("rim", drawing, card.x - margin, card.y - margin);
}

/** Paper over the user's own picture while large texts have the frame to themselves. */
export function veil({ layout: { card: area }, unit, colours, fromSec, untilSec }: Board): ImageLayer {
  const by = Math.ceil(unit * (RIM + 0.03));
  const [width, height] = [area.width + 2 * by, area.height + 2 * by];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${by * 2}" fill="${toCss(colours.paper)}"/></svg>`;
  return {
    kind: "image",
    name: "veil",
    drawing: { svg, width, height },
    at: (timeSec) => ({ x: area.x - by, y: area.y - by, opacity: 1 - seen(timeSec, fromSec, untilSec, 0.35) }),
  };
}

/** What the scene is about on a card; the landscape it takes place in where it names nothing. */
export function card(board: Board): Layer[] {
  const { picture, means, layout } = board;
  const own = picture.visual.kind === "scenery" ? picture.visual.subjects : [];
  const drawn = (subjects: Subject[]) => subjects.map((each) => means.subjectSvg(each.picture)).filter((svg) => svg !== undefined);
  const svgs = own.length > 0 ? drawn(own).slice(0, 1) : drawn(groupOf(picture));
  if (svgs.length > 0) return pictured(board, svgs);
  return sliding(board, [...vignette(withTopic(picture), layout.card, means.subjectSvg), rim(board)]);
}
