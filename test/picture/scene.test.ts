import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { PictureSpec, ScenePicture } from "../../src/domain/picture.ts";
import type { Setting } from "../../src/domain/storyboard.ts";
import { type Compositor, openCompositor } from "../../src/picture/compositor/compositor.ts";
import type { Raster } from "../../src/picture/layer.ts";
import type { Overlay } from "../../src/picture/overlay.ts";
import { openRasteriser, type Rasteriser } from "../../src/picture/raster.ts";
import { openScene, type SceneMeans } from "../../src/picture/scene.ts";
import { Shelf } from "../../src/picture/shelf.ts";
import { styleNamed } from "../../src/picture/styles.ts";
import { openType, type Type } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const SIZE = { width: 320, height: 180 };
const LUMA = SIZE.width * SIZE.height;
const data = openDataFolder(`${ROOT}/dist/data`);
let rasteriser: Rasteriser;
let compositor: Compositor;
let type: Type;
let means: SceneMeans;

beforeAll(async () => {
  rasteriser = await openRasteriser(await data("resvg.wasm"));
  type = await openType(data);
});

beforeEach(async () => {
  compositor = await openCompositor(await data("compositor.wasm"));
  compositor.resize(SIZE);
  means = {
    shelf: new Shelf(compositor, rasteriser),
    subjectSvg: () => undefined,
    type,
    openMedia: () => Promise.reject(new Error("no media")),
    cards: () => [],
    captions: () => [],
  };
});

const toPicture = (visual: PictureSpec["visual"]): PictureSpec => ({
  visual,
  style: "cinematic",
  aspect: "16:9",
  size: SIZE,
  durationSec: 2,
  cards: [],
});
const scenery = (setting: Setting, seed = 1) => toPicture({ kind: "scenery", setting, palette: "day", seed, subjects: [], composition: 0 });
const own = (kind: "picture" | "clip") =>
  toPicture(kind === "picture" ? { kind, path: "/a.jpg", zoom: [1, 1.2] } : { kind, path: "/a.mp4", start: 0 });
const toScene = (picture: PictureSpec, before?: ScenePicture["before"]): ScenePicture => ({
  picture,
  cues: [],
  captions: "cinematic",
  fps: 30,
  frames: 60,
  ...(before ? { before } : {}),
});
const flat = (width: number, height: number, grey: number): Raster => {
  const pixels = new Uint8Array(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : grey));
  return { width, height, pixels };
};
const meanOf = (frame: Uint8Array) => frame.subarray(0, LUMA).reduce((sum, byte) => sum + byte, 0) / LUMA;
const luma = (grey: number) => 16 + (219 * grey) / 255;

async function frames(scene: ScenePicture, indexes: number[]): Promise<Uint8Array[]> {
  const open = await openScene(scene, means);
  const drawn: Uint8Array[] = [];
  for (const index of indexes) drawn.push((await open.frame(index)).slice());
  await open.close();
  return drawn;
}

describe("scenery", () => {
  test("is the same bytes in another thread's compositor, and never stands still", async () => {
    const [first, second] = await frames(toScene(scenery("mountains")), [0, 30]);
    means.shelf = new Shelf(await openCompositor(await data("compositor.wasm")), rasteriser);
    const [again] = await frames(toScene(scenery("mountains")), [0]);
    expect(again).toEqual(first!);
    expect(second!.filter((byte, i) => byte !== first![i]).length).toBeGreaterThan(LUMA / 200);
  });

  test("leaves no memory behind when it is closed", async () => {
    const before = compositor.usedBytes;
    const scene = toScene(scenery("city"), { picture: scenery("ocean"), fromFrame: 60, transition: "dissolve", headFrames: 5 });
    await frames(scene, [0]);
    means.shelf.tidy();
    expect(compositor.usedBytes).toBe(before);
  });
});

describe("a dissolve", () => {
  const before = (headFrames: number) => ({ picture: scenery("ocean", 2), fromFrame: 40, transition: "dissolve" as const, headFrames });

  test("begins with the scene before, ends with the scene, and frees the scene before", async () => {
    const [own] = await frames(toScene(scenery("desert")), [12]);
    const open = await openScene(toScene(scenery("desert"), before(12)), means);
    const held = compositor.usedBytes;
    for (let i = 0; i < 12; i++) await open.frame(i);
    expect(await open.frame(12)).toEqual(own as Uint8Array<ArrayBuffer>);
    means.shelf.tidy();
    expect(compositor.usedBytes).toBeLessThan(held);
    await open.close();
  });

  test("goes on from the frame the scene before would have shown next", async () => {
    const [next] = await frames(toScene(scenery("ocean", 2)), [40]);
    const [head] = await frames(toScene(scenery("desert"), before(1000)), [0]);
    const distance = next!.reduce((most, byte, i) => Math.max(most, Math.abs(byte - head![i]!)), 0);
    expect(distance).toBeLessThanOrEqual(2);
  });

  test("rasterises once what both scenes show", async () => {
    let drawn = 0;
    const counting: Rasteriser = {
      draw: (drawing) => {
        drawn++;
        return rasteriser.draw(drawing);
      },
    };
    means.shelf = new Shelf(compositor, counting);
    await frames(toScene(scenery("desert")), []);
    const alone = drawn;
    means.shelf.tidy();
    await frames(toScene(scenery("desert"), { ...before(5), picture: scenery("desert") }), []);
    expect(drawn).toBe(2 * alone);
  });

  test("finds the scene before ready when the same thread has just drawn it", async () => {
    let drawn = 0;
    const draw: Rasteriser["draw"] = (drawing) => {
      drawn++;
      return rasteriser.draw(drawing);
    };
    const used = compositor.usedBytes;
    const earlier = before(5);
    means.shelf = new Shelf(compositor, { draw });
    await frames(toScene(scenery("ocean", 2)), []);
    const first = drawn;
    await frames(toScene(scenery("desert"), earlier), []);
    const both = drawn;
    means.shelf.tidy();
    expect(compositor.usedBytes).toBe(used);
    await frames(toScene(scenery("desert")), []);
    expect(both - first).toBeLessThanOrEqual(drawn - both);
  });
});

