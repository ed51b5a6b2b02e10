import { expect, test } from "bun:test";
import { drawBar, openProgressView, sayDuration, sayProgress } from "../../src/cli/progress-bar.ts";
import type { Progress } from "../../src/domain/wire.ts";

const at = (overall: number, stage: Progress["stage"] = "render"): Progress => ({
  overall,
  stage,
  stages: {},
  step: "Rendering scene 4 of 9",
  framesPerSec: 118.4,
  remainingSec: 65,
});

test.each([
  [0, "░░░░"],
  [0.5, "██░░"],
  [1, "████"],
  [0.53, "██▏░"],
  [7, "████"],
])("a bar at %p is %s", (fraction, bar) => expect(drawBar(fraction, 4)).toBe(bar));

test.each([
  [0.4, "0s"],
  [59.4, "59s"],
  [65, "1m 05s"],
])("%p seconds are said as %s", (seconds, said) => expect(sayDuration(seconds)).toBe(said));

test("a line has percent, step, frames a second and time left", () => {
  expect(sayProgress(at(0.456))).toBe(" 45 %  Rendering scene 4 of 9  118 fps  1m 05s left");
});

test("a pipe gets plain lines: one for each stage and each tenth", () => {
  const lines: string[] = [];
  const view = openProgressView({ isTTY: false, columns: 80, write: (text) => lines.push(text) });
  for (let percent = 0; percent <= 100; percent++) view.show(at(percent / 100, percent < 5 ? "plan" : "render"));
  expect(lines.length).toBe(12);
  expect(lines.every((line) => line.endsWith("\n") && !line.includes("\u001b"))).toBe(true);
});

test("a terminal gets one line that is drawn over", () => {
  let screen = "";
  const view = openProgressView({ isTTY: true, columns: 100, write: (text) => (screen += text) });
  view.show(at(0.1));
  view.show(at(0.2));
  view.clear();
  expect(screen).not.toContain("\n");
  expect(screen.endsWith("\r\u001b[2K")).toBe(true);
});
