import { beforeAll, describe, expect, test } from "bun:test";
import type { Aspect, FrameSize } from "../../../src/domain/frame.ts";
import { Style } from "../../../src/domain/job.ts";
import type { PictureSpec, SceneFacts } from "../../../src/domain/picture.ts";
import type { Visual } from "../../../src/domain/storyboard.ts";
import { openCompositor } from "../../../src/picture/compositor/compositor.ts";
import { openRasteriser } from "../../../src/picture/raster.ts";
import { openScene, type SceneMeans } from "../../../src/picture/scene.ts";
import { designScene } from "../../../src/picture/settings.ts";
import { Shelf } from "../../../src/picture/shelf.ts";
import type { StyleDesign } from "../../../src/picture/styles/style.ts";
import { STYLE_DESIGNS, STYLES, styleNamed } from "../../../src/picture/styles.ts";
import { openSubjectPictures } from "../../../src/picture/subject-pictures.ts";
import { openType } from "../../../src/picture/text.ts";
import { openDataFolder } from "../../../src/system/data.ts";
import { ROOT, readSources } from "../../helpers/sources.ts";

const SIZES: Record<Aspect, FrameSize> = {
  "16:9": { width: 320, height: 180 },
  "1:1": { width: 224, height: 224 },
  "9:16": { width: 180, height: 320 },
};
const ASPECTS = Object.keys(SIZES) as Aspect[];
const FPS = 10;
/** Mean change of brightness in a second that a still picture does not reach, of 255. */
const STILL = 0.5;
const DARK = 32;
const data = openDataFolder(`${ROOT}/dist/data`);
let means: SceneMeans;

beforeAll(async () => {
  const shelf = new Shelf(await openCompositor(await data("compositor.wasm")), await openRasteriser(await data("resvg.wasm")));
  means = {
    shelf,
    subjectSvg: openSubjectPictures(await data("subjects.bin")),
    type: await openType(data),
    openMedia: async () => {
      const [width, height] = [400, 300];
      const pixels = new Uint8Array(width * height * 4).map((_, index) => (index % 4 === 3 ? 255 : (index >> 3) & 255));
      return { kind: "picture", raster: { width, height, pixels } };
    },
    cards: () => [],
    captions: () => [],
  };
});

const FACTS: Required<SceneFacts> = {
  title: "Why whales sing",
  heading: "A song for hours",
  phrase: "The song of a whale carries far",
  saying: { text: "The song of a whale carries far", quoted: true },
  captioned: true,
  keywords: ["song", "sea", "distance"],
  subjects: [{ word: "fish", picture: "fish" }],
  step: { index: 2, count: 4 },
  progress: { from: 0.2, to: 0.4 },
  cards: [],
};
const WHALE = [{ word: "whale", picture: "spouting-whale" }];
const scenery = (seed: number, subjects = WHALE): Visual => ({
  kind: "scenery",
  setting: "ocean",
  palette: "day",
  seed,
  subjects,
  composition: 0,
});
const told = ({ wants }: StyleDesign, facts: SceneFacts): SceneFacts => Object.fromEntries(wants.map((fact) => [fact, facts[fact]]));
const toPicture = (style: StyleDesign, aspect: Aspect, visual: Visual, facts: SceneFacts = FACTS): PictureSpec => ({
  visual,
  style: style.name,
  aspect,
  size: SIZES[aspect],
  durationSec: 3,
  cards: [],
  language: "en",
  facts: told(style, facts),
});

/** The brightness of every pixel, once a second for three seconds. */
async function secondsOf(picture: PictureSpec): Promise<Uint8Array[]> {
  await means.type.prepare(styleNamed(picture.style).letters?.(picture) ?? "", picture.language);
  const scene = await openScene({ picture, cues: [], captions: "off", fps: FPS, frames: 3 * FPS + 1 }, means);
  const seconds: Uint8Array[] = [];
  for (let index = 0; index <= 3 * FPS; index++) {
    const frame = await scene.frame(index);
    if (index % FPS === 0) seconds.push(frame.slice(0, picture.size.width * picture.size.height));
  }
  await scene.close();
  means.shelf.tidy();
  return seconds;
}

