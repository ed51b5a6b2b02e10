import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { CaptionLook } from "../../src/domain/caption-look.ts";
import { Aspect } from "../../src/domain/frame.ts";
import { Palette, Setting } from "../../src/domain/storyboard.ts";
import { STYLES } from "../../src/picture/styles.ts";
import { openPlace, type Place } from "../helpers/kinora.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await Bun.write(join(place.folder, "file.txt"), "");
});
afterAll(() => place.remove());

const PICTURES = STYLES.length * Aspect.options.length + Setting.options.length * Palette.options.length + CaptionLook.options.length;

test("a sheet shows every style, setting, palette and look of captions", async () => {
  const first = await place.run(["styles", "--sheet", "one.jpg", "--json"]);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const told = JSON.parse(first.stdout);
  expect(told).toMatchObject({ sheet: join(place.folder, "one.jpg"), width: 2400, pictures: PICTURES });
  const probed = Bun.spawnSync(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", told.sheet]);
  expect(probed.stdout.toString().trim()).toBe(`mjpeg,2400,${told.height}`);
  expect(await place.files()).toEqual(["file.txt", "one.jpg"]);
  expect(await readdir(join(place.data, "tmp"))).toEqual([]);
});

describe("a sheet that cannot be drawn is refused with exit code 2, one sentence, and nothing written", () => {
  test.each([
    ["missing/out.jpg", "does not exist"],
    ["/proc/out.jpg", "cannot be written to"],
    ["file.txt/out.jpg", "is not a folder"],
    ["out.png", "--sheet out.jpg"],
  ])("%s", async (file, says) => {
    const before = await place.files();
    const outcome = await place.run(["styles", "--sheet", file]);
    expect({ ...outcome }).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
    expect(outcome.stderr.trim().split("\n")).toHaveLength(1);
    expect(await place.files()).toEqual(before);
  });

  test("a full disk", async () => {
    const full = join(place.folder, "full");
    await mkdir(full);
    if (Bun.spawnSync(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", full]).exitCode !== 0) return;
    try {
      expect(await place.run(["styles", "--sheet", "full"])).toMatchObject({ code: 2, stderr: expect.stringContaining("is full") });
      expect(await readdir(full)).toEqual([]);
    } finally {
      Bun.spawnSync(["umount", full]);
    }
  });
});
