import { beforeEach, describe, expect, test } from "bun:test";
import { runMedia } from "../../src/media/run.ts";
import { openProgramLog, tellProgramLines } from "../../src/system/program-log.ts";

let told: string[] = [];
beforeEach(() => {
  told = [];
  tellProgramLines((line) => told.push(line));
});

describe("what a program says is told", () => {
  test("line by line, with what it was run for", () => {
    const log = openProgramLog("Encoding a scene");
    log.line("One \t");
    log.line("   ");
    log.line("Input #0, mov, from 'file:/home/me/my films/film.mp4':");
    log.line("x".repeat(600));
    log.end();
    expect(told).toEqual([
      "Encoding a scene: One",
      "Encoding a scene: Input #0, mov, from 'film.mp4':",
      `Encoding a scene: ${"x".repeat(499)}…`,
    ]);
  });

  test("up to two hundred lines of each run, then how many more there were", () => {
    const log = openProgramLog("Joining");
    for (let i = 0; i < 1234; i++) log.line(`Line ${i}`);
    log.end();
    expect(told).toHaveLength(201);
    expect(told.slice(-2)).toEqual(["Joining: Line 199", "Joining: and 1,034 lines more"]);
  });

  test("as it runs, of one that never stops talking too", async () => {
    const chatty = ["sh", "-c", 'i=0; while [ $i -lt 5000 ]; do echo "frame $i" >&2; i=$((i+1)); done'];
    await runMedia({ what: "Talking", command: chatty, signal: new AbortController().signal });
    expect(told).toHaveLength(201);
    expect(told[0]).toBe("Talking: frame 0");
    expect(told.at(-1)).toBe("Talking: and 4,800 lines more");
  });
});
