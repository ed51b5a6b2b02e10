import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmod, mkdir, readdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { openPlace, type Place } from "../helpers/kinora.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  const { folder } = place;
  await Bun.write(join(folder, "binary.txt"), new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
  await Bun.write(join(folder, "empty.txt"), " \n\t\n");
  await Bun.write(join(folder, "huge.txt"), "");
  await truncate(join(folder, "huge.txt"), 2 * 1024 ** 3);
  await Bun.write(join(folder, "board.json"), '{"scenes": [{"visual": {"kind": "picture", "path": "none.jpg"}}]}');
  await Bun.write(join(folder, "fake.mp4"), "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n");
  await Bun.write(join(folder, "sneaky.json"), '{"scenes": [{"visual": {"kind": "clip", "path": "fake.mp4"}}]}');
  await Bun.write(join(folder, "typo.json"), '{"scenes": [{"narration": "Hello", "visuel": 1}]}');
  await mkdir(join(folder, "folder"));
  Bun.spawnSync(["mkfifo", join(folder, "pipe")]);
});
afterAll(() => place.remove());

describe("what cannot be made is refused with exit code 2, one sentence, and nothing written", () => {
  test.each([
    [["make"], "Say what the film is about"],
    [["make", ""], "prompt"],
    [["make", "   \n\t"], "prompt"],
    [["make", "\u0007\u001b\u009f"], "prompt"],
    [["make", "a".repeat(20_001)], "at most 20,000 characters"],
    [["make", "A prompt", "--script", "empty.txt"], "only one of"],
    [["make", "--script", "empty.txt"], "script"],
    [["make", "--script", "binary.txt"], "not a text file"],
    [["make", "--script", "huge.txt"], "too long"],
    [["make", "--script", "pipe"], "not a regular file"],
    [["make", "--script", "missing.txt"], "There is no file"],
    [["make", "--storyboard", "typo.json"], "storyboard"],
    [["make", "--storyboard", "empty.txt"], "not valid JSON"],
    [["make", "--storyboard", "board.json"], "none.jpg"],
    [["make", "--storyboard", "sneaky.json"], "fake.mp4"],
    [["make", "x", "--duration-target", "5"], "duration_target"],
    [["make", "x", "--duration-target", "601"], "duration_target"],
    [["make", "x", "--aspect", "4:3"], "aspect"],
    [["make", "x", "--style", "baroque"], "style"],
    [["make", "x", "--language", "klingonese"], "no language tag"],
    [["make", "x", "--voice", "nobody"], "kinora voices"],
    [["make", "x", "--workers", "0"], "--workers"],
    [["make", "x", "--out", "missing/film.mp4"], "does not exist"],
    [["make", "x", "--out", "/proc/film.mp4"], "cannot be written to"],
    [["make", "x", "--out", "binary.txt/film.mp4"], "is not a folder"],
    [["make", "x", "--out", "film.avi"], "--out film.mp4"],
    [["make", "x", "--data", "binary.txt"], "data folder"],
  ])("%j", async (args, says) => {
    const before = await place.files();
    const outcome = await place.run(args.map(String));
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
    expect(outcome.stderr.trim().split("\n")).toHaveLength(1);
    expect(await place.files()).toEqual(before);
  });

  test("a full disk under --out", async () => {
    const full = join(place.folder, "full");
    await mkdir(full);
    const mounted = Bun.spawnSync(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", full]);
    if (mounted.exitCode !== 0) return;
    try {
      const outcome = await place.run(["make", "x", "--out", "full/film.mp4"]);
      expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining("is full") });
      expect(await readdir(full)).toEqual([]);
    } finally {
      Bun.spawnSync(["umount", full]);
    }
  });

  test("with --json the reason is a line of JSON", async () => {
    const { stdout, code } = await place.run(["make", "", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout.trim())).toMatchObject({ event: "failed", error_code: "invalid_request" });
  });
});

describe("FFmpeg's faults have codes of their own and leave nothing", () => {
  const fake = async (name: string, body: string) => {
    const path = join(place.folder, name);
    await Bun.write(path, `#!/bin/sh\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  };
  const real = Bun.which("ffmpeg")!;
  const probe = Bun.which("ffprobe")!;

  test.each([
    ["missing", "", 3],
    ["too old", 'echo "ffmpeg version 4.1.3 Copyright (c) 2000-2019 the FFmpeg developers"', 4],
    ["killed at work", `case "$*" in *"-f rawvideo"*) kill -9 $$;; *) exec "${real}" "$@";; esac`, 5],
    ["lying about its exit code", `case "$*" in *"-f rawvideo"*) cat > /dev/null; exit 0;; *) exec "${real}" "$@";; esac`, 7],
  ])("%s", async (name, body, code) => {
    const path = body ? await fake("fake-ffmpeg", body) : join(place.folder, "nowhere");
    const env = { FFMPEG_BIN: path, FFPROBE_BIN: probe };
    const outcome = await place.run(
      ["make", "A lake", "--quality", "480p", "--duration-target", "10", "--data", join(place.folder, `.data/${name}`)],
      { env },
    );
    expect({ name, code: outcome.code, stderr: outcome.stderr }).toEqual({ name, code, stderr: expect.stringContaining("kinora: ") });
    expect((await place.files()).filter((file) => file.startsWith("film") || file.includes("part"))).toEqual([]);
    expect(await readdir(join(place.folder, `.data/${name}/tmp`)).catch(() => [])).toEqual([]);
  });

  test("found nowhere", async () => {
    const outcome = await place.run(["make", "A lake"], { env: { PATH: place.folder } });
    expect(outcome).toMatchObject({ code: 3, stderr: expect.stringContaining("apt install ffmpeg") });
  });
});
