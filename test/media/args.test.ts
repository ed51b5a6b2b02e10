import { describe, expect, test } from "bun:test";
import { clipArgs, pictureArgs, soundDecodeArgs } from "../../src/media/args/decode.ts";
import { buildConcatList, buildMetadata, joinArgs } from "../../src/media/args/join.ts";
import { h264Level } from "../../src/media/args/level.ts";
import { measurePictureArgs, measureSoundArgs } from "../../src/media/args/measure.ts";
import { posterArgs } from "../../src/media/args/poster.ts";
import { nearMiddleSec, sceneArgs } from "../../src/media/args/scene.ts";
import { soundArgs } from "../../src/media/args/sound.ts";

const words = (text: string): string[] => text.split(" ");
const QUIET = "-hide_banner -nostdin -loglevel error";

test.each([
  [854, 480, 30, "3.1"],
  [480, 480, 30, "3.0"],
  [1280, 720, 30, "3.1"],
  [720, 1280, 60, "3.2"],
  [1920, 1080, 30, "4.0"],
  [1080, 1920, 60, "4.2"],
  [2560, 1440, 30, "5.0"],
  [2560, 1440, 60, "5.1"],
])("%ix%i at %i frames a second is level %s", (width, height, fps, level) => {
  expect(h264Level({ width, height }, fps)).toBe(level);
});

test("a scene is encoded so that it can be joined by copying", () => {
  expect(sceneArgs({ size: { width: 1280, height: 720 }, fps: 30, effort: "draft" }, "a b:c.mp4")).toEqual([
    ...words(`${QUIET} -f rawvideo -pix_fmt yuv420p -video_size 1280x720 -framerate 30 -i pipe:0 -an`),
    ...words("-c:v libx264 -preset veryfast -crf 21 -profile:v high -level:v 3.1 -pix_fmt yuv420p -threads 1 -flags:v +bitexact+cgop"),
    ...words("-g 60 -rc-lookahead 8 -color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv"),
    ...words("-map_metadata -1 -fflags +bitexact -video_track_timescale 90000 -f mp4 -y"),
    "file:a b:c.mp4",
  ]);
});

describe("joining", () => {
  const input = { list: "/t/list.txt", metadata: "/t/words.txt", fps: 25, language: "spa", out: "film.mp4" };
  test("copies scenes and sound", () => {
    expect(joinArgs({ ...input, sound: "/c/s.m4a" })).toEqual([
      ...words(`${QUIET} -progress pipe:1 -f concat -i file:/t/list.txt -i file:/c/s.m4a -f ffmetadata -i file:/t/words.txt`),
      ...words("-map 0:v:0 -map 1:a:0 -metadata:s:a:0 language=spa -map_metadata 2 -map_chapters 2 -c copy"),
      ...words("-bsf:v setts=pts=round(PTS/3600)*3600:dts=round(DTS/3600)*3600 -video_track_timescale 90000"),
      ...words("-movflags +faststart -fflags +bitexact -f mp4 -y file:film.mp4"),
    ]);
  });

  test("without sound the words are the second input", () => {
    expect(joinArgs(input).join(" ")).toContain("-map 0:v:0 -map_metadata 1 -map_chapters 1 -c copy");
  });

  test("the list names plain files with lengths that do not drift", () => {
    const files = [10, 10, 10, 15].map((frames, index) => ({ name: `${index}.mp4`, frames }));
    expect(buildConcatList(files, 30).split("\n").slice(1, -1)).toEqual([
      ...["file 0.mp4", "duration 0.333333", "file 1.mp4", "duration 0.333334"],
      ...["file 2.mp4", "duration 0.333333", "file 3.mp4", "duration 0.500000"],
    ]);
  });

  test("titles are escaped", () => {
    const chapters = [{ title: "a=b;c#d\\e\n[CHAPTER]", startSec: 0, endSec: 1.2345 }];
    expect(buildMetadata({ title: "T", comment: "x\ny", chapters })).toBe(
      ";FFMETADATA1\ntitle=T\ncomment=x\\\ny\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1235\ntitle=a\\=b\\;c\\#d\\\\e\\\n[CHAPTER]\n",
    );
  });
});

