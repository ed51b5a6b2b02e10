import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { QualityExpectation, QualityReport } from "../../src/domain/quality.ts";
import { measureFilm } from "../../src/media/quality.ts";
import { fake, ff, ffmpeg, ffprobe, never, scratchFolder } from "./scratch.ts";

const folder = scratchFolder("quality");
const SRT = "1\n00:00:00,500 --> 00:00:02,000\nA caption that is read\n\n2\n00:00:02,000 --> 00:00:04,000\nand another one\n";
const X264 = "-c:v libx264 -preset ultrafast -profile:v high -x264-params 8x8dct=1 -pix_fmt yuv420p".split(" ");
const BT709 = "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv".split(" ");
const PICTURE = "testsrc2=s=160x96:r=30:d=6";
/** Pink noise that measures -14 LUFS. */
const SOUND = "anoisesrc=d=6:c=pink:r=48000:a=0.5:seed=3,volume=7.1dB";

type Flaw = {
  picture?: string;
  sound?: string;
  after?: string[];
  late?: number;
  encode?: string[];
  srt?: string;
  expect?: Partial<QualityExpectation>;
};

/** Makes a film of six seconds with a flaw, and measures it. */
async function measured(
  name: string,
  { picture = PICTURE, sound = SOUND, after = [], late = 0, encode, srt = SRT, ...flaw }: Flaw,
): Promise<QualityReport> {
  const film = join(folder, `${name}.mp4`);
  const captions = join(folder, "film.srt");
  const inputs = ["-f", "lavfi", "-i", picture, "-itsoffset", String(late), "-f", "lavfi", "-i", `${sound},aformat=channel_layouts=stereo`];
  const aac = ["-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-movflags", "+faststart"];
  if (!(await Bun.file(film).exists())) await ff(...inputs, ...(encode ?? [...X264, ...BT709, ...aac]), ...after, film);
  await Bun.write(captions, srt);
  const expect: QualityExpectation = {
    ...{ durationSec: 6, targetSec: 6, size: { width: 160, height: 96 }, fps: 30, language: "en", joinsSec: [2, 4] },
    ...{ silent: false, ownMedia: false, leastCues: 2, ...flaw.expect },
  };
  return measureFilm({ programs: { ffmpeg, ffprobe }, film, srt: captions, expect, signal: never });
}

const failed = ({ checks }: QualityReport): string[] => checks.filter(({ passed }) => !passed).map(({ name }) => name);
const spansOf = ({ checks }: QualityReport, wanted: string) => checks.find(({ name }) => name === wanted)!.spans!;

test("a film as it should be passes every check", async () => {
  const report = await measured("good", {});
  expect(failed(report)).toEqual([]);
  expect(report.passed).toBe(true);
  expect(report.checks.map(({ name }) => name)).toEqual([
    ...["duration", "frames", "frames decoded", "decoding errors", "video stream", "audio stream", "faststart"],
    ...["integrated loudness", "true peak", "black spans", "frozen spans", "silent spans"],
    ...["uneven picture packets", "uneven sound packets", "clicks at joins", "A/V offset", "A/V offset at the end"],
    ...["captions", "caption speed", "overlapping captions", "captions behind the end"],
  ]);
});

