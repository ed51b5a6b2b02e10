import { describe, expect, test } from "bun:test";
import { loopMusic } from "../../src/sound/loop-music.ts";
import { openVoiceTrack, reblock } from "../../src/sound/tracks.ts";

async function* blocksOf(...blocks: number[][]): AsyncGenerator<Float32Array> {
  for (const block of blocks) yield Float32Array.from(block);
}
const collect = async (blocks: AsyncIterable<Float32Array>): Promise<number[][]> =>
  (await Array.fromAsync(blocks)).map((block) => [...block]);

describe("reblock", () => {
  test.each([
    [
      "cuts and joins",
      [[1, 2, 3], [4], [5, 6]],
      2,
      6,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    ["fills with silence", [[1]], 2, 5, [[1, 0], [0, 0], [0]]],
    ["leaves out what is too much", [[1, 2, 3, 4]], 2, 3, [[1, 2], [3]]],
    ["makes silence from nothing", [], 2, 2, [[0, 0]]],
  ] as const)("%s", async (_, given, size, total, wanted) => {
    expect(await collect(reblock(blocksOf(...given.map((block) => [...block])), size, total))).toEqual(wanted.map((block) => [...block]));
  });
});

test("voices are added where they stand, whole or in blocks, overlapping, and cut at the film's end", async () => {
  const second = 48_000;
  const track = openVoiceTrack(
    [
      { startSec: 1, read: () => blocksOf([5, 5], [5]) },
      { startSec: 0, read: async () => new Float32Array(second + 2).fill(1) },
      { startSec: 1.5, read: async () => new Float32Array(second).fill(1) },
    ],
    [2, 1, 3],
  );
  const film = new Float32Array(2 * second);
  for (let frame = 0; frame < film.length; frame += 1000) await track.addTo(film.subarray(frame, frame + 1000), frame);
  expect([film[0], film[second - 1], film[second], film[second + 1], film[second + 2], film[second + 3]]).toEqual([1, 1, 11, 11, 10, 0]);
  expect([film[1.5 * second - 1], film[1.5 * second], film.at(-1)]).toEqual([0, 3, 3]);
});

describe("a user's own music", () => {
  const steady = (frames: number) =>
    async function* () {
      for (let left = frames; left > 0; left -= 7000) yield new Float32Array(2 * Math.min(7000, left)).fill(0.5);
    };
  test.each([
    ["is cropped", 10, 4],
    ["is repeated", 5, 17],
    ["fits", 4, 4],
  ])("%s, has the film's length and fades at the end", async (_, sec, filmSec) => {
    const samples = (await collect(loopMusic(steady(sec * 48_000), filmSec))).flat();
    expect(samples.length).toBe(2 * filmSec * 48_000);
    const body = samples.slice(0, 2 * 48_000);
    expect(Math.min(...body.slice(0, 90_000))).toBe(0.5);
    expect(samples.at(-1)).toBeLessThan(0.001);
    for (let i = 2; i < samples.length; i += 2) expect(Math.abs(samples[i]! - samples[i - 2]!)).toBeLessThan(0.001);
  });

  test("that is shorter than two seconds is played once", async () => {
    expect((await collect(loopMusic(steady(9000), 5))).flat().length).toBe(18_000);
  });
});

test("a voice that outlasts the film is let go", async () => {
  let letGo = false;
  async function* endless(): AsyncGenerator<Float32Array> {
    try {
      for (;;) yield new Float32Array(10);
    } finally {
      letGo = true;
    }
  }
  const track = openVoiceTrack([{ startSec: 0, read: endless }], [1]);
  await track.addTo(new Float32Array(25), 0);
  await track.close();
  expect(letGo).toBe(true);
});
