import { colour } from "./theme.ts";

/** What a chart is painted with: places along and up in canvas pixels, of which `scale` make one pixel of the page. */
export type Brush = {
  context: CanvasRenderingContext2D;
  /** From a position, counted from 0, and from a value. */
  x: (position: number) => number;
  y: (value: number) => number;
  scale: number;
  left: number;
  top: number;
  width: number;
  height: number;
};

/** Fills a box; one that is not over yet, or was not measured wholly, is hatched. */
export function fillBox(brush: Brush, box: [x: number, y: number, width: number, height: number], token: string, partial = false): void {
  brush.context.fillStyle = partial ? hatch(brush, colour(token)) : colour(token);
  brush.context.fillRect(...box);
}

function hatch({ context, scale }: Brush, ink: string): CanvasPattern | string {
  const size = Math.max(4, Math.round(6 * scale));
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = tile.getContext("2d");
  if (!pen) return ink;
  pen.strokeStyle = ink;
  pen.lineWidth = size * 0.38;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - size * 0.5, size * 1.5);
    pen.lineTo(shift + size * 1.5, -size * 0.5);
  }
  pen.stroke();
  return context.createPattern(tile, "repeat") ?? ink;
}

/** A line through points; `dashFrom` is the first point that the line reaches dashed. */
export function strokeLine(
  { context, scale }: Brush,
  points: readonly [x: number, y: number][],
  { token, width, dashFrom = points.length }: { token: string; width: number; dashFrom?: number },
): void {
  context.strokeStyle = colour(token);
  context.lineWidth = width * scale;
  context.lineJoin = "round";
  const stretch = (from: number, to: number, dash: number[]) => {
    context.setLineDash(dash);
    context.beginPath();
    for (const [x, y] of points.slice(from, to)) context.lineTo(x, y);
    context.stroke();
  };
  stretch(0, dashFrom, []);
  stretch(Math.max(0, dashFrom - 1), points.length, [2 * scale, 3 * scale]);
  context.setLineDash([]);
}

/** A ring on a point, with a word beside it: on its right, or on its left where there is no room. */
export function markPoint(brush: Brush, [x, y]: [number, number], { token, text = "" }: { token: string; text?: string }): void {
  const { context, scale, left, width, top } = brush;
  context.beginPath();
  context.arc(x, y, 3.5 * scale, 0, 2 * Math.PI);
  context.fillStyle = colour("panel");
  context.fill();
  context.strokeStyle = colour(token);
  context.lineWidth = 1.75 * scale;
  context.stroke();
  if (!text) return;
  context.font = `${11 * scale}px system-ui, sans-serif`;
  const onRight = x + 9 * scale + context.measureText(text).width <= left + width;
  context.textAlign = onRight ? "left" : "right";
  context.textBaseline = "middle";
  const [tx, ty] = [onRight ? x + 9 * scale : x - 9 * scale, Math.max(y, top + 6 * scale)];
  context.strokeStyle = colour("panel");
  context.lineWidth = 3 * scale;
  context.strokeText(text, tx, ty);
  context.fillStyle = colour("text2");
  context.fillText(text, tx, ty);
}
