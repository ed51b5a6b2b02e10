import type { JobStatus } from "../domain/job-record.ts";
import type { Sketch } from "../domain/sketch.ts";
import type { Connection } from "./connection.ts";
import { type Batch, isPeak } from "./metric-batch.ts";
import { fromLabel, TIER_CODES } from "./metric-codes.ts";

/** A distribution as it is stored. */
export type SketchRow = { count: number; sum: number; least: number; most: number; cells: string };
type Deepest = Batch["depths"] extends Map<string, infer Entry> ? Entry : never;

/** Writes each bucket once, together with what it has already. */
export function openBatchWriter(db: Connection) {
  const add = (how: string) =>
    db.statement<never>(
      `INSERT INTO metric_counts (tier, measure, start, label, value) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = ${how}`,
    );
  const sum = add("value + excluded.value");
  const peak = add("max(value, excluded.value)");
  const present = db.statement<SketchRow>(
    "SELECT count, sum, least, most, cells FROM metric_sketches WHERE tier = ? AND measure = ? AND label = ? AND start = ?",
  );
  const save = db.statement<never>(
    "INSERT OR REPLACE INTO metric_sketches (tier, measure, label, start, count, sum, least, most, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const deepest = db.statement<{ value: number }>(
    "SELECT value FROM metric_counts WHERE tier = ? AND measure = ? AND start = ? AND label = 0",
  );
  const clear = db.statement<never>("DELETE FROM metric_counts WHERE tier = ? AND measure = ? AND start = ?");
  const since = db.statement<never>(
    "INSERT INTO metric_since (of, sec) VALUES (?, ?) ON CONFLICT DO UPDATE SET sec = min(sec, excluded.sec)",
  );

  /** All statuses of the last moment when there were most jobs, none of another. */
  const deepen = ({ tier, measure, start, total, depths }: Deepest): void => {
    const place = [TIER_CODES[tier], measure, start] as const;
    if (total === 0 || total < (deepest.get(...place)?.value ?? 0)) return;
    clear.run(...place);
    peak.run(...place, 0, total);
    for (const [status, jobs] of Object.entries(depths))
      peak.run(
        ...place,
        fromLabel({ status: status as JobStatus }, () => 0),
        jobs,
      );
  };

  return ({ counts, sketches, depths, since: begun }: Batch): void => {
    for (const entry of depths.values()) deepen(entry);
    for (const { tier, measure, start, label, value } of counts.values())
      (isPeak(measure) ? peak : sum).run(TIER_CODES[tier], measure, start, label, value);
    for (const { tier, measure, start, label, sketch } of sketches.values()) {
      if (sketch.count === 0) continue;
      const row = present.get(TIER_CODES[tier], measure, label, start);
      if (row) addRow(sketch, row);
      save.run(TIER_CODES[tier], measure, label, start, sketch.count, sketch.sum, sketch.least, sketch.most, toCells(sketch));
    }
    for (const [of, sec] of begun) since.run(of, sec);
  };
}

const toCells = ({ cells }: Sketch): string => JSON.stringify([...cells].flat());

/** Adds what a row has to a sketch. */
export function addRow(sketch: Sketch, { count, sum, least, most, cells }: SketchRow): void {
  const flat = JSON.parse(cells) as number[];
  for (let index = 0; index < flat.length; index += 2)
    sketch.cells.set(flat[index]!, (sketch.cells.get(flat[index]!) ?? 0) + flat[index + 1]!);
  sketch.count += count;
  sketch.sum += sum;
  sketch.least = Math.min(sketch.least, least);
  sketch.most = Math.max(sketch.most, most);
}
