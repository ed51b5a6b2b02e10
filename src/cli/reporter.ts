import type { Film } from "../domain/artifacts.ts";
import { ERROR_CODES, toErrorData } from "../domain/error.ts";
import type { QualityReport } from "../domain/quality.ts";
import type { StageName } from "../domain/stages.ts";
import type { LogLevel, Progress } from "../domain/wire.ts";
import { openProgressView, sayDuration } from "./progress-bar.ts";
import type { Surroundings } from "./studio.ts";

/** How a command tells what happens. */
export type Reporter = {
  progress: (progress: Progress) => void;
  log: (level: LogLevel, stage: StageName | null, message: string) => void;
  finished: (film: Film) => void;
  /** Says what went wrong and returns the exit status. */
  failed: (error: unknown) => number;
};

/** A reporter: text for people, JSON lines for programs, or nothing but errors. */
export function openReporter(kind: "text" | "json" | "quiet", around: Surroundings): Reporter {
  return kind === "json" ? jsonReporter(around) : textReporter(around, kind === "quiet");
}

function jsonReporter({ stdout, stderr }: Surroundings): Reporter {
  const line = (value: object) => stdout.write(`${JSON.stringify(value)}\n`);
  return {
    progress: ({ overall, stage, stages, step, framesPerSec, remainingSec }) =>
      line({
        event: "progress",
        overall_progress: round(overall * 100),
        stage,
        stages: Object.fromEntries(Object.entries(stages).map(([name, fraction]) => [name, round(fraction * 100)])),
        current_step: step,
        frames_per_second: framesPerSec === null ? null : round(framesPerSec),
        estimated_time_remaining: remainingSec === null ? null : round(remainingSec),
      }),
    log: (level, stage, message) => {
      if (level !== "DEBUG") line({ event: "log", level, stage, message });
    },
    finished: ({ durationSec, report, ...film }) => line({ event: "completed", ...film, duration: durationSec, quality_report: report }),
    failed: (error) => {
      const { code, message } = toErrorData(error);
      line({ event: "failed", error: message, error_code: code });
      if (code === "internal") stderr.write(traceOf(error));
      return ERROR_CODES[code].exit;
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function textReporter(around: Surroundings, quiet: boolean): Reporter {
  const view = openProgressView(quiet ? { isTTY: false, columns: 80, write: () => undefined } : around.stdout);
  const startMs = performance.now();
  const say = (text: string) => {
    view.clear();
    around.stdout.write(`${text}\n`);
  };
  return {
    progress: view.show,
    log: (level, _stage, message) => {
      if (!quiet && (level === "WARNING" || level === "ERROR")) say(`${level === "ERROR" ? "Error" : "Note"}: ${message}`);
    },
    finished: (film) => {
      view.clear();
      if (!quiet) say(sayFilm(film, (performance.now() - startMs) / 1000));
    },
    failed: (error) => {
      view.clear();
      const { code, message } = toErrorData(error);
      around.stderr.write(`kinora: ${message}\n`);
      if (code === "internal") around.stderr.write(traceOf(error));
      return ERROR_CODES[code].exit;
    },
  };
}

const traceOf = (error: unknown): string => (error instanceof Error && error.stack ? `${error.stack}\n` : "");

function sayFilm(film: Film, seconds: number): string {
  const size = `${(film.bytes / 1e6).toFixed(1)} MB`;
  return [
    `${film.video}  ${sayDuration(film.durationSec)}, ${size}, made in ${sayDuration(seconds)}`,
    `  captions ${film.srt}, ${film.vtt}; poster ${film.poster}; details ${film.details}`,
    ...film.notes.map((note) => `  note: ${note}`),
    `  ${sayReport(film.report)}`,
  ].join("\n");
}

/** The report in one line: what was measured, or what did not pass. */
function sayReport({ passed, checks }: QualityReport): string {
  if (checks.length === 0) return "quality: not measured";
  if (passed) return `quality: all ${checks.length} checks passed`;
  const failed = checks.filter((check) => !check.passed).map(({ name, value, unit, limit }) => `${name} is ${value} ${unit} (${limit})`);
  return `quality: ${failed.join("; ")}`;
}
