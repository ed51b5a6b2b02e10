import type { QualitySpan } from "../../domain/quality.ts";

/** What FFmpeg's measuring filters said. Loudness in LUFS and dBTP; -Infinity for silence. */
export type FilterFindings = {
  black: QualitySpan[];
  frozen: QualitySpan[];
  silent: QualitySpan[];
  integratedLufs?: number;
  truePeakDb?: number;
  /** Lines that FFmpeg printed as errors. */
  errors: string[];
};

/** Reads the lines of blackdetect, freezedetect, silencedetect and ebur128; stretches still open at the end last until `endSec`. */
export function parseFilterLines(lines: string[], endSec: number): FilterFindings {
  const of = (filter: string) => lines.filter((line) => new RegExp(`^\\[(?:Parsed_)?${filter}(?:_\\d+)? @ `).test(line));
  const open = (start: RegExp, end: RegExp, from: string[]) => toSpans(numbers(from, start), numbers(from, end), endSec);
  return {
    black: open(/black_start:(\S+)/, /black_end:(\S+)/, of("blackdetect")),
    frozen: open(/freeze_start: (\S+)/, /freeze_end: (\S+)/, of("freezedetect")),
    silent: open(/silence_start: (\S+)/, /silence_end: (\S+)/, of("silencedetect")),
    integratedLufs: numbers(lines, /^\s+I:\s+(\S+) LUFS/).at(-1),
    truePeakDb: numbers(lines, /^\s+Peak:\s+(\S+) dBFS/).at(-1),
    errors: lines.filter((line) => /\[(?:error|fatal|panic)\]/.test(line) && !/^\s/.test(line)),
  };
}

function numbers(lines: string[], pattern: RegExp): number[] {
  return lines.flatMap((line) => {
    const value = pattern.exec(line)?.[1];
    return value === undefined ? [] : [value === "-inf" ? Number.NEGATIVE_INFINITY : Number(value)];
  });
}

const toSpans = (starts: number[], ends: number[], endSec: number): QualitySpan[] =>
  starts.map((start, index) => ({ start: Math.max(0, start), end: ends[index] ?? endSec }));
