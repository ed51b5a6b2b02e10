import type { Style } from "../domain/job.ts";
import type { JobKind, JobStatus } from "../domain/job-record.ts";

// Words that lists filter by are stored as small numbers: their indices are half as large and twice as fast. A number is never given twice.

/** The number of each status. */
export const STATUS_CODES: Record<JobStatus, number> = {
  pending: 1,
  scene_planning: 2,
  asset_retrieval: 3,
  tts_generation: 4,
  audio_processing: 5,
  rendering: 6,
  ingesting: 7,
  transcribing: 8,
  analyzing: 9,
  clipping: 10,
  publishing: 11,
  completed: 12,
  failed: 13,
  cancelled: 14,
};

/** The number of each style; null stands for none, in facets 0. */
export const STYLE_CODES: Record<Style, number> = { cinematic: 1, social: 2, broadcast: 3, educational: 4, documentary: 5, custom: 6 };

/** The number of each kind of job. */
export const KIND_CODES: Record<JobKind, number> = { generate: 1, analyze: 2, noop: 3 };

const turned = <Word extends string>(codes: Record<Word, number>) =>
  new Map(Object.entries(codes).map(([word, code]) => [code as number, word as Word]));
const STATUSES = turned(STATUS_CODES);
const STYLES = turned(STYLE_CODES);
const KINDS = turned(KIND_CODES);

/** The status that a number stands for. */
export const toStatus = (code: number): JobStatus => STATUSES.get(code)!;
/** The style that a number stands for; null for none. */
export const toStyle = (code: number | null): Style | null => (code === null ? null : STYLES.get(code)!);
/** The kind of job that a number stands for. */
export const toKind = (code: number): JobKind => KINDS.get(code)!;
/** The number of a style, or null. */
export const fromStyle = (style: Style | null): number | null => (style === null ? null : STYLE_CODES[style]);