const mean = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const change = (before: Uint8Array, after: Uint8Array): number =>
  before.reduce((sum, value, index) => sum + Math.abs(value - after[index]!), 0) / before.length;

const CASES = STYLE_DESIGNS.flatMap((style) => ASPECTS.map((aspect) => [style.name, aspect] as const));

describe.each(CASES)("%s in %s", (name, aspect) => {
  const style = styleNamed(name);
  test.each([
    ["a scene that names a thing", scenery(5)],
    ["a scene that names nothing", scenery(6, [])],
    ["one's own picture", { kind: "picture", path: "/a.jpg", zoom: [1, 1.2] }],
  ] as [string, Visual][])("%s is drawn, never dark, never still", async (_what, visual) => {
    const seconds = await secondsOf(toPicture(style, aspect, visual));
    for (const second of seconds) expect(mean(second)).toBeGreaterThan(DARK);
    for (const [index, second] of seconds.slice(1).entries()) expect(change(seconds[index]!, second)).toBeGreaterThan(STILL);
  });

  test("the same picture is the same bytes, another seed is another picture", async () => {
    const first = await secondsOf(toPicture(style, aspect, scenery(5)));
    const again = await secondsOf(toPicture(style, aspect, scenery(5)));
    const other = await secondsOf(toPicture(style, aspect, scenery(99, [])));
    expect(again).toEqual(first);
    expect(change(first[3]!, other[3]!)).toBeGreaterThan(STILL);
  });

  test("a scene of which nothing is known is drawn as well", async () => {
    const seconds = await secondsOf(toPicture(style, aspect, scenery(5, []), {}));
    expect(change(seconds[2]!, seconds[3]!)).toBeGreaterThan(STILL);
  });
});

describe("a style", () => {
  test("that is listed can be asked for, and is described", () => {
    expect(STYLES.map(({ name }) => name)).toContain("cinematic");
    for (const { name, description } of STYLES) expect([Style.safeParse(name).success, description.length > 20]).toEqual([true, true]);
    expect(() => styleNamed("nothing" as Style)).toThrow("no style");
  });

  test("is recognised by name nowhere but in its own file", () => {
    const names = Style.options.join("|");
    const compared = new RegExp(`(style\\w*(\\.name)?\\s*[!=]==?|case|styleNamed\\()\\s*["'\`](${names})["'\`]`, "i");
    const found = readSources().filter(({ path, code }) => !path.startsWith("picture/styles/") && compared.test(code));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test("cinematic is the landscape and nothing else, and wants to know nothing", () => {
    const picture = toPicture(styleNamed("cinematic"), "16:9", scenery(7), {});
    const plain = (layers: object[]) => JSON.stringify(layers);
    expect(plain(styleNamed("cinematic").layers(picture, means))).toBe(plain(designScene(picture, means.subjectSvg)));
    expect([styleNamed("cinematic").wants, styleNamed("cinematic").transition]).toEqual([[], { kinds: ["dissolve"], sec: 0.6 }]);
  });

  test("shows texts from right to left and without spaces", async () => {
    for (const style of STYLE_DESIGNS) {
      for (const [language, title] of [
        ["ar", "قهوة الصباح"],
        ["ja", "朝のコーヒーをもっとおいしく"],
      ] as const) {
        const facts = {
          ...FACTS,
          title,
          heading: title,
          phrase: title,
          saying: { text: title, quoted: true },
          keywords: [title.slice(0, 4)],
        };
        const picture = { ...toPicture(style, "16:9", scenery(3), facts), language };
        expect((await secondsOf(picture)).length).toBe(4);
      }
    }
  });
});
