import { describe, expect, test } from "bun:test";
import { resolveRequest } from "../../src/domain/job.ts";

describe("a request is refused in a sentence", () => {
  test.each<[what: string, input: unknown, sentence: string]>([
    ["nothing", {}, "needs exactly one of prompt, script and storyboard"],
    ["two sources", { prompt: "A lake", script: "A lake." }, "needs exactly one of prompt, script and storyboard"],
    ["an empty prompt", { prompt: "" }, "prompt: is empty"],
    ["only spaces", { prompt: " \u3000\n" }, "prompt: is empty"],
    ["only control characters", { script: "\u0007\u202e\u200b" }, "script: is empty"],
    ["a prompt too long", { prompt: "🐋".repeat(20_001) }, "prompt: must be at most 20,000 characters"],
    ["a length too short", { prompt: "x", duration_target: 9 }, "duration_target"],
    ["an unknown field", { prompt: "x", colour: "red" }, "colour"],
    ["a language that is none", { prompt: "x", language: "constructor" }, "no language tag"],
    ["a storyboard without scenes", { storyboard: { scenes: [] } }, "storyboard.scenes"],
  ])("%s", (_what, input, sentence) => {
    expect(() => resolveRequest(input)).toThrow(
      expect.objectContaining({ code: "invalid_request", message: expect.stringContaining(sentence) }),
    );
  });
});

test("20,000 characters are counted as people count them", () => {
  expect(resolveRequest({ prompt: "🐋".repeat(20_000) }).prompt).toHaveLength(40_000);
});

describe("the seed", () => {
  const seedOf = (input: object) => resolveRequest(input).seed;

  test("is the same for the same request, and another for another", () => {
    expect(seedOf({ prompt: "A lake" })).toBe(seedOf({ prompt: "A lake" }));
    expect(seedOf({ prompt: "A lake" })).not.toBe(seedOf({ prompt: "A lake", aspect: "9:16" }));
  });

  test("does not depend on a script's words", () => {
    expect(seedOf({ script: "One." })).toBe(seedOf({ script: "Two." }));
  });

  test("is what was asked for", () => expect(seedOf({ prompt: "A lake", seed: 0 })).toBe(0));
});
