import { describe, expect, test } from "bun:test";
import { parseFlags, parseOptions } from "../../src/cli/flags.ts";
import { MAKE_FLAGS, REQUEST_FLAGS } from "../../src/cli/make-flags.ts";
import { GenerateRequest } from "../../src/domain/job.ts";

describe("parseFlags", () => {
  test("reads numbers, texts, switches and what is left", () => {
    expect(parseFlags(MAKE_FLAGS, ["A prompt", "--duration-target", "20", "--aspect=9:16", "--json", "-o", "x.mp4"])).toEqual({
      values: { "duration-target": 20, aspect: "9:16", json: true, out: "x.mp4" },
      positionals: ["A prompt"],
    });
  });

  test("what follows -- is words, whatever it looks like", () => {
    expect(parseFlags(MAKE_FLAGS, ["--", "--not-a-flag"]).positionals).toEqual(["--not-a-flag"]);
  });

  test.each([
    [["--duration-target", "soon"], '--duration-target takes a number, not "soon".'],
    [["--durations", "3"], "There is no option --durations. Did you mean --duration-target?"],
    [["--zzz"], "There is no option --zzz."],
    [["--out"], "argument missing"],
  ])("%j is refused with a sentence", (args, sentence) => {
    expect(() => parseFlags(MAKE_FLAGS, args)).toThrow(
      expect.objectContaining({ code: "invalid_request", message: expect.stringContaining(sentence) }),
    );
  });
});

test("every flag of the request is a field of the create call", () => {
  const shape = Object.keys(GenerateRequest.shape);
  for (const { name } of REQUEST_FLAGS) expect(shape).toContain(name.replaceAll("-", "_"));
});

test("a command without words of its own refuses them", () => {
  expect(parseOptions(MAKE_FLAGS, ["--json"])).toEqual({ json: true });
  expect(() => parseOptions(MAKE_FLAGS, ["--json", "word"])).toThrow(expect.objectContaining({ code: "invalid_request" }));
});
