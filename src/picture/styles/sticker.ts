import type { Rgb } from "../elements/colour.ts";
import { toCss } from "../elements/colour.ts";
import { nestedSvg } from "../elements/stage.ts";
import type { Drawing } from "../layer.ts";
import { extentOf } from "../subject-pictures.ts";

/** A cut-out picture: `size` is the longer side of what is drawn, `rim` the white edge around it, both in pixels. */
export type Cut = { size: number; rim: number; shade: Rgb };

/** A picture of a thing as if cut out of paper, with a white rim and a soft shadow; its middle is the middle of the drawing. */
export function drawSticker(svg: string, { size, rim, shade }: Cut): Drawing {
  const { left, top, right, bottom } = extentOf(svg);
  const square = size / Math.max(right - left, bottom - top);
  const side = Math.ceil(size * 1.16 + 4 * rim);
  const [x, y] = [side / 2 - ((left + right) / 2) * square, side / 2 - ((top + bottom) / 2) * square];
  const picture = nestedSvg(svg, x, y, square);
  const cut =
    rim > 0
      ? `<feGaussianBlur in="SourceAlpha" stdDeviation="${(rim * 0.42).toFixed(2)}"/><feComponentTransfer result="cut"><feFuncA type="linear" slope="14" intercept="-.35"/></feComponentTransfer><feFlood flood-color="#fff"/><feComposite in2="cut" operator="in" result="rim"/>`
      : `<feOffset in="SourceAlpha" result="cut"/>`;
  const shadow = `<feGaussianBlur in="cut" stdDeviation="${(size * 0.028).toFixed(2)}"/><feOffset dy="${(size * 0.034).toFixed(2)}" result="low"/><feFlood flood-color="${toCss(shade)}" flood-opacity=".5"/><feComposite in2="low" operator="in" result="shadow"/>`;
  const parts = ["shadow", ...(rim > 0 ? ["rim"] : []), "SourceGraphic"].map((name) => `<feMergeNode in="${name}"/>`).join("");
  const filter = `<filter id="cut" filterUnits="userSpaceOnUse" x="0" y="0" width="${side}" height="${side}" color-interpolation-filters="sRGB">${cut}${shadow}<feMerge>${parts}</feMerge></filter>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><defs>${filter}</defs><g filter="url(#cut)">${picture}</g></svg>`,
    width: side,
    height: side,
  };
}

/** How much longer something wide may be than something square, so that both look as large. */
export function breadth(svg: string): number {
  const { left, top, right, bottom } = extentOf(svg);
  return Math.min(1.3, Math.max(1, Math.sqrt((right - left) / (bottom - top))));
}
