/** A choice of one value for each factor. */
export type Row = Record<string, string>;

/** What a row covers: each pair of values of two factors. */
export function pairsOf(row: Row): string[] {
  const values = Object.entries(row).map(([factor, value]) => `${factor}=${value}`);
  return values.flatMap((one, index) => values.slice(index + 1).map((other) => `${one} ${other}`));
}

/** Each value that a row has. */
export const valuesOf = (row: Row): string[] => Object.entries(row).map(([factor, value]) => `${factor}=${value}`);

/** Every row that the factors allow. */
export function allRows(factors: Record<string, readonly string[]>): Row[] {
  return Object.entries(factors).reduce<Row[]>(
    (rows, [factor, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [factor]: value }))),
    [{}],
  );
}

/** Greedily takes the row that covers most of what is not covered yet, the first of equals, until all is covered or `most` rows are taken. */
export function coverGreedily(rows: readonly Row[], covered: (row: Row) => string[], most = Number.POSITIVE_INFINITY): Row[] {
  const missing = new Set(rows.flatMap(covered));
  const taken: Row[] = [];
  const gain = (row: Row): number => covered(row).filter((part) => missing.has(part)).length;
  while (missing.size > 0 && taken.length < most) {
    const best = rows.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    for (const part of covered(best)) missing.delete(part);
    taken.push(best);
  }
  return taken;
}

/** Rows in which every pair of values of two factors occurs. */
export const coverPairs = (factors: Record<string, readonly string[]>): Row[] => coverGreedily(allRows(factors), pairsOf);

/** `count` of some rows (all, if there are fewer): first such in which every value occurs, then the next in order. */
export function sampleRows(rows: readonly Row[], count: number): Row[] {
  const chosen = coverGreedily(rows, valuesOf, count);
  return [...chosen, ...rows.filter((row) => !chosen.includes(row)).slice(0, count - chosen.length)];
}
