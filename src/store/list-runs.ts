import type { Connection } from "./connection.ts";
import { allOf, type Condition } from "./list-filter.ts";
import type { Way } from "./list-plan.ts";

type Value = number | null;

/** Runs are counted up to so many; more cost as much. */
const MOST_RUNS = 2000;
/** Calls after which runs are counted again. */
const COUNT_AGE = 1000;
/** Up to so many rows are read and dropped; more are counted first. */
const MOST_DROPPED = 2000;

/** Walks an index in runs of one value of what is sorted by: within a run rows lie by age, so that dates leave one stretch of each. */
export function openRuns(db: Connection) {
  const counts = new Map<string, { runs: number; age: number }>();

  const walk = (way: Way, column: string, descending: boolean, limit: number, offset: number): number[] => {
    const found: number[] = [];
    let skip = offset;
    for (const value of values(way, column, descending)) {
      const need = limit - found.length;
      if (need <= 0) break;
      const { total, seqs } = takeRun(way, { column, value, descending, skip, need });
      found.push(...seqs);
      skip = Math.max(0, skip - total);
    }
    return found;
  };

  type Run = { column: string; value: Value; descending: boolean; skip: number; need: number };

  /** Rows of one run; `total` is how many it has, or more than are skipped. */
  const takeRun = ({ index, below, rest }: Way, { column, value, descending, skip, need }: Run): { total: number; seqs: number[] } => {
    const is = value === null ? { text: `${column} IS NULL`, values: [] } : { text: `${column} = ?`, values: [value] };
    const { text, values } = allOf([...(below ? [below] : []), is, ...rest]);
    const from = `FROM jobs INDEXED BY ${index} WHERE ${text}`;
    if (skip > MOST_DROPPED) {
      const { total } = db.statement<{ total: number }>(`SELECT count(*) AS total ${from}`).get(...values)!;
      if (total <= skip) return { total, seqs: [] };
    }
    const order = descending ? "DESC" : "ASC";
    const select = db.statement<{ seq: number }>(`SELECT seq ${from} ORDER BY created_us ${order}, seq ${order} LIMIT ? OFFSET ?`);
    const isFar = skip > MOST_DROPPED;
    const read = select.all(...values, need + (isFar ? 0 : skip), isFar ? skip : 0).map(({ seq }) => seq);
    return isFar ? { total: skip, seqs: read } : { total: read.length, seqs: read.slice(skip) };
  };

  function* values(way: Way, column: string, descending: boolean): Generator<Value> {
    if (!descending) yield null;
    const [sign, order] = descending ? ["<", "DESC"] : [">", "ASC"];
    const next = (beyond: Condition) => {
      const { text, values } = allOf([...(way.below ? [way.below] : []), beyond]);
      const row = db
        .statement<{ value: number }>(
          `SELECT ${column} AS value FROM jobs INDEXED BY ${way.index} WHERE ${text} ORDER BY ${column} ${order} LIMIT 1`,
        )
        .get(...values);
      return row?.value;
    };
    let value = next({ text: `${column} IS NOT NULL`, values: [] });
    while (value !== undefined) {
      yield value;
      value = next({ text: `${column} ${sign} ?`, values: [value] });
    }
    if (descending) yield null;
  }

  /** About how many runs a way has. */
  const count = (way: Way, column: string): number => {
    const key = `${way.index} ${way.below?.values}`;
    const known = counts.get(key);
    if (known && ++known.age < COUNT_AGE) return known.runs;
    const all = values(way, column, false);
    let runs = 0;
    while (runs < MOST_RUNS && !all.next().done) runs++;
    counts.set(key, { runs, age: 0 });
    return runs;
  };

  return Object.assign(walk, { count });
}
