import { describe, expect, test } from "bun:test";
import { speech } from "../../../src/pipeline/create/speech.ts";
import type { StageContext } from "../../../src/pipeline/stage.ts";
import { board, context, request, voice } from "./film.ts";

describe("the speech stage", () => {
  /** Runs the stage with a maker that speaks a word each 0.4 s; returns what it asked for. */
  async function speak(storyboard: ReturnType<typeof board>, asked: object, note?: string) {
    const made: { name: string; key: unknown[] }[] = [];
    const logged: string[] = [];
    const make = async (name: string, key: unknown[], input: { text: string; speed?: number }) => {
      made.push({ name, key });
      const { durationSec, words } = voice(input.text);
      return { file: `${made.length}.wav`, result: { durationSec: durationSec / (input.speed ?? 1), words, notes: ["told"] } };
    };
    const result = await speech(
      context(
        request(asked),
        { plan: storyboard, assets: { digests: { "/a.wav": "digest" } } },
        {
          make: make as unknown as StageContext["make"],
          providers: { pickVoice: () => ({ voice: { id: "v" }, ...(note && { note }) }) } as unknown as StageContext["providers"],
          log: (_level, text) => logged.push(text),
        },
      ),
    );
    return { made, logged, result };
  }

  test("speaks every scene that has words, once, and listens to what is one's own", async () => {
    const storyboard = board([{ narration: "One two." }, { narration: " " }, { narration: "Mine.", sound: { path: "/a.wav" } }]);
    const { made, result } = await speak(storyboard, {});
    expect(made.map(({ name }) => name)).toEqual(["speak", "listen"]);
    expect(made[0]!.key).toEqual(["One two.", "v", "en", 1]);
    expect(made[1]!.key).toContain("digest");
    expect(JSON.stringify(made[1]!.key)).not.toContain("/a.wav");
    expect(result.spoken.map((spoken) => spoken?.durationSec)).toEqual([0.8, undefined, 0.4]);
  });

  test("speaks faster, by a fifth at most, when the words are too many for the length asked for", async () => {
    const storyboard = board([{ narration: "word ".repeat(60).trim() }]);
    const { made } = await speak(storyboard, { prompt: "x", duration_target: 10 });
    const [calm, quick] = made.map(({ key }) => Number(key[3]));
    expect(made).toHaveLength(2);
    expect(quick!).toBeGreaterThan(calm!);
    expect(quick!).toBeLessThanOrEqual(1.2);
    const { made: script } = await speak(storyboard, { duration_target: 10 });
    expect(script.map(({ key }) => Number(key[3]))).toEqual([calm!]);
  });

  test("tells what the user should know of the voice, once", async () => {
    const { logged, result } = await speak(board([{ narration: "One." }, { narration: "Two." }]), {}, "Another voice speaks.");
    expect(logged).toEqual(["Another voice speaks.", "told"]);
    expect(result.notes).toEqual(["Another voice speaks.", "told"]);
  });
});
