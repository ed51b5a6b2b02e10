import type { FrameSize } from "../../domain/frame.ts";
import type { PictureSpec } from "../../domain/picture.ts";
import { type Rgb, toCss } from "../elements/colour.ts";
import type { Area, Drawing, Layer } from "../layer.ts";
import { changed, cropped, moved } from "../placing.ts";
import { designScene } from "../settings.ts";

const nearestAspect = ({ width, height }: FrameSize): PictureSpec["aspect"] =>
  width > height * 1.3 ? "16:9" : height > width * 1.3 ? "9:16" : "1:1";

/** The scene's landscape in an area of the frame (whole, even pixels); empty when the scene shows the user's own media. */
export function vignette(picture: PictureSpec, area: Area, subjectSvg: (name: string) => string | undefined): Layer[] {
  const size = { width: area.width, height: area.height };
  const layers = designScene({ ...picture, size, aspect: nearestAspect(size) }, subjectSvg);
  return changed(layers, (place) => cropped(moved(place, area.x, area.y), area));
}

/** A rim around an area, `rim` wide, with rounded corners that cover the area's own, and its shadow. The drawing's corner lies `margin` outside the area. */
export function drawRim(
  { width, height }: FrameSize,
  rim: number,
  round: number,
  colour: Rgb,
  shade: Rgb,
): { drawing: Drawing; margin: number } {
  const margin = Math.ceil(rim + round);
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  const box = (by: number, turn: number): string => {
    const [x, y, w, h] = [margin - by, margin - by, width + 2 * by, height + 2 * by];
    return `M${x + turn} ${y}h${w - 2 * turn}a${turn} ${turn} 0 0 1 ${turn} ${turn}v${h - 2 * turn}a${turn} ${turn} 0 0 1 ${-turn} ${turn}h${2 * turn - w}a${turn} ${turn} 0 0 1 ${-turn} ${-turn}v${2 * turn - h}a${turn} ${turn} 0 0 1 ${turn} ${-turn}z`;
  };
  const ring = `<path fill-rule="evenodd" d="${box(rim, round + rim)}${box(-1, round)}" fill="${toCss(colour)}"/>`;
  const shadow = `<defs><filter id="f" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${(round * 0.32).toFixed(1)}"/></filter></defs><path d="${box(rim * 0.8, round + rim)}" transform="translate(0 ${(round * 0.22).toFixed(1)})" fill="${toCss(shade)}" fill-opacity=".4" filter="url(#f)"/>`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">`;
  // The shadow falls outside alone: inside, the picture is seen.
  const outside = `<defs><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${wide}" height="${high}"><rect width="${wide}" height="${high}" fill="#fff"/><path d="${box(0, round)}" fill="#000"/></mask></defs>`;
  return { drawing: { svg: `${head}${outside}<g mask="url(#m)">${shadow}</g>${ring}</svg>`, width: wide, height: high }, margin };
}
