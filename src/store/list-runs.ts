import type { Connection } from "./connection.ts";
import { allOf, type Condition } from "./list-filter.ts";
import type { Way } from "./list-plan.ts";

type Value = number | null;

/** Runs are counted up to so many; when there are more, `MANY_RUNS` are assumed. */
const MOST_RUNS = 300;
const MANY_RUNS = 1000;
/** Calls after which runs are counted again. */
const COUNT_AGE = 1000;
/** Up to so many rows are read and dropped; for more, the run is counted. */
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

  /** Rows of one run; `total` is how many of those that are skipped it has. */
  const takeRun = ({ index, below, rest }: Way, { column, value, descending, skip, need }: Run): { total: number; seqs: number[] } => {
    const is = value === null ? { text: `${column} IS NULL`, values: [] } : { text: `${column} = ?`, values: [value] };
    const { text, values } = allOf([...(below ? [below] : []), is, ...rest]);
    const from = `FROM jobs INDEXED BY ${index} WHERE ${text}`;
    const order = descending ? "DESC" : "ASC";
    const select = db.statement<{ seq: number }>(`SELECT seq ${from} ORDER BY created_us ${order}, seq ${order} LIMIT ? OFFSET ?`);
    const read = (limit: number, from: number) => select.all(...values, limit, from).map(({ seq }) => seq);
    if (skip <= MOST_DROPPED) {
      const seqs = read(need + skip, 0);
      return { total: seqs.length, seqs: seqs.slice(skip) };
    }
    const few = db
      .statement<{ total: number }>(`SELECT count(*) AS total FROM (SELECT 1 ${from} LIMIT ${MOST_DROPPED + 1})`)
      .get(...values)!.total;
    if (few <= MOST_DROPPED) return { total: few, seqs: [] };
    const seqs = read(need, skip);
    return {
      total: seqs.length > 0 ? skip : db.statement<{ total: number }>(`SELECT count(*) AS total ${from}`).get(...values)!.total,
      seqs,
    };
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

  /** About how many runs a way has; `MANY_RUNS` for more than `MOST_RUNS`. */
  const count = ({ index, below }: Way, column: string): number => {
    const key = `${index} ${below?.values}`;
    const known = counts.get(key);
    if (known && ++known.age < COUNT_AGE) return known.runs;
    const and = below ? `AND ${below.text}` : "";
    const next = (than: string) => `(SELECT min(${column}) FROM jobs INDEXED BY ${index} WHERE ${column} ${than} ${and})`;
    const { runs } = db
      .statement<{ runs: number }>(
        `WITH RECURSIVE run (value) AS (SELECT ${next("IS NOT NULL")} UNION ALL SELECT ${next("> run.value")} FROM run WHERE value IS NOT NULL LIMIT ${MOST_RUNS})
         SELECT count(*) AS runs FROM run`,
      )
      .get(...(below ? [...below.values, ...below.values] : []))!;
    counts.set(key, { runs: runs < MOST_RUNS ? runs : MANY_RUNS, age: 0 });
    return counts.get(key)!.runs;
  };

  return Object.assign(walk, { count });
}
