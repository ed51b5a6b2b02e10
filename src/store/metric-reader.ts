import { bucketOf, type Label, type Span, type SpreadMeasure, type Sum, TIERS } from "../domain/metrics.ts";
import { emptySketch } from "../domain/sketch.ts";
import { fromStyle } from "./codes.ts";
import type { Connection } from "./connection.ts";
import { isPeak } from "./metric-batch.ts";
import { addRow, type SketchRow } from "./metric-buckets.ts";
import { MEASURE_CODES, pickLabels, TIER_CODES, toLabel, toMeasure } from "./metric-codes.ts";
import type { CountQuery, DepthBucket, LabelledSketch, MetricCount, MetricReading, SketchFilter } from "./metric-reading.ts";

const STYLE_MASK = 15;
const PRIORITY_STEP = 16;

/** Reads measurements by stretches of time, never job by job. `nameOf` says what a name's number stands for. */
export function openReading(db: Connection, nameOf: (id: number) => string): MetricReading {
  const counted = db.statement<{ measure: number; start: number; label: number; sum: number; most: number }>(
    `SELECT measure, start / ?1 * ?1 AS start, label, sum(value) AS sum, max(value) AS most FROM metric_counts
     WHERE tier = ?2 AND measure IN (SELECT value FROM json_each(?3)) AND start >= ?4 AND start < ?5
       AND (?6 = 0 OR label & ${STYLE_MASK} = ?6) AND (?7 = 0 OR label / ${PRIORITY_STEP} % 16 = ?7)
     GROUP BY 1, 2, 3`,
  );
  const summed = db.statement<{ measure: number; label: number; sum: number }>(
    `SELECT measure, label, sum(value) AS sum FROM metric_counts
     WHERE tier = ?1 AND measure IN (SELECT value FROM json_each(?2)) AND start >= ?3 AND start < ?4
       AND (?5 = 0 OR label & ${STYLE_MASK} = ?5) AND (?6 = 0 OR label / ${PRIORITY_STEP} % 16 = ?6)
     GROUP BY 1, 2`,
  );
  const labels = db.statement<{ label: number }>(
    `WITH RECURSIVE found (label) AS (
       SELECT min(label) FROM metric_sketches WHERE tier = ?1 AND measure = ?2
       UNION ALL
       SELECT (SELECT min(label) FROM metric_sketches WHERE tier = ?1 AND measure = ?2 AND label > found.label) FROM found WHERE label IS NOT NULL
     ) SELECT label FROM found WHERE label IS NOT NULL`,
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

  const labelOf = openLabels(nameOf);

  return {
    counts({ tier, bucketSec = TIERS[tier].sec, measures, fromSec, toSec, style, priority = 0 }: CountQuery): MetricCount[] {
      const codes = JSON.stringify(measures.map((measure) => MEASURE_CODES[measure]));
      const rows = counted.all(bucketSec, TIER_CODES[tier], codes, fromSec, toSec, fromStyle(style ?? null) ?? 0, priority);
      return rows.map(({ measure, start, label, sum, most }) => ({
        measure: toMeasure(measure) as MetricCount["measure"],
        startSec: start,
        label: labelOf(label),
        value: isPeak(measure) ? most : sum,
      }));
    },
    sums: (measures, spans, { style, priority = 0 }) =>
      spans.flatMap(({ tier, fromSec, toSec }) => {
        const codes = JSON.stringify(measures.map((measure) => MEASURE_CODES[measure]));
        const rows = summed.all(TIER_CODES[tier], codes, fromSec, toSec, fromStyle(style ?? null) ?? 0, priority);
        return rows.map(({ measure, label, sum }) => ({ measure: toMeasure(measure) as Sum, label: labelOf(label), value: sum }));
      }),
    depths({ tier, bucketSec, fromSec, toSec }) {
      const found = new Map<number, DepthBucket>();
      for (const { start, label, value } of depths.all(TIER_CODES[tier], MEASURE_CODES.depth, fromSec, toSec)) {
        const startSec = bucketOf(start, bucketSec);
        // The total comes first: its label is 0.
        if (label === 0 && value >= (found.get(startSec)?.total ?? 0))
          found.set(startSec, { startSec, atSec: start, total: value, depths: {} });
        const bucket = found.get(startSec);
        const { status } = labelOf(label);
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

  function rowsOf(measure: SpreadMeasure, { tier, fromSec, toSec }: Span, filter: SketchFilter) {
    const place = [TIER_CODES[tier], MEASURE_CODES[measure]] as const;
    const known = labels.all(...place).map(({ label }) => label);
    return sketches.all(...place, JSON.stringify(pickLabels(known, tier, filter)), fromSec, toSec);
  }

  function gather(found: Map<string, LabelledSketch>, row: SketchRow & { label: number }, { by }: SketchFilter): void {
    const label = labelOf(row.label);
    const key = by ? String(label[by]) : "";
    const entry = found.get(key) ?? { label: by ? { [by]: label[by] } : {}, sketch: emptySketch() };
    found.set(key, entry);
    addRow(entry.sketch, row);
  }
}

/** Labels by their numbers; there are few. */
function openLabels(nameOf: (id: number) => string): (code: number) => Label {
  const known = new Map<number, Label>();
  return (code) => {
    const label = known.get(code) ?? toLabel(code, nameOf);
    known.set(code, label);
    return label;
  };
}
