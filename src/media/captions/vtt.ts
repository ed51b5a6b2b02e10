import type { Cue } from "../../domain/caption.ts";
import { clockTime, timedLines } from "./plain.ts";

/** Film-level cues as WebVTT (W3C WebVTT, 4.1), numbered, their text escaped. */
export function toVtt(cues: Cue[]): string {
  const blocks = timedLines(cues).map(
    ({ startMs, endMs, lines }, index) =>
      `${index + 1}\n${clockTime(startMs, ".")} --> ${clockTime(endMs, ".")}\n${lines.map(escapeText).join("\n")}\n`,
  );
  return ["WEBVTT\n", ...blocks].join("\n");
}

function escapeText(line: string): string {
  return line.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
