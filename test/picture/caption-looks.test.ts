import { beforeAll, describe, expect, test } from "bun:test";
import { type Cue, cueLines } from "../../src/domain/caption.ts";
import { buildCues } from "../../src/domain/caption-layout.ts";
import { CaptionLook, type CaptionSettings } from "../../src/domain/caption-look.ts";
import { Aspect, frameSize } from "../../src/domain/frame.ts";
import { CAPTION_LOOKS, captionBand, setLook } from "../../src/picture/caption-looks.ts";
import { openCaptions } from "../../src/picture/captions.ts";
import type { Rasterise } from "../../src/picture/lettering.ts";
import type { Overlay, OverlayItem } from "../../src/picture/overlay.ts";
import { openRasteriser } from "../../src/picture/raster.ts";
import { openType, type Type } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const data = openDataFolder(`${ROOT}/dist/data`);
let type: Type;
let rasterise: Rasterise;

beforeAll(async () => {
  const rasteriser = await openRasteriser(await data("resvg.wasm"));
  type = await openType(data);
  rasterise = (drawing) => rasteriser.draw(drawing).raster;
});

const TEXTS: Record<string, string> = {
  en: "The sun sinks slowly toward the horizon, and the hills beyond the shore turn blue.",
  de: "Die Donaudampfschifffahrtsgesellschaft und die Landschaftsgärtner warten.",
  ja: "夕日がゆっくりと水平線に沈み、「静かな海」の上に、最初の星がひとつ輝きはじめる。",
  zh: "太阳缓缓沉入海平线，远处的山峦渐渐变成蓝色。人们说：“这就是永恒。”",
  ar: "تغرب الشمس ببطء نحو الأفق، وفي عام 2024 زار 15% من الناس مدينة Paris الجميلة.",
  und: "Hello 世界 привет مرحبا שלום नमस्ते 😀🚀 ∑ 100% ★ ok.",
  none: "12:30 — 50 % … ★ 🚀 !!!",
};

async function cuesOf(text: string, language: string, settings: CaptionSettings, aspect: Aspect): Promise<Cue[]> {
  const { form, style } = setLook(settings, aspect, language);
  await type.prepare(text, language);
  const words = text.split(" ").map((word, index) => ({ text: word, start: 0.3 + index * 0.4, end: 0.65 + index * 0.4 }));
  if (words.length < 3) words[0]!.end = 8;
  return buildCues(words, { language, form, measure: (part) => type.measure(part, style), sceneEndSec: 12 });
}

const open = (cues: Cue[], captions: CaptionSettings, aspect: Aspect = "16:9", language = "en"): Promise<Overlay> =>
  openCaptions(cues, { type, rasterise, aspect, size: frameSize(aspect, "480p"), language, captions });

/** The rectangle that items have ink in, in pixels of the picture. */
function extent(items: OverlayItem[]) {
  const found = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  for (const { raster, x, y, clip } of items) {
    const part = { x: 0, y: 0, width: raster.width, height: raster.height, ...clip };
    for (let row = part.y; row < part.y + part.height; row++) {
      for (let column = part.x; column < part.x + part.width; column++) {
        if (raster.pixels[(row * raster.width + column) * 4 + 3]! < 128) continue;
        found.left = Math.min(found.left, x + column);
        found.right = Math.max(found.right, x + column);
        found.top = Math.min(found.top, y + row);
        found.bottom = Math.max(found.bottom, y + row);
      }
    }
  }
  return found;
}

test("every look is known by its own name and says what it looks like", () => {
  for (const look of CaptionLook.options)
    expect(CAPTION_LOOKS[look]).toMatchObject({ name: look, description: expect.stringMatching(/^[A-Z]/) });
});

