import { beforeEach, describe, expect, test } from "bun:test";
import { mkdtemp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Visual, type Word } from "../../../src/domain/storyboard.ts";
import type { MusicSource, Tasks } from "../../../src/domain/tasks.ts";
import { probeMedia } from "../../../src/media/probe.ts";
import { listen } from "../../../src/pipeline/tasks/listen.ts";
import { mix } from "../../../src/pipeline/tasks/mix.ts";
import { render } from "../../../src/pipeline/tasks/render.ts";
import { speak } from "../../../src/pipeline/tasks/speak.ts";
import type { TaskContext } from "../../../src/pipeline/tasks/tasks.ts";
import type { Music, Speech } from "../../../src/providers/provider.ts";
import { openData } from "../../../src/system/data.ts";
import { readWave, writeWave } from "../../../src/system/wave-file.ts";
import { ffmpeg, ffprobe, never, scratchFolder } from "../../media/scratch.ts";

const root = scratchFolder("tasks");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(root, "task-"));
});

const tone = (seconds: number, channels = 1) =>
  Float32Array.from({ length: seconds * 48_000 * channels }, (_, index) => 0.3 * Math.sin(index / (20 * channels)));

/** A voice that says every word in half a second. */
const speech: Speech = {
  name: "fake",
  voices: [],
  async speak({ text }, { note }) {
    const words = text.split(" ").map((word, index): Word => ({ text: word, start: index * 0.5, end: index * 0.5 + 0.4 }));
    note("spoken");
    return { samples: tone(words.length / 2), words };
  },
};

const music: Music = {
  name: "fake",
  async *compose({ durationSec }) {
    for (let second = 0; second < durationSec; second++) yield tone(1, 2);
  },
};

const context = (rest: Partial<TaskContext> = {}): TaskContext => ({
  means: { programs: { ffmpeg, ffprobe, version: "6" }, cache: "", temporary: folder, codeVersion: "v1", version: "1.2.3" },
  data: openData(),
  signal: never,
  providers: { speechOf: () => speech, music, restVoices: () => {}, referenceVoice: () => ({ speech, voice: "v" }) },
  progress: () => {},
  log: () => {},
  ...rest,
});

const probe = (path: string) => probeMedia({ ffprobe, path, signal: never });

test("speak writes the voice and tells its length, words and notes", async () => {
  const file = join(folder, "voice.wav");
  const result = await speak({ text: "One two three", voice: "v", language: "en", speed: 1, file }, context());
  expect(result).toMatchObject({ durationSec: 1.5, words: [{ text: "One" }, { text: "two" }, { text: "three" }], notes: ["spoken"] });
  expect(await readWave(file)).toMatchObject({ channels: 1, sampleRate: 48_000, encoding: "s16", frames: 72_000 });
});

describe("listen", () => {
  const hear = async (rest: Partial<Tasks["listen"]["input"]>, start = 0, words?: Word[]) => {
    const path = join(folder, "mine.wav");
    await writeWave(path, tone(3), { channels: 1, sampleRate: 48_000, encoding: "s16" });
    const sound = { path, start, ...(words && { words }) };
    return listen({ sound, text: "One two", language: "en", file: join(folder, "voice.wav"), ...rest }, context());
  };

  test("takes the stretch that is asked for", async () => {
    expect((await hear({ durationSec: 1 }, 0.5)).durationSec).toBeCloseTo(1, 2);
    expect((await hear({})).durationSec).toBeCloseTo(3, 2);
  });

  test("keeps the word times that the user gives, finds those that are not given, and asks for none without words", async () => {
    const words = [{ text: "One", start: 0.1, end: 0.4 }];
    expect((await hear({}, 0, words)).words).toEqual(words);
    expect((await hear({})).words.map(({ text }) => text)).toEqual(["One", "two"]);
    expect((await hear({ text: " " })).words).toEqual([]);
  });
});

describe("mix", () => {
  const voiced = async () => {
    const file = join(folder, "voice.wav");
    await writeWave(file, tone(1), { channels: 1, sampleRate: 48_000, encoding: "s16" });
    return [{ startSec: 0.5, file }];
  };
  const composed: MusicSource = { kind: "composed", sections: [{ startSec: 0, endSec: 3, mood: "calm" }], seed: 1 };
  const file = () => join(folder, "sound.m4a");

  test("encodes voices over music to the film's length, and leaves nothing else", async () => {
    const told: number[] = [];
    const voices = await voiced();
    const result = await mix(
      { durationSec: 3, voices, music: composed, language: "en", file: file() },
      context({ progress: (part) => told.push(part) }),
    );
    expect(result.silent).toBe(false);
    expect(result.loudnessLufs).toBeLessThan(-10);
    expect((await probe(file())).streams).toMatchObject([{ type: "audio" }]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect((await readdir(folder)).sort()).toEqual(["sound.m4a", "voice.wav"]);
  });

  test("of nothing is silent", async () => {
    const result = await mix({ durationSec: 2, voices: [], music: { kind: "none" }, language: "en", file: file() }, context());
    expect(result.silent).toBe(true);
  });

  test("that fails leaves nothing", async () => {
    const broken: Music = {
      name: "broken",
      // biome-ignore lint/correctness/useYield: it breaks before it yields
      async *compose() {
        throw new Error("No music.");
      },
    };
    const providers = { ...context().providers, music: broken };
    const input = { durationSec: 2, voices: [], music: composed, language: "en", file: file() };
    await expect(mix(input, context({ providers }))).rejects.toThrow("No music.");
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("render", () => {
  const scene: Tasks["render"]["input"]["scene"] = {
    picture: {
      visual: { kind: "scenery", setting: "ocean", palette: "day", seed: 1, subjects: [], composition: 0 },
      style: "cinematic",
      aspect: "16:9",
      size: { width: 160, height: 90 },
      durationSec: 0.4,
      cards: [],
    },
    cues: [],
    captions: "cinematic",
    fps: 30,
    frames: 12,
  };

  test("draws every frame, tells of each, and the same again gives the same bytes", async () => {
    const [one, two] = [join(folder, "one.mp4"), join(folder, "two.mp4")];
    const told: number[] = [];
    const result = await render({ scene, effort: "draft", file: one }, context({ progress: (_part, frames) => told.push(frames!) }));
    await render({ scene, effort: "draft", file: two }, context());
    expect(result).toEqual({ frames: 12, bytes: Bun.file(one).size });
    expect(told).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await Bun.file(two).bytes()).toEqual(await Bun.file(one).bytes());
    expect((await readdir(folder)).sort()).toEqual(["one.mp4", "two.mp4"]);
  });

  test("that is cancelled stops and leaves nothing", async () => {
    const stop = new AbortController();
    const drawing = render(
      { scene, effort: "draft", file: join(folder, "x.mp4") },
      context({ signal: stop.signal, progress: () => stop.abort() }),
    );
    await expect(drawing).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  test("of a picture that has gone is refused, and leaves nothing", async () => {
    const visual = Visual.parse({ kind: "picture", path: join(folder, "none.png") });
    const gone = { ...scene, picture: { ...scene.picture, visual } };
    await expect(render({ scene: gone, effort: "draft", file: join(folder, "x.mp4") }, context())).rejects.toMatchObject({
      code: "media_unusable",
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
