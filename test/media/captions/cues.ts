import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cue } from "../../../src/domain/caption.ts";

/** Words that look like something else to a reader of captions, and what must be read. */
export const HOSTILE: [text: string, expected: string][] = [
  ["a --> b", "a --> b"],
  ["00:00:01,000 --> 00:00:02,000", "00:00:01,000 --> 00:00:02,000"],
  ["{\\an8}top {\\fs100000} {Y:b}", "{\\an8}top {\\fs100000} {Y:b}"],
  ["<b>bold</b> & <i>x <font color=red>", "<b>bold</b> & <i>x <font color=red>"],
  ["1 < 2 > 0 100% sure", "1 < 2 > 0 100% sure"],
  ["42", "42"],
  ["one\r\n\r\nDialogue: two", "one Dialogue: two"],
  ["NOTE STYLE WEBVTT", "NOTE STYLE WEBVTT"],
  ["\u202eevil\u0000 \u2066x", "evil x"],
  ["a':textfile=/etc/passwd:x='b", "a':textfile=/etc/passwd:x='b"],
  ["¿Qué? 日本 🚀", "¿Qué? 日本 🚀"],
];

/** A cue of two lines every two seconds. */
export function toCues(texts: string[]): Cue[] {
  return texts.map((text, index) => ({
    startSec: index * 2 + 0.1,
    endSec: index * 2 + 1.9,
    lines: [
      [{ text, startSec: index * 2 + 0.1, endSec: index * 2 + 1 }],
      [{ text: "second", startSec: index * 2 + 1, endSec: index * 2 + 1.9 }],
    ],
  }));
}

/** The texts of the cues that FFmpeg finds in a caption file, its own escapes and our word joiners undone. */
export async function ffmpegReads(format: "srt" | "vtt", content: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "captions-"));
  try {
    const file = join(folder, `film.${format}`);
    await Bun.write(file, content);
    const child = Bun.spawn(["ffmpeg", "-v", "error", "-nostdin", "-i", file, "-f", "ass", "-"], { stdout: "pipe", stderr: "pipe" });
    const [out, errors] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text(), child.exited]);
    if (errors !== "") throw new Error(errors);
    const lines = out.split(/\r?\n/).filter((line) => line.startsWith("Dialogue:"));
    return lines.map((line) =>
      line
        .split(",")
        .slice(9)
        .join(",")
        .replaceAll("\u2060", "")
        .replace(/\\N/g, "\n")
        .replace(/\\([{}])/g, "$1"),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