describe.each(CaptionLook.options)("%s", (look) => {
  describe.each(Aspect.options)("in %s", (aspect) => {
    const sizes = Object.entries(TEXTS).flatMap(([language, text]) => [1, 2].map((size) => [language, size, text] as const));
    test.each(sizes)("sets %s in size %d inside the picture and the lines' bounds", async (language, size, text) => {
      const settings = { look, size };
      const { form } = setLook(settings, aspect, language);
      const cues = await cuesOf(text, language, settings, aspect);
      const overlay = await open(cues, settings, aspect, language);
      const { width, height } = frameSize(aspect, "480p");
      for (const cue of cues) {
        expect(cue.lines.length).toBeLessThanOrEqual(2);
        for (const line of cueLines(cue)) {
          const wide = [...line].filter((sign) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」，：]/u.test(sign)).length;
          expect(wide).toBeLessThanOrEqual(form.lineSigns);
          expect([...line].length).toBeLessThanOrEqual(form.lineChars);
          expect(line).not.toMatch(/^[、。」，：”ー]|[「“]$/u);
        }
        const seen = extent(overlay.at(cue.endSec - 0.25));
        expect(seen.left).toBeGreaterThan(width * 0.01);
        expect(seen.right).toBeLessThan(width * 0.99);
        expect(seen.top).toBeGreaterThan(0);
        expect(seen.bottom).toBeLessThan(height * 0.97);
      }
    });
  });

  test("is never drawn in more than eight tiles, none of which leaves its raster", async () => {
    const settings = { look, size: 1 };
    const cues = await cuesOf(TEXTS.en!, "en", settings, "16:9");
    const overlay = await open(cues, settings);
    for (let frame = 0; frame < 200; frame++) {
      const items = overlay.at(frame / 30);
      expect(items.length).toBeLessThanOrEqual(8);
      for (const { raster, clip } of items) {
        if (!clip) continue;
        expect(clip.x).toBeGreaterThanOrEqual(0);
        expect(clip.x + clip.width).toBeLessThanOrEqual(raster.width);
        expect(clip.y! + clip.height!).toBeLessThanOrEqual(raster.height);
      }
    }
  });

  test.each(["top", "middle", "bottom"] as const)("stands at the %s when asked to, as large as asked", async (position) => {
    const words = [{ text: "sea", startSec: 1, endSec: 1.5 }];
    const cues = [{ startSec: 1, endSec: 3, lines: [words] }];
    const heights = await Promise.all(
      [1, 1.6].map(async (size) => {
        const { top, bottom } = extent((await open(cues, { look, size, position })).at(2));
        const middle = (top + bottom) / 2 / 480;
        expect({ top: middle < 0.34, middle: middle > 0.4 && middle < 0.6, bottom: middle > 0.7 }[position]).toBe(true);
        return bottom - top;
      }),
    );
    expect(heights[1]! / heights[0]!).toBeWithin(1.4, 1.75);
  });

  test("covers no more of the picture than it says", async () => {
    const settings = { look, size: 1 };
    const cues = await cuesOf("The hills beyond the shore turn blue", "en", settings, "9:16");
    const { top, bottom } = extent((await open(cues, settings, "9:16")).at(cues[0]!.endSec - 0.2));
    const band = captionBand(settings, "9:16");
    expect(top / 854).toBeGreaterThan(band.top - 0.01);
    expect(bottom / 854).toBeLessThan(band.bottom + 0.01);
  });

  test("holds a line of letters however large it is made", () => {
    for (const aspect of Aspect.options) {
      const { form } = setLook({ look, size: 2 }, aspect, "en");
      expect(form.lineWidthEm).toBeGreaterThanOrEqual(5.99);
      expect(form.lineChars).toBeGreaterThanOrEqual(8);
    }
  });
});

const WORDS = ["one", "two", "three"].map((text, index) => ({ text, startSec: 1 + index, endSec: 1.9 + index }));
const CUE: Cue = { startSec: 1, endSec: 5, lines: [WORDS] };

test("a box glides from word to word and rests behind the one that is spoken", async () => {
  const overlay = await open([CUE], { look: "box", size: 1 });
  const left = (timeSec: number) => overlay.at(timeSec)[0]!.x;
  expect(left(1.9)).toBe(left(1.5));
  expect(left(2.05)).toBeGreaterThan(left(1.9));
  expect(left(2.5)).toBeGreaterThan(left(2.05));
  expect(left(2.9)).toBe(left(2.5));
});

test("words pop in one by one, rise into their places and stay there", async () => {
  const overlay = await open([CUE], { look: "pop", size: 1 });
  const right = (timeSec: number) => extent(overlay.at(timeSec)).right;
  expect(right(1.9)).toBeLessThan(right(2.9));
  expect(right(2.9)).toBeLessThan(right(3.9));
  const [settled, coming] = overlay.at(2);
  expect(coming!.y).toBeGreaterThan(settled!.y);
  expect(coming!.opacity).toBeLessThan(0.6);
  expect(overlay.at(4)).toHaveLength(1);
});

test("looks without a highlight stand still", async () => {
  for (const look of ["classic", "minimal"] as const) {
    const overlay = await open([CUE], { look, size: 1 });
    expect(overlay.at(3.5)).toEqual(overlay.at(1.5));
  }
});

test("words that are joined stand without a gap", async () => {
  const joined = { lines: [[{ text: "太阳" }, { text: "山", joined: true }]] };
  const style = { weight: "bold", language: "zh" } as const;
  await type.prepare("太阳山", "zh");
  expect(type.setLine(joined.lines[0]!, style).widthEm).toBeCloseTo(type.measure("太阳山", style), 3);
});
