import { beforeAll, describe, expect, test } from "bun:test";
import { type Aspect, frameSize } from "../../../src/domain/frame.ts";
import type { Card, SceneFacts } from "../../../src/domain/picture.ts";
import { captionBand } from "../../../src/picture/caption-looks.ts";
import { headlineOf } from "../../../src/picture/styles/broadcast/board.ts";
import { initialsOf } from "../../../src/picture/styles/broadcast/bug.ts";
import { broadcast } from "../../../src/picture/styles/broadcast.ts";
import { lumaChange, openStyleStudio, pictureIn } from "../../helpers/style-scene.ts";

const ASPECTS: Aspect[] = ["16:9", "1:1", "9:16"];
const FACTS = {
  title: "Why whales sing across a thousand miles of ocean",
  saying: { text: "The song of a humpback carries for hours", quoted: false },
};
let studio: Awaited<ReturnType<typeof openStyleStudio>>;

beforeAll(async () => {
  studio = await openStyleStudio();
});

describe("a film's initials", () => {
  const cases: [string, string][] = [
    ["Why whales sing", "WS"],
    ["3 facts about black holes", "3F"],
    ["A sunset over the ocean", "SO"],
    ["Tea", "T"],
    ["The Keeper's Log, 1897", "KL"],
    ["The Keeper’s Log, 1897", "KL"],
    ["夕日の海", "夕日"],
    ["", ""],
  ];
  test.each(cases)("of %p are %p", (title, initials) => {
    expect(initialsOf(title)).toBe(initials);
  });
});

describe.each(ASPECTS)("broadcast in %s", (aspect) => {
  test("the lower third stands above the captions, within the frame", async () => {
    const picture = pictureIn(broadcast, aspect, FACTS);
    await studio.prepare(broadcast, picture);
    const { width, height } = frameSize(aspect, "480p");
    const { top } = captionBand({ look: broadcast.captions, size: 1 }, aspect);
    const plates = broadcast.front!(picture, studio.means).filter(({ name }) => name === "strap" || name === "label");
    expect(plates.length).toBe(2);
    for (const plate of plates) {
      if (plate.kind !== "image") throw new Error("a plate is an image");
      const { x, y } = plate.at(2.5);
      expect(y + plate.drawing.height).toBeLessThanOrEqual(top * height);
      expect(x).toBeGreaterThanOrEqual(0.05 * width);
      expect(x + plate.drawing.width).toBeLessThanOrEqual(0.95 * width);
    }
  });

  test("something moves every half second, and no frame is black", async () => {
    const frames = await studio.luma(broadcast, pictureIn(broadcast, aspect, FACTS), 10, 2);
    frames.forEach((frame, index) => {
      expect(frame.filter((value) => value > 38).length / frame.length).toBeGreaterThan(0.5);
      if (index > 0) expect(lumaChange(frame, frames[index - 1]!)).toBeGreaterThan(0.3);
    });
  });
});

test("the lower third waits for the title and leaves before the end card", () => {
  const cards: Card[] = [
    { kind: "title", text: "Whales", startSec: 0, endSec: 2 },
    { kind: "end", text: "Whales", startSec: 4, endSec: 5 },
  ];
  const plate = broadcast.front!(pictureIn(broadcast, "16:9", FACTS, cards), studio.means).find(({ name }) => name === "strap");
  if (plate?.kind !== "image") throw new Error("there is a strap");
  expect([1, 3, 4.5].map((timeSec) => plate.at(timeSec).opacity)).toEqual([0, 1, 0]);
});

test("a scene of which nothing is known has neither lower third nor mark", () => {
  const names = broadcast.front!(pictureIn(broadcast, "1:1", {}), studio.means).map(({ name }) => name);
  expect(names).toEqual(["footing", "bands", "running line"]);
});

test("a title is not said again at once in the lower third", () => {
  const strapAfter = (endSec: number, facts: SceneFacts): boolean => {
    const cards: Card[] = [{ kind: "title", text: "Whales", startSec: 0, endSec }];
    return broadcast.front!(pictureIn(broadcast, "16:9", facts, cards), studio.means).some(({ name }) => name === "strap");
  };
  expect([strapAfter(2, FACTS), strapAfter(4.2, FACTS), strapAfter(2, { title: "Whales" })]).toEqual([true, false, false]);
});

describe("the lower third beside captions", () => {
  const said = { title: "Chocolate factory burns", saying: { text: "We will rebuild it", quoted: true }, captioned: true };
  test.each([
    ["names and figures", { ...said, keywords: ["Lyon", "60 km/h", "fire"] }, "Lyon · 60 km/h"],
    ["nothing that captions say", { ...said, keywords: ["fire", "factory"] }, ""],
    ["nothing of the film's title", { ...said, keywords: ["Chocolate"] }, ""],
    ["the scene's title", { ...said, heading: "The morning after" }, "The morning after"],
    ["what somebody says where there are no captions", { ...said, captioned: undefined }, "“We will rebuild it”"],
  ] as [string, SceneFacts, string][])("says %s", (_, facts, expected) => {
    expect(headlineOf(pictureIn(broadcast, "16:9", facts))).toBe(expected);
  });

  test("is the film's title alone where it says nothing else", () => {
    const layers = broadcast.front!(pictureIn(broadcast, "16:9", { ...said, keywords: [] }), studio.means);
    expect(layers.map(({ name }) => name).filter((name) => name === "strap" || name === "label")).toEqual(["label"]);
  });
});
