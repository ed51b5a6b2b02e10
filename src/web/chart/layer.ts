/** One kind of what is counted: its name, its colour in the stylesheet, and how many there are in each bucket. */
export type Layer = { name: string; token: string; values: readonly number[] };

/** How many there are of all kinds, by bucket. */
export const totalsOf = (layers: readonly Layer[], buckets: number): number[] =>
  Array.from({ length: buckets }, (_, at) => layers.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
