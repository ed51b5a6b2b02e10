import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asDiskError, checkOutputFolder, copyInto, digestFile, openDataFolders, removeParts, writeWhole } from "../../src/system/files.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process number that nobody has. */
const DEAD = 2 ** 22 + 7;

describe("checkOutputFolder", () => {
  test("passes a folder that can be written to, and leaves nothing in it", async () => {
    await checkOutputFolder(folder, 1);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ["missing", () => join(folder, "missing"), 1, "does not exist"],
    ["a file", () => join(folder, "file"), 1, "is not a folder"],
    ["too full", () => folder, 1e18, "is full"],
  ])("refuses one that is %s, and does not make it", async (_what, path, bytes, sentence) => {
    await Bun.write(join(folder, "file"), "");
    await expect(checkOutputFolder(path(), bytes)).rejects.toMatchObject({
      code: "output_unwritable",
      message: expect.stringContaining(sentence),
    });
    expect(await readdir(folder)).toEqual(["file"]);
  });

  test("refuses a folder on a read-only file system", async () => {
    await expect(checkOutputFolder("/proc", 0)).rejects.toMatchObject({ code: "output_unwritable" });
  });
});

describe("the data folders", () => {
  test("one that cannot be made is refused", async () => {
    await Bun.write(join(folder, "file"), "");
    await expect(openDataFolders(join(folder, "file", "data"), 1)).rejects.toMatchObject({ code: "output_unwritable" });
  });

  test("one that cannot be written to is refused", async () => {
    await expect(openDataFolders("/proc", 1)).rejects.toMatchObject({
      code: "output_unwritable",
      message: expect.stringContaining("--data"),
    });
  });
});

test("files appear whole; unfinished ones of dead processes are swept, others are not touched", async () => {
  await writeWhole(join(folder, "a.json"), "{}");
  await copyInto(join(folder, "a.json"), join(folder, "-b' .json"));
  for (const name of [`.kinora-${DEAD}-film.mp4.part`, `.kinora-${process.ppid}-film.mp4.part`, ".kinora-notes"])
    await Bun.write(join(folder, name), "x");
  await removeParts(folder);
  expect((await readdir(folder)).sort()).toEqual(["-b' .json", `.kinora-${process.ppid}-film.mp4.part`, ".kinora-notes", "a.json"].sort());
});

test("names as long as a disk allows can be written", async () => {
  const path = join(folder, `${"x".repeat(251)}.mp4`);
  await writeWhole(path, "film");
  expect(await readdir(folder)).toEqual([`${"x".repeat(251)}.mp4`]);
});

test("what a disk refuses is said in words", async () => {
  const refused = async (work: Promise<unknown>) => asDiskError(await work.catch((error) => error), "/films/film.mp4");
  expect(await refused(readdir(join(folder, "none")))).toMatchObject({
    code: "output_unwritable",
    message: expect.stringContaining("none"),
  });
  expect(asDiskError(Object.assign(new Error(), { code: "ENOSPC" }), "/films/film.mp4")).toMatchObject({
    code: "disk_full",
    retryable: true,
  });
  expect(asDiskError(Object.assign(new Error(), { code: "EROFS" }), "/films/film.mp4")).toMatchObject({
    code: "output_unwritable",
    message: expect.stringContaining("/films/film.mp4"),
  });
  const other = new Error("other");
  expect(asDiskError(other, "/films")).toBe(other);
  expect(asDiskError("text", "/films")).toBe("text");
});

test("a digest is SHA-256 of the bytes", async () => {
  await Bun.write(join(folder, "abc"), "abc");
  expect(await digestFile(join(folder, "abc"), new AbortController().signal)).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  await chmod(join(folder, "abc"), 0o600);
});
