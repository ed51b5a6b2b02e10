import { describe, expect, test } from "bun:test";
import { STYLE_DESIGNS } from "../../../src/picture/styles.ts";
import { sceneFacts } from "../../../src/pipeline/create/facts.ts";
import { board, timelineOf } from "./film.ts";

const named = (...pictures: string[]) => ({
  visual: {
    kind: "scenery" as const,
    setting: "ocean" as const,
    palette: "day" as const,
    subjects: pictures.map((picture) => ({ word: picture, picture })),
  },
});
const storyboard = {
  ...board([
    { narration: "The whale sings all night long.", ...named("whale", "fish") },
    { narration: "Two.", title: "Second", keywords: ["sea"], ...named("ship") },
    { narration: "Three.", ...named("fish") },
  ]),
  title: "Whales",
};
const timeline = timelineOf(storyboard);
const place = (index: number) => ({ storyboard, timeline, index, cards: [] });

describe("a style is told", () => {
  test("nothing when it wants nothing, so that its scenes know no place in the film", () => {
    expect(sceneFacts([], place(1))).toBeUndefined();
  });

  test("what it wants, as far as there is something to tell", () => {
    expect(sceneFacts(["title", "heading", "step", "keywords"], place(1))).toEqual({
      title: "Whales",
      heading: "Second",
      step: { index: 2, count: 3 },
      keywords: ["sea"],
    });
    expect(sceneFacts(["heading", "cards"], place(0))).toBeUndefined();
  });

  test("steps as they are spoken: silent scenes are none", () => {
    const film = board([{ narration: "" }, { narration: "One." }, { narration: "Two." }]);
    const steps = [0, 1, 2].map((index) => sceneFacts(["step"], { storyboard: film, timeline: timelineOf(film), index, cards: [] }));
    expect(steps).toEqual([undefined, { step: { index: 1, count: 2 } }, { step: { index: 2, count: 2 } }]);
  });

  test("what the other scenes show, most often first", () => {
    expect(sceneFacts(["subjects"], place(1))?.subjects?.map(({ picture }) => picture)).toEqual(["fish", "whale"]);
  });

  test("how far the film is, from scene to scene without a gap but for the transition", () => {
    const parts = [0, 1, 2].map((index) => sceneFacts(["progress"], place(index))!.progress!);
    expect([parts[0]!.from, parts[2]!.to]).toEqual([0, 1]);
    for (const index of [1, 2]) expect(parts[index - 1]!.to).toBeGreaterThanOrEqual(parts[index]!.from);
  });

  test("only facts that exist", () => {
    for (const { wants } of STYLE_DESIGNS)
      expect(Object.keys(sceneFacts(wants, place(1)) ?? {}).filter((fact) => !wants.includes(fact as never))).toEqual([]);
  });
});
