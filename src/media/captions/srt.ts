import type { Cue } from "../../domain/caption.ts";
import { clockTime, timedLines } from "./plain.ts";

/** Joins without showing: parts what players would take for a tag, an override or a time line. */
const WORD_JOINER = "\u2060";

/** Film-level cues as SubRip (UTF-8, LF, no mark at the start). The format has no escapes: what looks like markup gets an invisible word joiner. */
export function toSrt(cues: Cue[]): string {
  const blocks = timedLines(cues).map(
    ({ startMs, endMs, lines }, index) =>
      `${index + 1}\n${clockTime(startMs, ",")} --> ${clockTime(endMs, ",")}\n${lines.map(literal).join("\n")}\n`,
  );
  return blocks.join("\n");
}

function literal(line: string): string {
  return line
    .replace(/-->/g, `--${WORD_JOINER}>`)
    .replace(/<(?=[/\p{L}])/gu, `<${WORD_JOINER}`)
    .replace(/\{/g, `{${WORD_JOINER}`)
    .replace(/\\(?=[Nnh])/g, `\\${WORD_JOINER}`);
}
