import { type Cue, cueLines } from "../../domain/caption.ts";

/** Controls, and the marks that turn the direction of what follows. */
const UNWANTED = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu;

/** A cue's lines as files may hold them: well-formed, on one line each, without controls and direction overrides; none is empty. */
function plainLines(cue: Cue): string[] {
  const lines = cueLines(cue).map((line) => line.toWellFormed().replace(/\s+/gu, " ").replace(UNWANTED, "").trim());
  return lines.filter((line) => line !== "");
}

/** Cues that say something, with whole milliseconds that neither overlap nor run backwards. */
export function timedLines(cues: Cue[]): { startMs: number; endMs: number; lines: string[] }[] {
  return cues
    .map((cue, index) => {
      const startMs = Math.round(cue.startSec * 1000);
      const nextMs = index + 1 < cues.length ? Math.round(cues[index + 1]!.startSec * 1000) : Number.POSITIVE_INFINITY;
      return { startMs, endMs: Math.max(startMs + 1, Math.min(Math.round(cue.endSec * 1000), nextMs)), lines: plainLines(cue) };
    })
    .filter((cue) => cue.lines.length > 0);
}

/** `hh:mm:ss` and milliseconds after `point`. */
export function clockTime(ms: number, point: "," | "."): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${point}${String(ms % 1000).padStart(3, "0")}`;
}
