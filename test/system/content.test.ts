import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtemp, rm, stat, truncate, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentKey, openContent, trimContent } from "../../src/system/content.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-content-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (key: string, text: string) => {
  const temporary = join(folder, "temporary");
  await Bun.write(temporary, text);
  return openContent(folder).keep("render", key, "mp4", temporary, { frames: 3 });
};

describe("the content store", () => {
  test("finds what was kept, with its result", async () => {
    const key = contentKey("a", 1);
    const kept = await put(key, "film");
    expect(await openContent(folder).find("render", key, "mp4")).toEqual(kept);
    expect(await Bun.file(kept.file).text()).toBe("film");
  });

  test("says whether a file that it gave out still counts", async () => {
    const { file } = await put(contentKey("held"), "film");
    expect(await openContent(folder).holds(file)).toBe(true);
    await Bun.write(file, "torn");
    expect(await openContent(folder).holds(file)).toBe(false);
    expect(await openContent(folder).holds(`${file}.gone`)).toBe(false);
  });

  test("does not count a file that is cut short, or whose note is missing", async () => {
    const cut = await put(contentKey("cut"), "film");
    await truncate(cut.file, 2);
    expect(await openContent(folder).find("render", contentKey("cut"), "mp4")).toBeUndefined();
    const alone = await put(contentKey("alone"), "film");
    await rm(`${alone.file}.json`);
    expect(await openContent(folder).find("render", contentKey("alone"), "mp4")).toBeUndefined();
  });

  test("does not count a file whose bytes have changed, or whose note is no note", async () => {
    const torn = await put(contentKey("torn"), "film");
    await Bun.write(torn.file, "\0\0\0\0");
    expect(await openContent(folder).find("render", contentKey("torn"), "mp4")).toBeUndefined();
    for (const note of ["", "null", "[]", "{}", "{"]) {
      const { file } = await put(contentKey("note"), "film");
      await Bun.write(`${file}.json`, note);
      expect(await openContent(folder).find("render", contentKey("note"), "mp4")).toBeUndefined();
    }
  });

  test("keeps what several keep at once under one key", async () => {
    const key = contentKey("both");
    const keep = async (name: string) => {
      await Bun.write(join(folder, name), "film");
      return openContent(folder).keep("render", key, "mp4", join(folder, name), { frames: 3 });
    };
    await Promise.all([keep("one"), keep("two")]);
    expect(await openContent(folder).find<{ frames: number }>("render", key, "mp4")).toMatchObject({ result: { frames: 3 } });
  });

  test("keys differ when anything does", () => {
    const keys = [
      contentKey("v1", "render", [1, 2]),
      contentKey("v2", "render", [1, 2]),
      contentKey("v1", "speak", [1, 2]),
      contentKey("v1", "render", [12]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(contentKey("v1", "render", [1, 2])).toBe(keys[0]!);
  });

  test("trimming removes what was used longest ago and spares what is in use", async () => {
    const [old, fresh, inUse] = [
      await put(contentKey("old"), "x".repeat(100)),
      await put(contentKey("fresh"), "x".repeat(100)),
      await put(contentKey("use"), "x".repeat(100)),
    ];
    await utimes(old.file, 1, 1);
    await utimes(fresh.file, 1000, 1000);
    expect(await trimContent(folder, 250, Date.now() - 60_000)).toEqual({ files: 1, bytes: 100 });
    const there = await Promise.all(
      [old, fresh, inUse].map(({ file }) =>
        stat(file).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(there).toEqual([false, true, true]);
  });
});

test("a key is made from what is in an object, whatever the order in which it was put there", () => {
  const key = contentKey({ kind: "scenery", subjects: [{ name: "sun", size: 1 }], seed: 1, none: undefined }, null);
  expect(contentKey({ seed: 1, subjects: [{ size: 1, name: "sun" }], kind: "scenery" }, null)).toBe(key);
  expect(contentKey({ seed: 2, subjects: [{ size: 1, name: "sun" }], kind: "scenery" }, null)).not.toBe(key);
  expect(contentKey([1, 2])).not.toBe(contentKey([2, 1]));
});
