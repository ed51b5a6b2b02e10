// A log has more rows than a browser can lay out, so the scrolled box is at most so high, and what is shown goes by the share that is scrolled.

/** Height of a row that is not wrapped, px. */
export const ROW = 20;
/** Browsers lay out boxes of about 17 million pixels and no more. */
const HIGHEST = 12_000_000;

/** What is scrolled: how many rows, and how high the window on them is, px. */
export type Extent = { rows: number; view: number };

/** How high all rows would be, px. */
const full = ({ rows }: Extent): number => rows * ROW;

/** How far down `at` (px of all rows) can be. */
export const endOf = (extent: Extent): number => Math.max(0, full(extent) - extent.view);

/** How much the browser itself can scroll, px. */
export const realEnd = (extent: Extent): number => Math.max(0, Math.min(full(extent), HIGHEST) - extent.view);

/** From what the browser has scrolled to where that is among all rows, px. */
export const toAt = (top: number, extent: Extent): number => (realEnd(extent) === 0 ? 0 : (top / realEnd(extent)) * endOf(extent));

/** The other way round. */
export const toTop = (at: number, extent: Extent): number => (endOf(extent) === 0 ? 0 : (at / endOf(extent)) * realEnd(extent));

/**
 * Which rows to draw, and which point of them stands where: the point `point` (in rows) at `y` px of the window. Both grow with the share
 * that is scrolled, so that the first row is at the top at the beginning and the last at the bottom at the end, however high rows are.
 */
export function placeRows(at: number, extent: Extent, wrap: boolean): { from: number; to: number; point: number; y: number } {
  const { rows, view } = extent;
  const share = endOf(extent) === 0 ? 0 : at / endOf(extent);
  const y = share * view;
  const point = (at + y) / ROW;
  if (!wrap) return { from: Math.floor(at / ROW), to: Math.min(rows - 1, Math.floor((at + view) / ROW)), point, y };
  const reach = Math.ceil(view / ROW) + 1;
  return {
    from: Math.max(0, Math.floor(point) - Math.ceil(y / ROW) - 1),
    to: Math.min(rows - 1, Math.floor(point) + reach - Math.floor(y / ROW)),
    point: Math.min(point, rows),
    y,
  };
}

/** Where a row has to be scrolled to, to stand a third down the window, px. */
export const atOfRow = (row: number, extent: Extent): number => Math.max(0, Math.min(endOf(extent), row * ROW - extent.view / 3));
