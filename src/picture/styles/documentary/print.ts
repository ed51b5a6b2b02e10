import type { FrameSize } from "../../../domain/frame.ts";
import type { PictureSpec } from "../../../domain/picture.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import type { Drawing, ImageLayer, Layer } from "../../layer.ts";
import { changed, cropped, enlarged, moved } from "../../placing.ts";
import { designScene } from "../../settings.ts";
import type { Board } from "./board.ts";

const MAT = 0.024;
const PUSH = 0.05;

const nearestAspect = ({ width, height }: FrameSize): PictureSpec["aspect"] =>
  width > height * 1.3 ? "16:9" : height > width * 1.3 ? "9:16" : "1:1";

/** The landscape in the print, which the camera slowly comes nearer to. */
export function landscape({ picture, means, layout }: Board): Layer[] {
  const { print } = layout;
  const size = { width: print.width, height: print.height };
  const layers = designScene({ ...picture, size, aspect: nearestAspect(size) }, means.subjectSvg);
  const middle = { x: print.x + print.width / 2, y: print.y + print.height / 2 };
  return changed(layers, (place, timeSec) => {
    const nearer = 1 + PUSH * (1 - Math.exp(-timeSec / 9));
    return cropped(enlarged(moved(place, print.x, print.y), middle, nearer), print);
  });
}

/** What age has made of the print: browner, and darker towards its edges. */
function age({ layout: { print } }: Board): ImageLayer {
  const { width, height } = print;
  const brown = mix(parseColour("#6a4a24"), parseColour("#000000"), 0.2);
  const stops = [0.13, 0.13, 0.16, 0.3, 0.52].map(
    (alpha, index) => `<stop offset="${index / 4}" stop-color="${toCss(brown)}" stop-opacity="${alpha}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><radialGradient id="g" r=".72">${stops.join("")}</radialGradient><rect width="${width}" height="${height}" fill="url(#g)"/></svg>`;
  return {
    kind: "image",
    name: "age",
    drawing: { svg, width, height, scale: 0.25 },
    at: () => ({ x: print.x, y: print.y, within: print }),
  };
}

function drawMat({ layout: { print }, unit, colours }: Board): { drawing: Drawing; margin: number } {
  const mat = Math.round(unit * MAT);
  const margin = mat + Math.ceil(unit * 0.05);
  const [wide, high] = [print.width + 2 * margin, print.height + 2 * margin];
  const box = (by: number): string =>
    `M${margin - by} ${margin - by}h${print.width + 2 * by}v${print.height + 2 * by}h${-print.width - 2 * by}z`;
  const edge = toCss(mix(colours.parchment, parseColour("#5a4020"), 0.62));
  const sheet = `<path fill-rule="evenodd" d="${box(mat)}${box(0)}" fill="${toCss(colours.parchment)}"/><path d="${box(0.5)}${box(mat - 1)}" fill="none" stroke="${edge}" stroke-width="1.5"/>`;
  const corner = Math.round(unit * 0.05);
  const corners = [
    [0, 0, 1, 1],
    [1, 0, -1, 1],
    [0, 1, 1, -1],
    [1, 1, -1, -1],
  ].map(([x, y, dx, dy]) => {
    const [left, top] = [margin - mat - 3 + x! * (print.width + 2 * mat + 6), margin - mat - 3 + y! * (print.height + 2 * mat + 6)];
    return `<path d="M${left} ${top}h${dx! * corner}L${left} ${top + dy! * corner}z"/>`;
  });
  const mounts = `<g fill="${toCss(mix(colours.ground[1], parseColour("#000000"), 0.25))}">${corners.join("")}</g>`;
  const shadow = `<defs><filter id="f" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${(unit * 0.013).toFixed(1)}"/></filter><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${wide}" height="${high}"><path fill-rule="evenodd" d="M0 0h${wide}v${high}H0z${box(0)}" fill="#fff"/></mask></defs><g mask="url(#m)"><path d="${box(mat)}" transform="translate(0 ${(unit * 0.012).toFixed(1)})" fill="#120a04" fill-opacity=".55" filter="url(#f)"/></g>`;
  return {
    drawing: {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">${shadow}${sheet}${mounts}</svg>`,
      width: wide,
      height: high,
    },
    margin,
  };
}

/** What lies over the print: its age, a parchment mat around it, the mounts that hold its corners. */
export function mounting(board: Board): Layer[] {
  const { print } = board.layout;
  const { drawing, margin } = drawMat(board);
  return [age(board), { kind: "image", name: "mat", drawing, at: () => ({ x: print.x - margin, y: print.y - margin }) }];
}
