import { gradientStops, mix, parseColour } from "../../elements/colour.ts";
import { between } from "../../elements/stage.ts";
import type { ImageLayer, Layer } from "../../layer.ts";
import { changed, enlarged, type Point } from "../../placing.ts";
import { popScale, seen, wave } from "../motion.ts";
import { springing } from "../springing.ts";
import { breadth, drawSticker } from "../sticker.ts";
import type { StyleMeans } from "../style.ts";
import { placeInGroup, withTopic } from "../topic.ts";
import { drawRim, vignette } from "../vignette.ts";
import { at, type Board } from "./board.ts";

function glow({ unit, colours, layout, ...board }: Board): ImageLayer {
  const side = Math.ceil(unit * layout.size * 1.9);
  const pale = mix(parseColour("#f4f2ea"), colours.ground[0]!, 0.15);
  const stops = gradientStops([pale, mix(pale, colours.ground[0]!, 0.5)], [0.62, 0.5, 0.26, 0.08, 0]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 10 10"><radialGradient id="g">${stops}</radialGradient><circle cx="5" cy="5" r="5" fill="url(#g)"/></svg>`;
  const middle = at({ unit, colours, layout, ...board }, layout.middle);
  return {
    kind: "image",
    name: "glow",
    drawing: { svg, width: side, height: side, scale: 0.25 },
    at: (timeSec) => ({ x: middle.x - side / 2, y: middle.y - side / 2, opacity: 0.8 + 0.2 * wave(timeSec, 2.3) }),
  };
}

/** What the scene is about, large, or several things of which the first stands in front; the landscape it takes place in where it names nothing. */
export function mainPicture(board: Board, svgs: string[], { subjectSvg }: StyleMeans): Layer[] {
  const { layout, unit, picture, colours, untilSec } = board;
  const middle = at(board, layout.middle);
  if (svgs.length === 0) return landscape(board, middle, subjectSvg);
  const whole = unit * layout.size;
  const group = svgs.map((svg, index) => {
    const { x, y, size } = placeInGroup(svgs.length, index, picture.facts?.step?.index);
    const drawing = drawSticker(svg, { size: whole * size * breadth(svg), rim: unit * 0.0125, shade: colours.deep });
    const bounce = (timeSec: number) => ({
      y: -unit * 0.012 * wave(timeSec, 1.9, 2 * index),
      times: 1 + 0.014 * wave(timeSec, 1.9, 1.1 + 2 * index),
    });
    const times = { fromSec: 0.12 + 0.16 * index, untilSec };
    return springing(`subject ${picture.aspect}`, drawing, { x: middle.x + x * whole, y: middle.y + y * whole }, times, bounce);
  });
  return [glow(board), ...group.reverse()];
}

function landscape(board: Board, middle: Point, subjectSvg: StyleMeans["subjectSvg"]): Layer[] {
  const { layout, unit, picture, colours, untilSec } = board;
  const even = (value: number): number => 2 * Math.round(value / 2);
  const width = even(unit * layout.size * (picture.aspect === "16:9" ? 1.22 : 1.4));
  const height = even(unit * layout.size * (picture.aspect === "9:16" ? 1.02 : 0.96));
  const area = { x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2), width, height };
  const { drawing, margin } = drawRim(area, unit * 0.02, unit * 0.045, parseColour("#ffffff"), colours.deep);
  const rim: ImageLayer = { kind: "image", name: "rim", drawing, at: () => ({ x: area.x - margin, y: area.y - margin }) };
  return changed([...vignette(withTopic(picture), area, subjectSvg), rim], (place, timeSec) => {
    const opacity = (place.opacity ?? 1) * seen(timeSec, 0.05, untilSec);
    return enlarged({ ...place, opacity }, middle, popScale(timeSec, 0.05, 0.7));
  });
}

/** Smaller pictures around it that pop in one after the other. */
export function stickers(board: Board, svgs: string[]): Layer[] {
  const { layout, unit, colours, stream, untilSec } = board;
  const random = stream("stickers");
  return layout.stickers.slice(0, svgs.length).map((spot, index) => {
    const drawing = drawSticker(svgs[index]!, { size: unit * spot.size, rim: unit * 0.008, shade: colours.deep });
    const [phase, period] = [random() * 6, between(random, 1.7, 2.6)];
    const sway = (timeSec: number) => ({
      y: unit * 0.011 * wave(timeSec, period, phase),
      times: 1 + 0.03 * wave(timeSec, period, phase + 1),
    });
    return springing(`sticker ${index}`, drawing, at(board, spot), { fromSec: 0.45 + 0.22 * index, untilSec }, sway);
  });
}

/** Pictures in a row below the closing words, springing up one after the other. */
export function lastPictures(board: Board, svgs: string[]): Layer[] {
  const { layout, unit, colours, untilSec, stream, picture } = board;
  if (!Number.isFinite(untilSec)) return [];
  const random = stream("last");
  const { y, size, step } = layout.last;
  return svgs.map((svg, index) => {
    const drawing = drawSticker(svg, { size: unit * size, rim: unit * 0.009, shade: colours.deep });
    const middle = { x: picture.size.width / 2 + (index - (svgs.length - 1) / 2) * step * unit, y: y * picture.size.height };
    const phase = random() * 6;
    const sway = (timeSec: number) => ({ y: unit * 0.01 * wave(timeSec, 2.1, phase), times: 1 + 0.02 * wave(timeSec, 2.1, phase + 1) });
    return springing(
      `last ${index}`,
      drawing,
      middle,
      { fromSec: untilSec + 0.35 + 0.18 * index, untilSec: Number.POSITIVE_INFINITY },
      sway,
    );
  });
}
