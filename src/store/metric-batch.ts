import { bucketOf, type Depths, type Gathered, type Measure, PEAKS, SPREADS, TIER_NAMES, TIERS, type Tier } from "../domain/metrics.ts";
import { addSketch, addValue, emptySketch, type Sketch } from "../domain/sketch.ts";
import { MEASURE_CODES, widerLabels } from "./metric-codes.ts";

/** A bucket of a tier: its beginning in seconds, and what it is of, by numbers. */
export type Place = { tier: Tier; measure: number; start: number; label: number };

const PEAK_CODES = new Set(PEAKS.map((name) => MEASURE_CODES[name]));
const SPREAD_CODES = new Set(SPREADS.map((name) => MEASURE_CODES[name]));

/** Whether of a measure the highest is kept. */
export const isPeak = (measure: number): boolean => PEAK_CODES.has(measure);
/** Whether a measure is kept as a distribution. */
export const isSpread = (measure: number): boolean => SPREAD_CODES.has(measure);

/** Gathers measurements by the buckets that they go to, in all tiers, so that each bucket is written once. */
export function openBatch() {
  const counts = new Map<string, Place & { value: number }>();
  const sketches = new Map<string, Place & { sketch: Sketch }>();
  const depths = new Map<string, Place & { total: number; depths: Depths }>();
  const since = new Map<"jobs" | "server", number>();

  const placed = <Entry extends Place>(into: Map<string, Entry>, place: Place, make: () => Omit<Entry, keyof Place>): Entry => {
    const key = `${place.tier} ${place.measure} ${place.start} ${place.label}`;
    const entry = into.get(key) ?? ({ ...place, ...make() } as Entry);
    into.set(key, entry);
    return entry;
  };
  const note = (measure: number, timeSec: number): void => {
    const of = measure === MEASURE_CODES.beat ? "server" : "jobs";
    since.set(of, Math.min(since.get(of) ?? timeSec, timeSec));
  };
  const count = (measure: number, label: number, timeSec: number, value: number): void => {
    note(measure, timeSec);
    for (const tier of TIER_NAMES) {
      const entry = placed(counts, { tier, measure, start: bucketOf(timeSec, TIERS[tier].sec), label }, () => ({ value: 0 }));
      entry.value = isPeak(measure) ? Math.max(entry.value, value) : entry.value + value;
    }
  };
  const spread = (measure: number, label: number, timeSec: number, add: (sketch: Sketch) => void): void => {
    for (const tier of TIER_NAMES) {
      for (const wider of widerLabels(label, tier)) {
        const place = { tier, measure, start: bucketOf(timeSec, TIERS[tier].sec), label: wider };
        add(placed(sketches, place, () => ({ sketch: emptySketch() })).sketch);
      }
    }
  };
  const deepen = (timeSec: number, found: Depths): void => {
    const total = Object.values(found).reduce((sum, jobs) => sum + jobs, 0);
    for (const tier of TIER_NAMES) {
      const place = { tier, measure: MEASURE_CODES.depth, start: bucketOf(timeSec, TIERS[tier].sec), label: 0 };
      const entry = placed(depths, place, () => ({ total: 0, depths: {} }));
      if (total >= entry.total) Object.assign(entry, { total, depths: found });
    }
  };
  return {
    counts,
    sketches,
    depths,
    since,
    /** One value, by numbers; time in seconds. */
    addOne(measure: number, label: number, timeSec: number, value: number): void {
      if (isSpread(measure)) spread(measure, label, timeSec, (sketch) => addValue(sketch, value));
      else count(measure, label, timeSec, value);
    },
    addGathered(gathered: Gathered, label: number): void {
      const measure = MEASURE_CODES[gathered.measure as Measure];
      if ("sketch" in gathered) spread(measure, label, gathered.timeSec, (sketch) => addSketch(sketch, gathered.sketch));
      else if ("depths" in gathered) deepen(gathered.timeSec, gathered.depths);
      else count(measure, label, gathered.timeSec, gathered.value);
    },
  };
}
export type Batch = ReturnType<typeof openBatch>;
