/** How far a percentile may be from the exact one, as a share of it. */
export const ACCURACY = 0.01;
const STEP = Math.log((1 + ACCURACY) / (1 - ACCURACY));
/** Values outside of these count as the nearest of them; least and most stay exact. */
const SMALLEST = 1e-3;
const LARGEST = 1e7;

/** The lowest number that a cell can have. */
export const FIRST_CELL = cellOf(0);
/** How many cells there are at most: what a sketch can grow to. */
export const MOST_CELLS = cellOf(Number.POSITIVE_INFINITY) - FIRST_CELL + 1;

/**
 * A distribution of values of 0 or more, of bounded size, that tells percentiles within 1 % and can be merged with others: cells whose bounds
 * grow by a constant factor (DDSketch; Masson, Rim and Lee, VLDB 2019). `cells` has how many values fell into each.
 */
export type Sketch = { count: number; sum: number; least: number; most: number; cells: Map<number, number> };

/** A sketch of nothing. */
export const emptySketch = (): Sketch => ({
  count: 0,
  sum: 0,
  least: Number.POSITIVE_INFINITY,
  most: Number.NEGATIVE_INFINITY,
  cells: new Map(),
});

/** The cell that a value falls into. */
export function cellOf(value: number): number {
  return Math.ceil(Math.log(Math.min(LARGEST, Math.max(SMALLEST, value))) / STEP - 1e-9);
}

/** Adds a value; what is no number of 0 or more is left out. */
export function addValue(sketch: Sketch, value: number): void {
  if (!(value >= 0) || value === Number.POSITIVE_INFINITY) return;
  addCell(sketch, cellOf(value), 1);
  sketch.count++;
  sketch.sum += value;
  sketch.least = Math.min(sketch.least, value);
  sketch.most = Math.max(sketch.most, value);
}

/** Adds all that another sketch has; the same as if its values had been added. */
export function addSketch(sketch: Sketch, other: Sketch): void {
  for (const [cell, count] of other.cells) addCell(sketch, cell, count);
  sketch.count += other.count;
  sketch.sum += other.sum;
  sketch.least = Math.min(sketch.least, other.least);
  sketch.most = Math.max(sketch.most, other.most);
}

/** Adds counts by cell, from `FIRST_CELL` on, with what is known of their values beside. */
export function addCells(sketch: Sketch, counts: Uint32Array, { sum, least, most }: { sum: number; least: number; most: number }): void {
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    addCell(sketch, FIRST_CELL + index, count);
    sketch.count += count;
  }
  sketch.sum += sum;
  sketch.least = Math.min(sketch.least, least);
  sketch.most = Math.max(sketch.most, most);
}

const addCell = ({ cells }: Sketch, cell: number, count: number): void => void cells.set(cell, (cells.get(cell) ?? 0) + count);

/** The least value that a share of all values, 0..1, does not exceed (nearest rank); null where there are none. */
export function quantile({ count, least, most, cells }: Sketch, share: number): number | null {
  if (count === 0) return null;
  if (share <= 0) return least;
  if (share >= 1) return most;
  const rank = share * count - 1e-9;
  let seen = 0;
  for (const cell of [...cells.keys()].sort((a, b) => a - b)) {
    seen += cells.get(cell)!;
    if (seen >= rank) return Math.min(most, Math.max(least, middleOf(cell)));
  }
  return most;
}

/** The value that is as near to both bounds of a cell, by their share. */
const middleOf = (cell: number): number => Math.exp(cell * STEP) * (1 - ACCURACY);
