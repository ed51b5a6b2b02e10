import type { Aspect, FrameSize } from "../../src/domain/frame.ts";
import { frameSize } from "../../src/domain/frame.ts";
import type { PictureSpec, ScenePicture } from "../../src/domain/picture.ts";
import { type Palette, Setting } from "../../src/domain/storyboard.ts";
import { openCompositor } from "../../src/picture/compositor/compositor.ts";
import type { Overlay } from "../../src/picture/overlay.ts";
import { openRasteriser } from "../../src/picture/raster.ts";
import { type OpenScene, openScene, type SceneMeans } from "../../src/picture/scene.ts";
import { Shelf } from "../../src/picture/shelf.ts";
import { openType } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

// Milliseconds of processor time to draw a frame of each built-in setting, with a caption, without any encoder. bun test/bench/compositor.ts [settings] [frames]
const settings = process.argv[2] ? process.argv[2].split(",").map((name) => Setting.parse(name)) : Setting.options;
const FRAMES = Number(process.argv[3] ?? 150);
const FPS = 30;

const data = openDataFolder(`${ROOT}/dist/data`);
const compositor = await openCompositor(await data("compositor.wasm"));
const rasteriser = await openRasteriser(await data("resvg.wasm"));
const type = await openType(data);
const shelf = new Shelf(compositor, rasteriser);

/** Two lines of letters, about as much ink as a caption has, and the spoken word over them. */
function standInCaption(size: FrameSize): Overlay[] {
  const [width, height] = [Math.round(size.width * 0.6), Math.round(size.height * 0.16)];
  const letters = Array.from({ length: 64 }, (_, i) => {
    const [x, y] = [((i % 32) * width) / 32, (Math.floor(i / 32) * height) / 2];
    return `<path d="M${x} ${y + height * 0.4}l${width / 90} ${-height * 0.3}l${width / 90} ${height * 0.3}" stroke="white" stroke-width="${height / 20}" fill="none"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${letters.join("")}</svg>`;
  const { raster } = rasteriser.draw({ svg, width, height });
  const [x, y] = [(size.width - width) / 2, size.height * 0.78];
  return [
    {
      at: () => [
        { raster, x, y },
        { raster, x, y, clip: { x: 40, width: 100, y: 0, height: height >> 1 } },
      ],
    },
  ];
}

const means = (size: FrameSize): SceneMeans => ({
  shelf,
  subjectSvg: () => undefined,
  type,
  openMedia: () => Promise.reject(new Error("no media here")),
  cards: () => [],
  captions: () => standInCaption(size),
});

function toScene(setting: Setting, palette: Palette, aspect: Aspect, size: FrameSize, headFrames: number): ScenePicture {
  const visual = { kind: "scenery" as const, setting, palette, seed: 7, subjects: [], composition: 0 };
  const picture: PictureSpec = { visual, style: "cinematic", aspect, size, durationSec: FRAMES / FPS, cards: [] };
  const before = {
    picture: { ...picture, visual: { ...visual, seed: 8 } },
    fromFrame: FRAMES,
    transition: "dissolve" as const,
    headFrames,
  };
  return { picture, cues: [], captions: "cinematic", fps: FPS, frames: FRAMES, ...(headFrames ? { before } : {}) };
}

/** Time of the processor that this process used while `run` ran, ms: other programs hardly change it. */
async function processorMs(run: () => Promise<void>): Promise<number> {
  const begun = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

async function measure(scene: ScenePicture): Promise<{ openMs: number; frameMs: number }> {
  let open: OpenScene | undefined;
  const openMs = await processorMs(async () => {
    open = await openScene(scene, means(scene.picture.size));
  });
  const frameMs = await processorMs(async () => {
    for (let i = 0; i < FRAMES; i++) await open?.frame(i);
  });
  await open?.close();
  return { openMs, frameMs: frameMs / FRAMES };
}

for (const quality of ["720p", "1080p"] as const) {
  const size = frameSize("16:9", quality);
  await measure(toScene(settings[0]!, "day", "16:9", size, 0));
  for (const setting of settings) {
    const plain = await measure(toScene(setting, "sunset", "16:9", size, 0));
    const mixed = await measure(toScene(setting, "sunset", "16:9", size, FRAMES));
    const memory = Math.round(compositor.memoryBytes / 1e6);
    console.log(
      `${quality} ${setting.padEnd(9)} opened in ${plain.openMs.toFixed(0).padStart(4)} ms, ${plain.frameMs.toFixed(2)} ms a frame, ` +
        `in a dissolve ${mixed.frameMs.toFixed(2)} ms; wasm memory ${memory} MB, process ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    );
  }
}

/** What handing a frame to another process costs by itself. */
async function measurePipe(bytes: number): Promise<number> {
  const child = Bun.spawn(["cat"], { stdin: "pipe", stdout: Bun.file("/dev/null") });
  const frame = new Uint8Array(bytes);
  const started = performance.now();
  for (let i = 0; i < FRAMES; i++) {
    child.stdin.write(frame);
    await child.stdin.flush();
  }
  const each = (performance.now() - started) / FRAMES;
  await child.stdin.end();
  await child.exited;
  return each;
}

for (const quality of ["720p", "1080p"] as const) {
  const { width, height } = frameSize("16:9", quality);
  console.log(`${quality} through a pipe: ${(await measurePipe(width * height * 1.5)).toFixed(2)} ms a frame`);
}
