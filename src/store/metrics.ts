import { type Gathered, PEAKS, type Sample, SPREADS, SUMS, TIER_NAMES, TIERS } from "../domain/metrics.ts";
import type { Connection } from "./connection.ts";
import { openBatch } from "./metric-batch.ts";
import { openBatchWriter } from "./metric-buckets.ts";
import { fromLabel, MEASURE_CODES, TIER_CODES } from "./metric-codes.ts";
import { openReading } from "./metric-reader.ts";

type Journaled = [measure: number, label: number, timeUs: number, value: number];

const MOST_NAMES = 1000;
const MOST_NAME = 80;

/** Measurements: written in batches into the buckets of all tiers, read by stretches of time. */
export function openMetrics(db: Connection) {
  const names = openNames(db);
  const journal = db.statement<never>("INSERT INTO metric_journal (samples) VALUES (?)");
  const journaled = db.statement<{ id: number; samples: string }>("SELECT id, samples FROM metric_journal ORDER BY id LIMIT ?");
  const forget = db.statement<never>("DELETE FROM metric_journal WHERE id <= ?");
  const write = openBatchWriter(db);

  return {
    /** Writes down what has happened, in the transaction of the change itself. */
    note(samples: readonly Sample[]): void {
      if (samples.length === 0) return;
      const rows = samples.map(
        ({ measure, label, timeUs, value }): Journaled => [MEASURE_CODES[measure], fromLabel(label, names.idOf), timeUs, value],
      );
      journal.run(JSON.stringify(rows));
    },
    /** Moves what has been written down into the buckets, at most so many changes; answers how many there were. */
    settle(limit: number): number {
      const rows = journaled.all(limit);
      if (rows.length === 0) return 0;
      const batch = openBatch();
      for (const { samples } of rows)
        for (const [measure, label, timeUs, value] of JSON.parse(samples) as Journaled[])
          batch.addOne(measure, label, Math.floor(timeUs / 1e6), value);
      write(batch);
      forget.run(rows.at(-1)!.id);
      return rows.length;
    },
    add(gathered: readonly Gathered[]): void {
      const batch = openBatch();
      for (const one of gathered) batch.addGathered(one, fromLabel(one.label, names.idOf));
      write(batch);
    },
    expire: openExpiry(db),
    reading: openReading(db, names.nameOf),
  };
}

/** Numbers for the names of voices and languages. What there are too many of is all called `other`. */
function openNames(db: Connection) {
  const byName = db.statement<{ id: number }>("SELECT id FROM metric_names WHERE name = ?");
  const byId = db.statement<{ name: string }>("SELECT name FROM metric_names WHERE id = ?");
  const insert = db.statement<never>("INSERT INTO metric_names (name) VALUES (?)");
  const known = db.statement<{ names: number }>("SELECT count(*) AS names FROM metric_names");
  const idOf = (given: string): number => {
    const name = given.slice(0, MOST_NAME).toWellFormed();
    const row = byName.get(name);
    if (row) return row.id;
    if (name !== "other" && known.get()!.names >= MOST_NAMES) return idOf("other");
    return Number(insert.run(name).lastInsertRowid);
  };
  return {
    idOf,
    nameOf: (id: number): string => byId.get(id)?.name ?? "other",
  };
}

/** Removes buckets that are older than their tier is kept, a few at a time; answers how many went. */
function openExpiry(db: Connection) {
  const counts = db.statement<never>(
    "DELETE FROM metric_counts WHERE (tier, measure, start, label) IN (SELECT tier, measure, start, label FROM metric_counts WHERE tier = ? AND measure = ? AND start < ? LIMIT ?)",
  );
  const next = db.statement<{ label: number | null }>(
    "SELECT min(label) AS label FROM metric_sketches WHERE tier = ? AND measure = ? AND label > ?",
  );
  const sketches = db.statement<never>("DELETE FROM metric_sketches WHERE tier = ? AND measure = ? AND label = ? AND start < ?");

  return (nowSec: number, limit: number): number => {
    let gone = 0;
    for (const name of TIER_NAMES) {
      const { keepDays } = TIERS[name];
      if (keepDays === null) continue;
      const [tier, before] = [TIER_CODES[name], nowSec - keepDays * 86_400];
      for (const measure of [...SUMS, ...PEAKS]) {
        if (gone >= limit) return gone;
        gone += counts.run(tier, MEASURE_CODES[measure], before, limit - gone).changes;
      }
      for (const measure of SPREADS) {
        const code = MEASURE_CODES[measure];
        for (let label = next.get(tier, code, -1)!.label; label !== null && gone < limit; label = next.get(tier, code, label)!.label)
          gone += sketches.run(tier, code, label, before).changes;
      }
    }
    return gone;
  };
}
