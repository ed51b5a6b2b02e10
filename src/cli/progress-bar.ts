import type { Progress } from "../domain/wire.ts";

/** Where progress is written. */
export type Screen = { isTTY: boolean; columns: number; write: (text: string) => void };

/** Shows how far a job is: a bar that stays on one line on a terminal, a line now and then elsewhere. */
export type ProgressView = { show: (progress: Progress) => void; clear: () => void };

const BAR_WIDTH = 28;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `width` characters, drawn to an eighth of a character. */
export function drawBar(fraction: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, fraction)) * width * 8);
  const whole = Math.floor(eighths / 8);
  return `${"█".repeat(whole)}${EIGHTHS[eighths % 8]}`.padEnd(width, "░");
}

/** Seconds as people say them: `42s`, `1m 05s`. */
export function sayDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m ${String(whole % 60).padStart(2, "0")}s`;
}

/** One line: step, percent, frames a second and time left. */
export function sayProgress({ overall, step, framesPerSec, remainingSec }: Progress): string {
  const rate = framesPerSec === null ? "" : `  ${framesPerSec.toFixed(0)} fps`;
  const left = remainingSec === null ? "" : `  ${sayDuration(remainingSec)} left`;
  return `${String(Math.floor(overall * 100)).padStart(3)} %  ${step}${rate}${left}`;
}

/** The view for a screen. */
export function openProgressView(screen: Screen): ProgressView {
  return screen.isTTY ? barView(screen) : lineView(screen);
}

function barView(screen: Screen): ProgressView {
  let drawn = false;
  return {
    show(progress) {
      const text = sayProgress(progress);
      const bar = screen.columns > 60 ? `${drawBar(progress.overall, BAR_WIDTH)} ` : "";
      screen.write(`\r\u001b[2K${bar}${text}`.slice(0, screen.columns + 4));
      drawn = true;
    },
    clear() {
      if (drawn) screen.write("\r\u001b[2K");
      drawn = false;
    },
  };
}

function lineView(screen: Screen): ProgressView {
  let saidStage = "";
  let saidTenth = 0;
  return {
    show(progress) {
      const tenth = Math.floor(progress.overall * 10);
      if (progress.stage === saidStage && tenth <= saidTenth) return;
      saidStage = progress.stage;
      saidTenth = Math.max(saidTenth, tenth);
      screen.write(`${sayProgress(progress).trimStart()}\n`);
    },
    clear() {},
  };
}
