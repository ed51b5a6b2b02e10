/** How many tests passed and failed; one that was skipped is neither. */
export type Counts = { passed: number; failed: number };

export const addCounts = (a: Counts, b: Counts): Counts => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/**
 * The sums at the end of what `bun test` printed, where a file that does not load counts as a failure (its JUnit report leaves such files out).
 * A run whose exit status says otherwise than its sums, or that has none, has failed once more; so has one without a test.
 */
export function readCounts(output: string, exitCode: number): Counts {
  const sums = Bun.stripANSI(output);
  const read = (word: string) => Number([...sums.matchAll(new RegExp(`^ *(\\d+) ${word}$`, "gm"))].at(-1)?.[1] ?? 0);
  const counts = { passed: read("pass"), failed: read("fail") };
  const consistent = (exitCode === 0) === (counts.failed === 0) && counts.passed + counts.failed > 0;
  return consistent ? counts : { ...counts, failed: counts.failed + 1 };
}
