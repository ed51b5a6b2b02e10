import { describe, expect, test } from "bun:test";
import { openReporter } from "../../src/cli/reporter.ts";
import { KinoraError } from "../../src/domain/error.ts";
import type { QualityCheck } from "../../src/domain/quality.ts";
import type { Progress } from "../../src/domain/wire.ts";
import { film, openSurroundings } from "./surroundings.ts";

const progress = (overall: number): Progress => ({
  overall,
  stage: "render",
  stages: { plan: 1, render: 0.12345 },
  step: "Rendering scene 1 of 2",
  framesPerSec: 41.77,
  remainingSec: 3.12,
});
const check = (name: string, passed: boolean): QualityCheck => ({ name, value: 1, unit: "s", limit: "at most 2 s", passed });

function open(kind: "text" | "json" | "quiet", isTTY = false) {
  const { around, said } = openSurroundings();
  around.stdout.isTTY = isTTY;
  return { reporter: openReporter(kind, around), said };
}

describe("as JSON", () => {
  test("progress is in percent and in the API's words", () => {
    const { reporter, said } = open("json");
    reporter.progress(progress(0.5));
    expect(JSON.parse(said.out)).toEqual({
      event: "progress",
      overall_progress: 50,
      stage: "render",
      stages: { plan: 100, render: 12.3 },
      current_step: "Rendering scene 1 of 2",
      frames_per_second: 41.8,
      estimated_time_remaining: 3.1,
    });
  });

  test("what is not known yet is null", () => {
    const { reporter, said } = open("json");
    reporter.progress({ ...progress(0), framesPerSec: null, remainingSec: null });
    expect(JSON.parse(said.out)).toMatchObject({ frames_per_second: null, estimated_time_remaining: null });
  });

  test("a failure is a line on standard output with the code, and a line only", () => {
    const { reporter, said } = open("json");
    expect(reporter.failed(new KinoraError("disk_full", "Full.\nReally."))).toBe(8);
    expect(JSON.parse(said.out)).toEqual({ event: "failed", error: "Full.\nReally.", error_code: "disk_full" });
    expect(said.out.trimEnd().split("\n")).toHaveLength(1);
    expect(said.err).toBe("");
  });

  test("what nobody foresaw is internal, with its trace on standard error", () => {
    const { reporter, said } = open("json");
    expect(reporter.failed(new TypeError("x is not a function"))).toBe(1);
    expect(said.err).toContain("TypeError: x is not a function");
    expect(open("json").reporter.failed("a string")).toBe(1);
    expect(open("json").reporter.failed(undefined)).toBe(1);
  });
});

describe("as text", () => {
  test("a line of progress now and then where there is no terminal", () => {
    const { reporter, said } = open("text");
    for (let part = 0; part < 100; part++) reporter.progress(progress(part / 100));
    expect(said.out.split("\n").length).toBeLessThan(15);
    expect(said.out).not.toContain("\u001b");
  });

  test("one line that is drawn over on a terminal, and gone before anything else is said", () => {
    const { reporter, said } = open("text", true);
    reporter.progress(progress(0.1));
    reporter.progress(progress(0.2));
    expect(said.out).not.toContain("\n");
    reporter.log("WARNING", null, "Look.");
    expect(said.out).toEndWith("\r\u001b[2KNote: Look.\n");
  });

  test("only warnings and errors of the log", () => {
    const { reporter, said } = open("text");
    for (const level of ["DEBUG", "INFO", "WARNING", "ERROR"] as const) reporter.log(level, "plan", level);
    expect(said.out).toBe("Note: WARNING\nError: ERROR\n");
  });

  test.each([
    ["not measured", film(), "quality: not measured"],
    ["passed", film({ passed: true, checks: [check("a", true), check("b", true)] }), "quality: all 2 checks passed"],
    ["failed", film({ passed: false, checks: [check("a", true), check("b", false)] }), "quality: b is 1 s (at most 2 s)"],
    ["with a note", film(undefined, ["Something is otherwise."]), "note: Something is otherwise."],
  ])("a film: %s", (_what, made, says) => {
    const { reporter, said } = open("text");
    reporter.finished(made);
    expect(said.out).toContain(says);
  });
});

test("quietly nothing is said but what went wrong", () => {
  const { reporter, said } = open("quiet");
  reporter.progress(progress(0.5));
  reporter.log("ERROR", null, "x");
  reporter.finished(film());
  expect(said).toEqual({ out: "", err: "" });
  expect(reporter.failed(new KinoraError("ffmpeg_missing", "Install it."))).toBe(3);
  expect(said).toEqual({ out: "", err: "kinora: Install it.\n" });
});
