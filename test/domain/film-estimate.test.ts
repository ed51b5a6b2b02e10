import { expect, test } from "bun:test";
import { countWords, estimateFilm } from "../../src/domain/film-estimate.ts";
import { resolveRequest } from "../../src/domain/job.ts";

const estimate = (request: object) => estimateFilm(resolveRequest(request));

test.each<[text: string, words: number]>([
  ["", 0],
  ["Tea is a leaf.", 4],
  ["Tea — 3 cups, please!", 4],
  ["海の夕日は赤い", 4],
  ["東京 is big", 4],
  ["👩‍👩‍👧 <b>", 1],
])("%j is about %d words", (text, words) => expect(countWords(text)).toBe(words));

test("a prompt's film is as long as asked for, with scenes and words in proportion", () => {
  expect(estimate({ prompt: "Tea" })).toMatchObject({ durationSec: 60, scenes: 10, words: 111 });
  expect(estimate({ prompt: "Tea", duration_target: 10 })).toMatchObject({ durationSec: 10, scenes: 3 });
  expect(estimate({ prompt: "Tea", duration_target: 600, scene_count: 12 })).toMatchObject({ durationSec: 600, scenes: 12 });
});

test("a script's film is as long as its words, of which the more the more scenes", () => {
  const script = "Rivers begin small, high among the stones. They gather rain and melting snow. ";
  const [short, long] = [estimate({ script }), estimate({ script: script.repeat(20) })];
  expect(short.words).toBe(13);
  expect(long.words).toBe(260);
  expect(long.durationSec / short.durationSec).toBeWithin(17, 23);
  expect([short.scenes, long.scenes]).toEqual([1, expect.any(Number)]);
  expect(long.scenes).toBeWithin(15, 40);
});

test("a file grows with length, size, pictures a second and effort", () => {
  const bytes = (more: object) => estimate({ prompt: "Tea", ...more }).bytes;
  const usual = bytes({});
  expect(usual).toBeWithin(7e6, 11e6);
  for (const more of [{ duration_target: 90 }, { quality: "1080p" }, { fps: 60 }, { effort: "best" }])
    expect(bytes(more)).toBeGreaterThan(usual);
  for (const less of [{ quality: "480p" }, { effort: "draft" }, { fps: 24 }, { aspect: "1:1" }]) expect(bytes(less)).toBeLessThan(usual);
});

test("what is very long is told from its beginning", () => {
  const script = "Rivers begin small, high among the stones. ".repeat(1300);
  const long = estimate({ script });
  expect(long.durationSec / estimate({ script: script.slice(0, 19_995) }).durationSec).toBeCloseTo(script.length / 19_995, 1);
  const scenes = Array.from({ length: 100 }, () => ({ narration: script.slice(0, 4300) }));
  const whole = estimate({ storyboard: { scenes } });
  expect(whole.durationSec / estimate({ storyboard: { scenes: scenes.slice(0, 4) } }).durationSec).toBeCloseTo(25, 0);
  expect(whole.words).toBeWithin(69_000, 71_000);
});
