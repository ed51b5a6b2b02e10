import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ask, openMaking } from "../../src/pipeline/making.ts";
import { openContent } from "../../src/system/content.ts";

let folder = "";
let asked: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-making-"));
  asked = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const INPUT = { text: "A lake", voice: "v", language: "en", speed: 1 };

/** A worker that writes the text it is to speak. */
const ask = (async (name: string, input: { text: string; file: string }) => {
  asked.push(name);
  await Bun.sleep(5);
  if (input.text === "bad") throw new Error("No.");
  await Bun.write(input.file, input.text);
  return { durationSec: 1, words: [], notes: [] };
}) as unknown as Ask;

const open = (codeVersion = "v1") =>
  openMaking({ content: openContent(join(folder, "cache")), codeVersion, ask, temporary: (name) => join(folder, name) });

describe("making", () => {
  test("what two scenes want at once is made once", async () => {
    const make = open();
    const [one, two] = await Promise.all([make("speak", ["A lake"], INPUT), make("speak", ["A lake"], INPUT)]);
    expect(asked).toEqual(["speak"]);
    expect(one).toEqual(two);
    expect(await Bun.file(one.file).text()).toBe("A lake");
  });

  test("what is kept is not made again, by another run either; another key or code version is", async () => {
    await open()("speak", ["A lake"], INPUT);
    await open()("speak", ["A lake"], INPUT);
    expect(asked).toHaveLength(1);
    await open()("speak", ["A sea"], INPUT);
    await open("v2")("speak", ["A lake"], INPUT);
    expect(asked).toHaveLength(3);
  });

  test("what failed is tried again when asked again", async () => {
    const make = open();
    await expect(make("speak", ["bad"], { ...INPUT, text: "bad" })).rejects.toThrow("No.");
    await expect(make("speak", ["bad"], { ...INPUT, text: "bad" })).rejects.toThrow("No.");
    expect(asked).toHaveLength(2);
  });
});
