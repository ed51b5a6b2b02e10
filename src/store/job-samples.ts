import { type JobRecord, phaseOf } from "../domain/job-record.ts";
import { type Sample, samplesOfChange } from "../domain/metrics.ts";

/** Writes down what is measured of each change to a job. When a run was claimed is remembered only until this process ends. */
export function openJobSamples(note: (samples: readonly Sample[]) => void, nowUs: () => number) {
  const begun = new Map<string, number>();
  return (before: JobRecord | undefined, after: JobRecord): void => {
    if (before && before.status === after.status && before.revision === after.revision) return;
    const now = nowUs();
    note(samplesOfChange(before, after, { nowUs: now, begunUs: begun.get(after.id) }));
    const runs = phaseOf(after.status) === "running";
    if (runs && !begun.has(after.id)) begun.set(after.id, now);
    else if (!runs) begun.delete(after.id);
  };
}
