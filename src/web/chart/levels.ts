const STEPS = [1, 2, 2.5, 5, 10];

/** Values for lines across a chart from 0 to at least `most`: round ones, four or five of them. `whole` keeps to whole numbers. */
export function levelsTo(most: number, { whole = false } = {}): number[] {
  const rough = Math.max(most, whole ? 4 : Number.MIN_VALUE) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((part) => part * power).find((size) => size >= rough * 0.999 && (!whole || Number.isInteger(size))) ?? rough;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** Percentages for lines across a chart that shows `least` and 100: a step of 1, 2, 5, 10 or 25 below. */
export function percentLevels(least: number): number[] {
  const room = Math.max(2, 100 - least);
  const step = [1, 2, 5, 10, 25].find((size) => room / size <= 4) ?? 25;
  const count = Math.max(2, Math.ceil(room / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => 100 - (count - at) * step).filter((level) => level >= 0);
}

/** Seconds for lines along a chart from 0 to at least `most`: the steps of clocks. */
export function secondLevels(most: number): number[] {
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];
  const step = steps.find((size) => most / size <= 5) ?? most / 5;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