test("sound is encoded at its exact length", () => {
  expect(soundArgs(4800, "eng", "s.m4a")).toEqual([
    ...words(`${QUIET} -f f32le -ar 48000 -ac 2 -i pipe:0 -map 0:a:0 -af aresample=48000,apad=whole_len=4800,atrim=end_sample=4800`),
    ...words(
      "-c:a aac -profile:a aac_low -b:a 192k -aac_coder fast -ar 48000 -ac 2 -flags:a +bitexact -map_metadata -1 -metadata:s:a:0 language=eng",
    ),
    ...words("-fflags +bitexact -f mp4 -y file:s.m4a"),
  ]);
});

test.each([
  [30, 0.5],
  [90, 2],
  [99, 2],
  [150, 2],
  [180, 4],
  [240, 4],
  [600, 10],
])("a scene of %d frames is shown at %d s", (frames, sec) => expect(nearMiddleSec(frames, 30)).toBe(sec));

test("a still is of the size that is asked for", () =>
  expect(posterArgs("a.mp4", 2, "a.jpg", { width: 480, height: 270 }).join(" ")).toContain("-vf scale=480:270:in_color_matrix=bt709"));

test("the poster is one frame", () => {
  const args = posterArgs("film.mp4", 1.25, "film.jpg");
  expect(args.join(" ")).toStartWith(`${QUIET} -ss 1.250 -i file:film.mp4 -map 0:v:0 -frames:v 1 -vf scale=`);
  expect(args.slice(-3)).toEqual(["mjpeg", "-y", "file:film.jpg"]);
});

describe("the user's own media", () => {
  const SCALE =
    "setsar=1,scale=64:32:force_original_aspect_ratio=increase:flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact";
  const size = { width: 64, height: 32 };
  test("a picture is turned upright and covers the size", () => {
    expect(pictureArgs("-'x'.jpg", ["-guard"], { demuxer: "jpeg_pipe", orientation: 6 }, size)).toEqual([
      ...words(`${QUIET} -noautorotate -guard -threads 1 -f jpeg_pipe -i file:-'x'.jpg -map 0:v:0 -frames:v 1 -vf`),
      `transpose=clock,${SCALE},crop=64:32,format=rgba`,
      ...words("-f rawvideo pipe:1"),
    ]);
  });

  test("a clip comes at the film's rate", () => {
    expect(clipArgs("c.mp4", ["-guard"], { size, fps: 30, startSec: 1.5, durationSec: 2, assumeBt709: true })).toEqual([
      ...words(`${QUIET} -guard -threads 1 -ss 1.500000 -t 2.000000 -i file:c.mp4 -map 0:v:0 -vf`),
      `fps=30:start_time=0,${SCALE}:in_color_matrix=bt709,crop=64:32,format=rgba`,
      ...words("-f rawvideo pipe:1"),
    ]);
  });

  test("a sound comes as floats", () => {
    expect(soundDecodeArgs("s.mp3", ["-guard"], { startSec: 0, durationSec: 600, channels: 1 })).toEqual([
      ...words(
        `${QUIET} -guard -ss 0.000000 -t 600.000000 -i file:s.mp3 -map 0:a:0 -vn -sn -dn -ar 48000 -ac 1 -flags +bitexact -f f32le pipe:1`,
      ),
    ]);
  });
});

test("measuring uses the limits that films are held to", () => {
  expect(measurePictureArgs("f.mp4")).toContain("blackdetect=d=0.1:pix_th=0.01,freezedetect=n=-60dB:d=1");
  expect(measureSoundArgs("f.mp4").join(" ")).toContain("ebur128=peak=true:framelog=verbose,silencedetect=n=-60dB:d=3");
});
