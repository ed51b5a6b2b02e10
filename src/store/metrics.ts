import {
  bucketOf,
  type Gathered,
  type Measure,
  PEAKS,
  type Sample,
  SPREADS,
  type Span,
  SUMS,
  TIER_NAMES,
  TIERS,
} from "../domain/metrics.ts";
import { addSketch, emptySketch } from "../domain/sketch.ts";
import { fromStyle } from "./codes.ts";
import type { Connection } from "./connection.ts";
import { isPeak, openBatch } from "./metric-batch.ts";
import { openBatchWriter, type SketchRow, toSketch } from "./metric-buckets.ts";
import { fromLabel, labelsFor, MEASURE_CODES, TIER_CODES, toLabel, toMeasure } from "./metric-codes.ts";
import type { CountQuery, DepthBucket, LabelledSketch, MetricCount, MetricReading, SketchFilter } from "./metric-reading.ts";

type Journaled = [measure: number, label: number, timeUs: number, value: number];

const MOST_NAMES = 1000;
const MOST_NAME = 80;
const STYLE_MASK = 15;
const PRIORITY_STEP = 16;

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

function openReading(db: Connection, nameOf: (id: number) => string): MetricReading {
  const counted = db.statement<{ measure: number; start: number; label: number; sum: number; most: number }>(
    `SELECT measure, start / ?1 * ?1 AS start, label, sum(value) AS sum, max(value) AS most FROM metric_counts
     WHERE tier = ?2 AND measure IN (SELECT value FROM json_each(?3)) AND start >= ?4 AND start < ?5
       AND (?6 = 0 OR label & ${STYLE_MASK} = ?6) AND (?7 = 0 OR label / ${PRIORITY_STEP} % 16 = ?7)
     GROUP BY 1, 2, 3`,
  );
  const sketches = db.statement<SketchRow & { label: number }>(
    `SELECT label, count, sum, least, most, cells FROM metric_sketches
     WHERE tier = ? AND measure = ? AND label IN (SELECT value FROM json_each(?)) AND start >= ? AND start < ?`,
  );
  const depths = db.statement<{ start: number; label: number; value: number }>(
    "SELECT start, label, value FROM metric_counts WHERE tier = ? AND measure = ? AND start >= ? AND start < ? ORDER BY start, label",
  );
  const since = db.statement<{ sec: number }>("SELECT sec FROM metric_since WHERE of = ?");
  const bytes = db.statement<{ bytes: number }>("SELECT bytes FROM film_total");
  const oldest = db.statement<{ id: string; prompt: string; due_us: number }>(
    "SELECT id, prompt, due_us FROM jobs INDEXED BY jobs_waiting WHERE ready = 1 ORDER BY due_us LIMIT 1",
  );
  const waits = db.statement<{ waits: number }>("SELECT EXISTS (SELECT 1 FROM metric_journal) AS waits");

  return {
    counts({ tier, bucketSec = TIERS[tier].sec, measures, fromSec, toSec, style, priority = 0 }: CountQuery): MetricCount[] {
      const codes = JSON.stringify(measures.map((measure) => MEASURE_CODES[measure]));
      const rows = counted.all(bucketSec, TIER_CODES[tier], codes, fromSec, toSec, fromStyle(style ?? null) ?? 0, priority);
      return rows.map(({ measure, start, label, sum, most }) => ({
        measure: toMeasure(measure) as MetricCount["measure"],
        startSec: start,
        label: toLabel(label, nameOf),
        value: isPeak(measure) ? most : sum,
      }));
    },
    depths({ tier, bucketSec, fromSec, toSec }) {
      const found = new Map<number, DepthBucket>();
      for (const { start, label, value } of depths.all(TIER_CODES[tier], MEASURE_CODES.depth, fromSec, toSec)) {
        const startSec = bucketOf(start, bucketSec);
        // The total comes first: its label is 0.
        if (label === 0 && value >= (found.get(startSec)?.total ?? 0))
          found.set(startSec, { startSec, atSec: start, total: value, depths: {} });
        const bucket = found.get(startSec);
        const { status } = toLabel(label, nameOf);
        if (status && bucket?.atSec === start) bucket.depths[status] = value;
      }
      return [...found.values()];
    },
    sketches(measure, spans, filter) {
      const found = new Map<string, LabelledSketch>();
      for (const span of spans) for (const row of rowsOf(measure, span, filter)) gather(found, row, filter);
      return [...found.values()];
    },
    since: (of) => since.get(of)?.sec,
    filmBytes: () => bytes.get()?.bytes ?? 0,
    oldestWaiting() {
      const row = oldest.get();
      return row ? { id: row.id, prompt: row.prompt, sinceUs: row.due_us } : undefined;
    },
    unsettled: () => waits.get()?.waits === 1,
  };

  function rowsOf(measure: Measure, { tier, fromSec, toSec }: Span, filter: SketchFilter) {
    const labels = JSON.stringify(labelsFor(filter, tier === "minute"));
    return sketches.all(TIER_CODES[tier], MEASURE_CODES[measure], labels, fromSec, toSec);
  }

  function gather(found: Map<string, LabelledSketch>, row: SketchRow & { label: number }, { by }: SketchFilter): void {
    const label = toLabel(row.label, nameOf);
    const key = by ? String(label[by]) : "";
    const entry = found.get(key) ?? { label: by ? { [by]: label[by] } : {}, sketch: emptySketch() };
    found.set(key, entry);
    addSketch(entry.sketch, toSketch(row));
  }
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
