import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readScript, readStoryboard } from "../../src/cli/sources.ts";
import { resolveRequest } from "../../src/domain/job.ts";
import { openSurroundings } from "./surroundings.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-sources-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, content: string | Uint8Array) => {
  await Bun.write(join(folder, name), content as string);
  return join(folder, name);
};
const input = (stream: ReadableStream<Uint8Array> = new Response("").body!) => openSurroundings({ stdin: () => stream }).around;

describe("readScript", () => {
  test("reads UTF-8 with or without a byte order mark, and UTF-16 with one", async () => {
    expect(await readScript(await file("a.txt", "Hola, ñandú."), input())).toBe("Hola, ñandú.");
    expect(await readScript(await file("b.txt", "\ufeffHi."), input())).toBe("Hi.");
    expect(await readScript(await file("c.txt", new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0])), input())).toBe("Hi");
  });

  test("reads standard input for -", async () => {
    expect(await readScript("-", input(new Response("From a pipe.").body!))).toBe("From a pipe.");
  });

  test("refuses what is no script, with a sentence, without reading it whole", async () => {
    const huge = await file("huge.txt", "");
    await truncate(huge, 2 * 1024 ** 3);
    const pipe = join(folder, "pipe");
    Bun.spawnSync(["mkfifo", pipe]);
    await mkdir(join(folder, "dir"));
    const table: [string, string][] = [
      [join(folder, "none.txt"), "There is no file"],
      [join(folder, "dir"), "is a folder"],
      [pipe, "not a regular file. Use - to read from standard input"],
      [huge, "too long for a script"],
      [await file("binary", new Uint8Array([0x89, 0x50, 0, 1, 2])), "not a text file"],
      [await file("zero.txt", "a\u0000b"), "not a text file"],
    ];
    for (const [path, sentence] of table) {
      await expect(readScript(path, input())).rejects.toMatchObject({
        code: "script_unreadable",
        message: expect.stringContaining(sentence),
      });
    }
  });

  test("standard input that never ends is left as soon as it is too long", async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(97)) });
    await expect(readScript("-", input(endless))).rejects.toMatchObject({ message: expect.stringContaining("too long") });
  });

  test("standard input that says nothing is left when interrupted", async () => {
    const stop = new AbortController();
    const silent = new ReadableStream<Uint8Array>();
    const reading = readScript("-", { ...input(silent), interrupted: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("readStoryboard", () => {
  test("what is nested without end is read no further than a storyboard goes", async () => {
    const path = await file("deep.json", `{"scenes":${"[".repeat(50_000)}${"]".repeat(50_000)}}`);
    await expect(readStoryboard(path).then(({ storyboard }) => resolveRequest({ storyboard }))).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  test("takes paths from the file's own folder", async () => {
    const path = await file("board.json", JSON.stringify({ scenes: [{ narration: "Hi", visual: { kind: "picture", path: "a b.jpg" } }] }));
    const { storyboard } = await readStoryboard(path);
    expect(storyboard.scenes[0]!.visual).toMatchObject({ path: join(folder, "a b.jpg") });
  });

  test("takes the parameters of a film.json", async () => {
    const path = await file("film.json", JSON.stringify({ parameters: { aspect: "9:16" }, storyboard: { scenes: [] } }));
    expect(await readStoryboard(path)).toMatchObject({ parameters: { aspect: "9:16" } });
  });

  test.each([
    ["not JSON", "{"],
    ["null", "null"],
    ["a number", "3"],
    ["a list", "[]"],
  ])("%s is no storyboard", async (what, text) => {
    const reading = readStoryboard(await file("bad.json", text));
    if (what === "not JSON") await expect(reading).rejects.toMatchObject({ code: "script_unreadable" });
    else expect((await reading).storyboard).not.toHaveProperty("scenes");
  });
});
