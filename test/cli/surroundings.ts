import type { Surroundings } from "../../src/cli/studio.ts";
import type { Film } from "../../src/domain/artifacts.ts";
import type { QualityReport } from "../../src/domain/quality.ts";

/** A world of text: what is printed is kept in `said`. */
export function openSurroundings(rest: Partial<Surroundings> = {}): { around: Surroundings; said: { out: string; err: string } } {
  const said = { out: "", err: "" };
  const keep = (where: "out" | "err") => (text: string) => {
    said[where] += text;
  };
  const around: Surroundings = {
    env: { HOME: "/home/me" },
    cwd: "/",
    stdout: { isTTY: false, columns: 80, write: keep("out") },
    stderr: { write: keep("err") },
    stdin: () => new Blob([""]).stream(),
    processors: 2,
    version: "1.2.3",
    interrupted: new AbortController().signal,
    ...rest,
  };
  return { around, said };
}

/** A finished film. */
export const film = (report: QualityReport = { passed: true, checks: [] }, notes: string[] = []): Film => ({
  video: "/films/film.mp4",
  srt: "/films/film.srt",
  vtt: "/films/film.vtt",
  poster: "/films/film.jpg",
  details: "/films/film.json",
  durationSec: 65,
  bytes: 1_500_000,
  report,
  notes,
  title: "Rivers",
  language: "en",
  credits: [],
});
