import { expect, test } from "bun:test";
import type { Layer, SceneryBrief, SettingDesign } from "../../../src/picture/layer.ts";
import { ADRIFT, suited } from "../../../src/picture/settings/suited.ts";

/** A design that tells its name and what it was to show. */
const telling =
  (name: string): SettingDesign =>
  ({ subjects }) => [{ name: [name, ...subjects.map(({ picture }) => picture)].join(" ") } as Layer];
const [dunes, plain, oasis] = [telling("dunes"), telling("plain"), telling("oasis")];
const designs = suited([dunes, plain, oasis], {
  without: /^desert$/,
  places: [
    { things: /^cactus$/, designs: [plain] },
    { things: "water", designs: [oasis] },
    { things: "ground", designs: [dunes, plain] },
  ],
});
const shown = (index: number, ...pictures: string[]): string => {
  const subjects = pictures.map((picture) => ({ word: picture, picture }));
  return designs[index]!({ subjects } as unknown as SceneryBrief)[0]!.name;
};

test.each([
  ["nothing", [], ["dunes", "plain", "oasis"]],
  ["what has no place of its own", ["balloon"], ["dunes balloon", "plain balloon", "oasis balloon"]],
  ["what swims", ["duck"], ["oasis duck", "oasis duck", "oasis duck"]],
  ["what stands", ["horse"], ["dunes horse", "plain horse", "dunes horse"]],
  ["what has one place", ["cactus"], ["plain cactus", "plain cactus", "plain cactus"]],
  ["what the setting is itself", ["desert"], ["dunes", "plain", "oasis"]],
])("compositions for %s", (_, pictures, expected) => {
  expect([0, 1, 2].map((index) => shown(index, ...pictures))).toEqual(expected);
});

test("ships stay on the water, ducks may walk", () => {
  expect(["canoe", "ferry", "duck", "turtle"].map((name) => ADRIFT.test(name))).toEqual([true, true, false, false]);
});