describe("the user's own media", () => {
  test("a picture covers the frame and is zoomed about its centre", async () => {
    const raster = flat(500, 400, 60);
    for (let y = 190; y < 210; y++) raster.pixels.fill(255, (y * 500 + 240) * 4, (y * 500 + 260) * 4);
    means.openMedia = async () => ({ kind: "picture", raster });
    const [first, last] = await frames(toScene(own("picture")), [0, 60]);
    const bright = (frame: Uint8Array) => frame.subarray(0, LUMA).filter((byte) => byte > 150).length;
    expect(Math.abs(bright(first!) - (20 * 0.64) ** 2)).toBeLessThan(30);
    expect(Math.abs(bright(last!) - (20 * 0.64 * 1.2) ** 2)).toBeLessThan(40);
    expect(Math.min(...first!.subarray(0, LUMA))).toBeGreaterThanOrEqual(Math.floor(luma(60)));
    expect(first![90 * SIZE.width + 160]).toBeGreaterThan(230);
  });

  test("a clip is shown frame by frame, and its last frame stands when it is over", async () => {
    let given = 0;
    let closed = 0;
    const next = async () => (given < 3 ? flat(SIZE.width, SIZE.height, 40 * ++given).pixels : undefined);
    means.openMedia = async () => ({ kind: "clip", next, close: () => void closed++ });
    const drawn = await frames(toScene(own("clip")), [0, 1, 2, 3]);
    drawn.forEach((frame, i) => {
      expect(meanOf(frame)).toBeCloseTo(luma(40 * Math.min(3, i + 1)), 0);
    });
    expect(closed).toBe(1);
  });

  test("what cannot be opened leaves nothing behind", async () => {
    const used = compositor.usedBytes;
    const scene = toScene(own("clip"), { picture: scenery("ocean"), fromFrame: 1, transition: "dissolve", headFrames: 3 });
    await expect(openScene(scene, means)).rejects.toThrow("no media");
    means.shelf.tidy();
    expect(compositor.usedBytes).toBe(used);
  });
});

describe("what stands over the picture", () => {
  test("is let go a second after it was last seen", async () => {
    const raster = flat(100, 50, 255);
    const overlay: Overlay = { at: (timeSec) => (timeSec < 0.5 ? [{ raster, x: 10.5, y: 20 }] : []) };
    means.captions = () => [overlay];
    const open = await openScene(toScene(scenery("forest")), means);
    const empty = compositor.usedBytes;
    expect((await open.frame(0))[30 * SIZE.width + 50]).toBe(235);
    expect(compositor.usedBytes).toBeGreaterThan(empty);
    await open.frame(30);
    await open.frame(50);
    expect(compositor.usedBytes).toBe(empty);
    await open.close();
  });

  test("captions are not faded by a dissolve", async () => {
    const raster = flat(100, 50, 255);
    means.captions = () => [{ at: () => [{ raster, x: 0, y: 0 }] }];
    const before = { picture: scenery("ocean"), fromFrame: 1, transition: "dissolve" as const, headFrames: 10 };
    const [frame] = await frames(toScene(scenery("forest"), before), [0]);
    expect(frame![25 * SIZE.width + 50]).toBe(235);
  });
});

describe("a style that shows one's own media in a window", () => {
  test("asks for it as large as the window, and shows it nowhere else", async () => {
    const sizes: object[] = [];
    means.openMedia = async ({ size }) => {
      sizes.push(size);
      return { kind: "clip", next: async () => flat(size.width, size.height, 0).pixels, close: () => {} };
    };
    const picture: PictureSpec = { ...own("clip"), style: "educational" };
    const area = styleNamed(picture.style).window!(picture);
    const [frame] = await frames(toScene(picture), [0]);
    expect(sizes).toEqual([{ width: area.width, height: area.height }]);
    const at = (x: number, y: number) => frame![Math.round(y) * SIZE.width + Math.round(x)]!;
    expect(at(area.x + area.width / 2, area.y + area.height / 2)).toBe(16);
    expect(at(area.x + area.width + 30, area.y + area.height / 2)).toBeGreaterThan(150);
  });
});
