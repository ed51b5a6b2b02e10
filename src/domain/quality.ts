/** One measured property of a delivered file. */
export type QualityCheck = {
  name: string;
  value: number | string;
  unit: string;
  limit: string;
  passed: boolean;
  spans?: { start: number; end: number }[];
};

/** What was measured on the file that is delivered. `passed` counts only checks that must hold for this film. */
export type QualityReport = { passed: boolean; checks: QualityCheck[] };
