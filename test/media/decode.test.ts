import { describe, expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { decodePicture, decodeSound, openClip, openSound } from "../../src/media/decode.ts";
import { pictureFormat } from "../../src/media/picture-format.ts";
import { probeMedia, toMedia } from "../../src/media/probe.ts";
import { ff, ffmpeg, ffprobe, never, scratchFolder } from "./scratch.ts";

const folder = scratchFolder("decode");
const programs = { ffmpeg, ffprobe, signal: never };
const NASTY = ["-dash", "quote's", "a:b", "[x](y)", "line\nbreak", "100% %d", "concat:x", "a,b;c=d\\e", "ünï 日本"];
const file = (name: string): string => join(folder, name);
const at = ({ pixels, width }: { pixels: Uint8Array; width: number }, x: number, y: number): number[] => [
  ...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
];
const near = (color: number[], wanted: number[]): void => {
  for (const [index, value] of color.entries()) expect(Math.abs(value - wanted[index]!)).toBeLessThan(12);
};

/** A picture, 40x20: left half red, right half blue. */
const HALVES = ["-f", "lavfi", "-i", "color=red:s=20x20,pad=40:20:0:0:blue", "-frames:v", "1"];
const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];

/** A JPEG's bytes with an Exif orientation put in. */
function withOrientation(jpeg: Uint8Array, orientation: number, little: boolean): Uint8Array {
  const exif = Buffer.from(
    little
      ? `ffe1002245786966000049492a000800000001001201030001000000${orientation.toString(16).padStart(2, "0")}00000000000000`
      : `ffe100224578696600004d4d002a00000008000101120003000000010${orientation.toString(16).padStart(3, "0")}000000000000`,
    "hex",
  );
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

describe("pictures", () => {
  test.each(["jpg", "png", "webp", "bmp", "tiff", "gif"])("%s is read and probed", async (kind) => {
    const path = file(`halves.${kind}`);
    await ff(...HALVES, ...(kind === "webp" ? ["-lossless", "1"] : []), path);
    const picture = await decodePicture({ ...programs, path, cover: { width: 80, height: 40 } });
    expect(picture).toMatchObject({ width: 80, height: 40 });
    near(at(picture, 10, 20), RED);
    near(at(picture, 70, 20), BLUE);
    expect((await probeMedia({ ...programs, path })).streams).toMatchObject([{ type: "video", width: 40, height: 20 }]);
  });

  test("a picture covers a size of another shape, cut evenly", async () => {
    const tall = await decodePicture({ ...programs, path: file("halves.png"), cover: { width: 20, height: 40 } });
    near(at(tall, 2, 20), RED);
    near(at(tall, 17, 20), BLUE);
  });

  test.each([
    [1, "left", true],
    [2, "right", true],
    [3, "right", false],
    [4, "left", false],
    [5, "top", true],
    [6, "top", false],
    [7, "bottom", true],
    [8, "bottom", false],
  ])("orientation %i puts the stored left side at the %s", async (orientation, side, little) => {
    await ff(...HALVES, "-q:v", "2", file("plain.jpg"));
    const path = file(`turned-${orientation}.jpg`);
    await Bun.write(path, withOrientation(await Bun.file(file("plain.jpg")).bytes(), orientation, little));
    const upright = orientation <= 4 ? { width: 40, height: 20 } : { width: 20, height: 40 };
    const picture = await decodePicture({ ...programs, path, cover: upright });
    const places: Record<string, [number, number]> = { left: [4, 10], right: [35, 10], top: [10, 4], bottom: [10, 35] };
    near(at(picture, ...places[side]!), RED);
  });

  test("what is transparent becomes black", async () => {
    const path = file("clear.png");
    await ff("-f", "lavfi", "-i", "color=red@0.0:s=8x8,format=rgba", "-frames:v", "1", path);
    const picture = await decodePicture({ ...programs, path, cover: { width: 8, height: 8 } });
    expect(at(picture, 4, 4)).toEqual([0, 0, 0, 255]);
  });

  test.each(NASTY)("the name %j is taken as it is", async (name) => {
    await Bun.write(file(name), Bun.file(file("halves.png")));
    near(at(await decodePicture({ ...programs, path: file(name), cover: { width: 40, height: 20 } }), 4, 10), RED);
  });

  test("broken orientations are none", () => {
    for (const hex of ["ffd8ffe1ffff457869660000", "ffd8ffe100084578696600004949", "ffd8ffe10012457869660000494900000000ffffffff"]) {
      expect(pictureFormat(Buffer.from(hex, "hex"))).toEqual({ demuxer: "jpeg_pipe", orientation: 1 });
    }
  });
});

describe("clips", () => {
  const clip = file("a 'clip' [1]:\n-.mp4");
  const size = { width: 32, height: 32 };

  test("give a frame for each of the film's, their last one held at the end", async () => {
    // One second: red for half of it, then blue.
    const graph = "color=red:s=64x32:r=50:d=0.5[a];color=blue:s=64x32:r=50:d=0.5[b];[a][b]concat=n=2";
    await ff("-f", "lavfi", "-i", graph, "-c:v", "libx264", "-pix_fmt", "yuv420p", `file:${clip}`);
    const open = await openClip({ ...programs, path: clip, size, fps: 30, startSec: 0.2, durationSec: 2 });
    const frames: Uint8Array[] = [];
    for (let number = 0; number < 60; number++) frames.push(await open.next());
    await open.close();
    near([...frames[0]!.subarray(0, 4)], [254, 0, 0, 255]);
    near([...frames[8]!.subarray(0, 4)], [254, 0, 0, 255]);
    near([...frames[10]!.subarray(0, 4)], [0, 0, 254, 255]);
    expect(new Set(frames).size).toBe(24);
    expect(frames[59]).toBe(frames[23]!);
  });

  test("can be closed before their end", async () => {
    const open = await openClip({ ...programs, path: clip, size: { width: 640, height: 640 }, fps: 60, startSec: 0, durationSec: 1 });
    await open.next();
    await open.close();
  });

  test("stop when cancelled", async () => {
    const stop = new AbortController();
    const open = await openClip({ ...programs, path: clip, size, fps: 30, startSec: 0, durationSec: 1, signal: stop.signal });
    await open.next();
    stop.abort();
    const rest = async () => {
      for (let number = 0; number < 100; number++) await open.next();
    };
    await expect(rest()).rejects.toMatchObject({ name: "AbortError" });
  });

  test("that are over before their start are refused by name", async () => {
    const open = await openClip({ ...programs, path: clip, size, fps: 30, startSec: 5, durationSec: 1 });
    await expect(open.next()).rejects.toThrow("there is no picture at 5 s");
  });
});

describe("sounds", () => {
  test("come as mono, or as stereo in blocks, from where they are asked for", async () => {
    const path = file("-tone.mp3");
    await ff("-f", "lavfi", "-i", "aevalsrc='0.5*sin(880*PI*t)*gt(t,1)':s=44100:d=3", `file:${path}`);
    const samples = await decodeSound({ ...programs, path, startSec: 0.5, durationSec: 1 });
    expect(Math.abs(samples.length - 48_000)).toBeLessThan(1500);
    expect(Math.max(...samples.subarray(0, 20_000))).toBeLessThan(0.02);
    expect(Math.max(...samples.subarray(30_000, 40_000))).toBeCloseTo(0.5, 1);
    const blocks: number[] = [];
    for await (const block of openSound({ ...programs, path })) blocks.push(block.length);
    expect(blocks.slice(0, 3)).toEqual([96_000, 96_000, expect.any(Number)]);
  });

  test("behind the end there is none", async () => {
    await expect(decodeSound({ ...programs, path: file("-tone.mp3"), startSec: 60 })).rejects.toMatchObject({ code: "media_unusable" });
  });
});

describe("files that are not what they seem", () => {
  const secret = file("secret.png");
  const use = {
    picture: (path: string) => decodePicture({ ...programs, path, cover: { width: 8, height: 8 } }),
    clip: async (path: string) =>
      (await openClip({ ...programs, path, size: { width: 8, height: 8 }, fps: 30, startSec: 0, durationSec: 1 })).next(),
    sound: (path: string) => decodeSound({ ...programs, path }),
    probe: (path: string) => probeMedia({ ...programs, path }),
  };
  const cases: [string, string, string | Uint8Array | undefined][] = [
    ["a playlist of another file", "list.mp4", `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`],
    ["a concat list", "concat.mp4", `ffconcat version 1.0\nfile '${secret}'\n`],
    ["a picture in SVG that names another", "x.svg", `<svg xmlns="http://www.w3.org/2000/svg"><image href="${secret}"/></svg>`],
    ["a text", "notes.jpg", "just words\n"],
    ["a cut JPEG", "cut.jpg", Buffer.from("ffd8ffe000104a46494600010100", "hex")],
    ["nothing", "empty.png", ""],
    ["a file that is not there", "nowhere.png", undefined],
  ];
  test.each(cases)("%s is refused with its name", async (_name, name, content) => {
    await ff(...HALVES, secret);
    if (content !== undefined) await Bun.write(file(name), content);
    for (const [kind, open] of Object.entries(use)) {
      const error = await open(file(name)).catch((caught) => caught);
      expect([kind, error.code]).toEqual([kind, "media_unusable"]);
      expect(error.message).toStartWith(name);
      expect(error.message).not.toContain("file:/");
    }
  });

  test("a folder and a device are refused", async () => {
    mkdirSync(file("folder.png"));
    for (const path of [file("folder.png"), "/dev/zero"]) await expect(use.picture(path)).rejects.toMatchObject({ code: "media_unusable" });
  });

  test("a picture of too many pixels is refused before it is decoded", async () => {
    const path = file("vast.png");
    await ff("-f", "lavfi", "-i", "color=white:s=9000x9000,format=monob", "-frames:v", "1", "-compression_level", "1", path);
    await expect(use.picture(path)).rejects.toMatchObject({ code: "media_unusable" });
    await expect(use.probe(path)).rejects.toMatchObject({ code: "media_unusable" });
  });
});

test("ffprobe's answer is read with what it lacks", () => {
  const streams = [
    { codec_type: "video", codec_name: "h264", width: 10, height: 20, avg_frame_rate: "30000/1001", side_data_list: [{ rotation: -90 }] },
    { codec_type: "audio", codec_name: "aac", channels: 2, sample_rate: "48000", duration: "3.5" },
    { codec_type: "video", codec_name: "mjpeg", disposition: { attached_pic: 1 } },
    { codec_type: "subtitle" },
  ];
  const media = toMedia(JSON.stringify({ format: { format_name: "mov" }, streams }));
  expect(media).toMatchObject({ format: "mov", durationSec: 3.5 });
  expect(media!.streams.map(({ codec, rotation }) => [codec, rotation])).toEqual([
    ["h264", 90],
    ["aac", 0],
  ]);
  expect(toMedia("")).toBeUndefined();
});
