import { WIDE } from "../../domain/line-marks.ts";

/** A cue as it stands in an SRT file, in seconds. */
export type SrtCue = { startSec: number; endSec: number; text: string };

const TIMES = /^(\d+):(\d\d):(\d\d)[,.](\d{3})\s+-->\s+(\d+):(\d\d):(\d\d)[,.](\d{3})\s*$/;

/** Reads SubRip captions as a player would: blocks between empty lines with a line of times and text below it. */
export function parseSrt(srt: string): SrtCue[] {
  const blocks = srt
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMES.test(line));
    const times = TIMES.exec(lines[at] ?? "")
      ?.slice(1)
      .map(Number);
    if (!times) return [];
    const toSec = ([hours, minutes, seconds, ms]: number[]) => hours! * 3600 + minutes! * 60 + seconds! + ms! / 1000;
    return [
      {
        startSec: toSec(times.slice(0, 4)),
        endSec: toSec(times.slice(4)),
        text: lines
          .slice(at + 1)
          .join("\n")
          .trim(),
      },
    ];
  });
}

/** Between Chinese or Japanese signs a line break stands for no space. */
const SIGN_BREAK = new RegExp(`(?<=${WIDE.source})\\n(?=${WIDE.source})`, "gu");

/** Characters a second that a reader must take in: letters, marks and spaces, a line break as the space that it stands for. */
export function cueSpeed({ startSec, endSec, text }: SrtCue): number {
  return [...new Intl.Segmenter().segment(text.replace(SIGN_BREAK, ""))].length / Math.max(endSec - startSec, 0.001);
}