describe("each flaw is found, and only that one", () => {
  const between = (from: number, to: number) => `enable='between(t,${from},${to})'`;
  const flaws: [string, Flaw, string[]][] = [
    ["a black second", { picture: `${PICTURE},drawbox=c=black:t=fill:${between(2, 2.9)}` }, ["black spans"]],
    ["a black end", { picture: `${PICTURE},drawbox=c=black:t=fill:${between(5.5, 9)}` }, ["black spans"]],
    ["a frozen second and a half", { picture: `${PICTURE},drawbox=c=gray:t=fill:${between(2, 3.49)}` }, ["frozen spans"]],
    ["four silent seconds", { sound: `${SOUND},volume=0:${between(1, 5)}` }, ["integrated loudness", "silent spans"]],
    ["loud sound", { sound: `${SOUND},volume=3dB,alimiter=limit=0.7:level=0` }, ["integrated loudness"]],
    ["peaks", { sound: `${SOUND},aeval='val(0)*(1+9*between(t,3,3.002))'` }, ["true peak"]],
    ["a click at a join", { sound: `aevalsrc='0.3*sin(800*t)+0.1*sin(3000*t)+0.12*gt(t,2)*lt(t,4)':s=48000:d=6` }, ["clicks at joins"]],
    ["missing frames", { picture: `${PICTURE},trim=end_frame=170`, after: [] }, ["frames", "frames decoded"]],
    [
      "a gap in time",
      { picture: `${PICTURE},select='not(between(n,60,65))'`, after: ["-fps_mode", "vfr"] },
      ["frames", "frames decoded", "video stream", "uneven picture packets"],
    ],
    ["another rate", { picture: "testsrc2=s=160x96:r=25:d=6" }, ["frames", "frames decoded", "video stream", "uneven picture packets"]],
    ["another size", { picture: "testsrc2=s=96x160:r=30:d=6" }, ["video stream"]],
    [
      "another profile",
      {
        encode: [
          ..."-c:v libx264 -preset ultrafast -profile:v baseline -pix_fmt yuv420p".split(" "),
          ...BT709,
          "-c:a",
          "aac",
          "-movflags",
          "+faststart",
        ],
      },
      ["video stream"],
    ],
    ["no colours told", { encode: [...X264, "-c:a", "aac", "-movflags", "+faststart"] }, ["video stream"]],
    ["sound at another rate", { after: ["-ar", "44100"] }, ["audio stream", "uneven sound packets"]],
    ["an index at the end", { encode: [...X264, ...BT709, "-c:a", "aac"] }, ["faststart"]],
    ["late sound", { late: 0.1 }, ["A/V offset", "A/V offset at the end"]],
    ["sound that ends early", { sound: `${SOUND},atrim=end=5.5` }, ["A/V offset at the end"]],
    ["a length off its target", { expect: { targetSec: 8 } }, ["duration"]],
    ["overlapping cues", { srt: SRT.replace("00:00:02,000 --> 00:00:04", "00:00:01,900 --> 00:00:04") }, ["overlapping captions"]],
    ["cues too fast to read", { srt: SRT.replace("00:00:04,000", "00:00:02,500") }, ["caption speed"]],
    ["cues too fast for Spanish", { srt: SRT.replace("00:00:04,000", "00:00:02,830"), expect: { language: "es-MX" } }, ["caption speed"]],
    ["cues behind the end", { srt: SRT.replace("00:00:04,000", "00:00:07,000") }, ["captions behind the end"]],
    ["too few cues", { expect: { leastCues: 3 } }, ["captions"]],
  ];
  test.each(flaws)("%s", async (name, flaw, checks) => {
    const sameFilm = Object.keys(flaw).every((part) => part === "srt" || part === "expect");
    const report = await measured(sameFilm ? "good" : name, flaw);
    expect(failed(report)).toEqual(checks);
    expect(report.passed).toBe(false);
  });

  test("with its place", async () => {
    const report = await measured("places", {
      picture: `${PICTURE},drawbox=c=black:t=fill:${between(2, 2.8)},drawbox=c=gray:t=fill:${between(4, 5.49)}`,
      sound: `${SOUND},volume=0:${between(1, 4.5)}`,
    });
    for (const [name, start, end] of [
      ["black spans", 2, 2.83],
      ["frozen spans", 4, 5.5],
      ["silent spans", 1, 4.5],
    ] as const) {
      expect(spansOf(report, name)[0]!.start).toBeCloseTo(start, 0);
      expect(Math.abs(spansOf(report, name)[0]!.end - end)).toBeLessThan(0.1);
    }
  });

  test("a broken stretch of the file", async () => {
    const film = join(folder, "broken.mp4");
    await measured("good", {});
    const bytes = await Bun.file(join(folder, "good.mp4")).bytes();
    bytes.fill(0xa5, Math.round(bytes.length * 0.4), Math.round(bytes.length * 0.5));
    await Bun.write(film, bytes);
    const expectation = {
      durationSec: 6,
      size: { width: 160, height: 96 },
      fps: 30,
      language: "en",
      joinsSec: [],
      silent: false,
      ownMedia: false,
    };
    const report = await measureFilm({ programs: { ffmpeg, ffprobe }, film, expect: expectation, signal: never });
    expect(failed(report)).toContain("decoding errors");
  });
});

describe("what is only reported", () => {
  test("the user's own media may be black, frozen and silent", async () => {
    const report = await measured("own", {
      picture: "color=black:s=160x96:r=30:d=6",
      sound: `${SOUND},volume=0:enable='gt(t,2)'`,
      expect: { ownMedia: true },
    });
    expect(failed(report)).toEqual(["black spans", "frozen spans", "silent spans"]);
    expect(report.passed).toBe(true);
  });

  test("a silent film has no loudness", async () => {
    const report = await measured("silent", { sound: "anullsrc=r=48000:d=6", expect: { silent: true } });
    expect(failed(report)).toEqual(["integrated loudness", "silent spans"]);
    expect(report.passed).toBe(true);
  });
});

describe("what cannot be measured", () => {
  const expectation = {
    durationSec: 6,
    size: { width: 160, height: 96 },
    fps: 30,
    language: "en",
    joinsSec: [],
    silent: false,
    ownMedia: false,
  };
  test("no film", async () => {
    const film = join(folder, "none.mp4");
    await Bun.write(film, "nothing");
    const report = measureFilm({ programs: { ffmpeg, ffprobe }, film, expect: expectation, signal: never });
    await expect(report).rejects.toMatchObject({ code: "ffmpeg_output_invalid" });
  });

  test("an FFmpeg that dies, and cancelling", async () => {
    await measured("good", {});
    const film = join(folder, "good.mp4");
    const dying = measureFilm({ programs: { ffmpeg: fake("dies"), ffprobe }, film, expect: expectation, signal: never });
    await expect(dying).rejects.toMatchObject({ code: "ffmpeg_failed" });
    const stop = new AbortController();
    const hanging = measureFilm({ programs: { ffmpeg: fake("hangs"), ffprobe }, film, expect: expectation, signal: stop.signal });
    setTimeout(() => stop.abort(), 200);
    await expect(hanging).rejects.toMatchObject({ code: "cancelled" });
  });
});
