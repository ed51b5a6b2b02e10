import { describe, expect, test } from "bun:test";
import type { DataSource } from "../../src/domain/data.ts";
import { type GenerateRequest, resolveRequest } from "../../src/domain/job.ts";
import { Storyboard } from "../../src/domain/storyboard.ts";
import type { Planner } from "../../src/providers/provider.ts";

const WORDS: [string, Partial<GenerateRequest>][] = [
  ["a prompt", { prompt: "A sunset over the ocean" }],
  ["a Spanish prompt", { prompt: "Un atardecer sobre el océano" }],
  ["one emoji", { prompt: "🌊" }],
  ["a prompt of 20,000 characters", { prompt: "words and more words, ".repeat(1000).slice(0, 20_000) }],
  ["a word of 10,000 letters", { prompt: "a".repeat(10_000) }],
  ["control characters", { prompt: "a\u0000b\u202ec" }],
  ["markup", { prompt: "{\\fs100000}\nDialogue: 0,0:00:00.00" }],
  ["a script of one word", { script: "Hello" }],
  ["a script of 60,000 characters", { script: "This is a sentence, and it goes on. ".repeat(2000).slice(0, 60_000) }],
  ["a storyboard", { storyboard: { title: "", origin: "storyboard", notes: [], credits: [], scenes: [{ narration: "One." }] } as never }],
];

/** What every planner must do, whatever the vendor. */
export function plannerContract(planner: Planner, data: DataSource): void {
  const plan = (request: Partial<GenerateRequest>, signal = new AbortController().signal) =>
    planner.plan(resolveRequest(request), { data, signal, note() {} });

  describe(`${planner.name} keeps the contract of planners`, () => {
    test.each(WORDS)("%s becomes a valid storyboard without control characters", async (_, request) => {
      const film = await plan(request);
      expect(Storyboard.parse(film)).toEqual(film);
      expect(JSON.stringify(film.scenes.map(({ narration }) => narration))).not.toMatch(/\\u00|[\u202a-\u202e\u2066-\u2069]|\\ud[89a-f]/);
    });

    test("the same request gives the same storyboard", async () => {
      expect(await plan({ prompt: "coffee" })).toEqual(await plan({ prompt: "coffee" }));
    });

    test.each(["", "   \n", "\u0000\u0007", "\u200b\u202e"])("nothing to tell, %j, is an invalid request", async (prompt) => {
      const request = { ...resolveRequest({ prompt: "coffee" }), prompt };
      const { prompt: _, ...script } = { ...request, script: prompt };
      const told = { data, signal: new AbortController().signal, note() {} };
      await expect(planner.plan(request, told)).rejects.toMatchObject({ code: "invalid_request" });
      await expect(planner.plan(script, told)).rejects.toMatchObject({ code: "invalid_request" });
    });

    test("a cancelled plan is not made", async () => {
      await expect(plan({ prompt: "coffee" }, AbortSignal.abort())).rejects.toThrow();
    });
  });
}
