import type { Artifacts } from "../domain/artifacts.ts";
import type { StageRecord } from "../domain/job-record.ts";
import { STAGE_NAMES, type StageName } from "../domain/stages.ts";

/** What this attempt knows of a stage: when it began and ended it (microseconds), and how far it is, 0..100. */
export type StageNews = Map<StageName, { startedUs?: number; finishedUs?: number; progress: number }>;

/** The stage that is to be done next, from what is there. */
export function nextStage(artifacts: Partial<Artifacts>): StageName {
  return STAGE_NAMES.find((name) => artifacts[name] === undefined) ?? STAGE_NAMES.at(-1)!;
}

/** The records with what is new; a stage never falls back, and one that is begun again has begun then. In the order in which stages are shown. */
export function mergeStages(records: readonly StageRecord[], news: StageNews): StageRecord[] {
  return STAGE_NAMES.flatMap((name) => {
    const before = records.find((record) => record.name === name);
    const now = news.get(name);
    if (!now) return before ?? [];
    return {
      name,
      progress: Math.max(before?.progress ?? 0, now.progress),
      startedUs: now.startedUs ?? before?.startedUs ?? null,
      finishedUs: now.finishedUs ?? (now.startedUs === undefined ? (before?.finishedUs ?? null) : null),
    };
  });
}

const isOpen = ({ startedUs, finishedUs }: StageRecord): boolean => startedUs !== null && finishedUs === null;

/** The records for a new run: what an earlier one had begun and not finished has not begun in this one. */
export const closeStages = (records: readonly StageRecord[]): StageRecord[] =>
  records.map((record) => (isOpen(record) ? { ...record, startedUs: null } : record));

/** The stage that was at work when nothing more was heard: the latest that had begun and not finished. */
export function openStage(records: readonly StageRecord[]): StageRecord | undefined {
  return records.findLast(isOpen);
}
