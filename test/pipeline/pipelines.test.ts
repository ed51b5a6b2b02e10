import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { CREATE_PIPELINE } from "../../src/pipeline/pipelines.ts";
import { openContent } from "../../src/system/content.ts";
import { digestFile } from "../../src/system/files.ts";
import { never, scratchFolder } from "../media/scratch.ts";

const folder = scratchFolder("pipelines");
const content = openContent(join(folder, "cache"));
const judging = { content, signal: never };

/** A file that is kept. */
async function keep(key: string): Promise<string> {
  const temporary = join(folder, key);
  await Bun.write(temporary, key);
  return (await content.keep("speak", key.padEnd(40, "0"), "wav", temporary, {})).file;
}

describe("what a stage left", () => {
  test("holds while every file that it names is what was kept", async () => {
    const [one, two] = [await keep("one"), await keep("two")];
    const spoken = [one, undefined, two].map((file) => (file === undefined ? undefined : { file, durationSec: 1, words: [] }));
    const { speech, render, mix } = CREATE_PIPELINE;
    const all = () =>
      Promise.all([
        speech.holds({ spoken, notes: [] }, judging),
        render.holds({ files: [one, two] }, judging),
        mix.holds({ file: two, silent: false, loudnessLufs: -14 }, judging),
      ]);
    expect(await all()).toEqual([true, true, true]);
    expect(await speech.holds(JSON.parse(JSON.stringify({ spoken, notes: [] })), judging)).toBe(true);
    await Bun.write(two, "torn");
    expect(await all()).toEqual([false, false, false]);
  });

  test("holds while the files of the user's own are what they were", async () => {
    const path = join(folder, "own.png");
    await Bun.write(path, "picture");
    const digests = { [path]: await digestFile(path) };
    expect(await CREATE_PIPELINE.assets.holds({ digests }, judging)).toBe(true);
    await Bun.write(path, "another");
    expect(await CREATE_PIPELINE.assets.holds({ digests }, judging)).toBe(false);
  });

  test("holds while the film is there whole, with all that belongs to it", async () => {
    const place = (name: string) => join(folder, name);
    const beside = { srt: place("film.srt"), vtt: place("film.vtt"), poster: place("film.jpg"), details: place("film.json") };
    for (const path of [place("film.mp4"), ...Object.values(beside)]) await Bun.write(path, "12345");
    const film = {
      video: place("film.mp4"),
      ...beside,
      durationSec: 1,
      bytes: 5,
      report: { passed: true, checks: [] },
      notes: [],
      title: "",
      language: "en",
      credits: [],
    };
    const { holds } = CREATE_PIPELINE.deliver;
    expect(await holds(film, judging)).toBe(true);
    expect(await holds({ ...film, bytes: 6 }, judging)).toBe(false);
    expect(await holds({ ...film, vtt: place("gone.vtt") }, judging)).toBe(false);
  });
});
