import { mix, toCss } from "../../elements/colour.ts";
import { nestedSvg } from "../../elements/stage.ts";
import type { Drawing, Layer } from "../../layer.ts";
import { extentOf } from "../../subject-pictures.ts";
import { wave } from "../motion.ts";
import { springing } from "../springing.ts";
import type { Board } from "./board.ts";
import { type Colours, coloursOf } from "./colours.ts";

const MOST = 3;
/** From the middle of one to that of the next, in sides. */
const APART = 1.16;
/** How long they go before what follows comes, s. */
const GONE_SEC = 0.1;

/** A small card in the film's colours with a picture upon it. */
function smallCard(svg: string, side: number, { card: [light, dark], ink }: Colours): Drawing {
  const margin = Math.ceil(side * 0.14);
  const whole = Math.ceil(side) + 2 * margin;
  const { left, top, right, bottom } = extentOf(svg);
  const square = (0.64 * side) / Math.max(right - left, bottom - top);
  const [x, y] = [whole / 2 - ((left + right) / 2) * square, whole / 2 - ((top + bottom) / 2) * square];
  const box = `x="${margin}" y="${margin}" width="${side.toFixed(1)}" height="${side.toFixed(1)}" rx="${(0.24 * side).toFixed(1)}"`;
  const defs = `<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${toCss(light)}"/><stop offset="1" stop-color="${toCss(dark)}"/></linearGradient><filter id="f" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${(side * 0.045).toFixed(1)}"/></filter>`;
  const shadow = `<rect ${box} transform="translate(0 ${(side * 0.045).toFixed(1)})" fill="${toCss(mix(dark, ink, 0.5))}" fill-opacity=".36" filter="url(#f)"/>`;
  const disc = `<circle cx="${whole / 2}" cy="${whole / 2}" r="${(0.4 * side).toFixed(1)}" fill="#fff" fill-opacity=".2"/>`;
  const body = `<defs>${defs}</defs>${shadow}<rect ${box} fill="url(#g)"/>${disc}${nestedSvg(svg, x, y, square)}`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${whole}" viewBox="0 0 ${whole} ${whole}">${body}</svg>`,
    width: whole,
    height: whole,
  };
}

/** What the film shows, on small cards above the large texts with which it begins and ends. */
export function cover(board: Board): Layer[] {
  const { picture, means, layout, unit } = board;
  const own = picture.visual.kind === "scenery" ? picture.visual.subjects : [];
  const svgs = [...own, ...(picture.facts?.subjects ?? [])]
    .map((subject) => means.subjectSvg(subject.picture))
    .filter((svg) => svg !== undefined)
    .slice(0, MOST);
  const cards = (picture.facts?.cards ?? []).filter(({ kind }) => kind !== "heading");
  const side = layout.cover.side * unit;
  return cards.flatMap((card) =>
    svgs.map((svg, index) => {
      const x = picture.size.width / 2 + (index - (svgs.length - 1) / 2) * APART * side;
      const times =
        card.kind === "end"
          ? { fromSec: card.startSec + 0.35 + 0.14 * index, untilSec: Number.POSITIVE_INFINITY }
          : { fromSec: card.startSec + 0.15 + 0.14 * index, untilSec: board.fromSec - GONE_SEC };
      const float = (timeSec: number) => ({ y: unit * 0.006 * wave(timeSec, 3.3, 1.7 * index), times: 1 });
      const colours = coloursOf(picture.facts?.title ?? "", index + 1);
      return springing(
        `cover ${card.kind} ${index}`,
        smallCard(svg, side, colours),
        { x, y: layout.cover.y * picture.size.height },
        times,
        float,
      );
    }),
  );
}
