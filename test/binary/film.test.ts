import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { digest, KINORA, openPlace, type Place, QUICK } from "../helpers/kinora.ts";

const open: Place[] = [];
const newPlace = async () => {
  const place = await openPlace();
  open.push(place);
  return place;
};
afterAll(() => Promise.all(open.map((place) => place.remove())));

const SMALL = ["--quality", "480p", "--effort", "draft"];

type Check = { name: string; passed: boolean };
const details = async (place: Place, name = "film.json") => JSON.parse(await Bun.file(join(place.folder, name)).text());

describe("a film from a prompt", () => {
  let place: Place;
  let events: { event: string; overall_progress?: number; quality_report?: { passed: boolean; checks: Check[] } }[];
  beforeAll(async () => {
    place = await newPlace();
    const { code, stdout, stderr } = await place.run(["make", "A sunset over the ocean", ...SMALL, "--duration-target", "16", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  });

  test("leaves the film and what belongs beside it", async () => {
    expect(await place.files()).toEqual(["film.jpg", "film.json", "film.mp4", "film.srt", "film.vtt"]);
  });

  test("passes every check of its quality report", () => {
    const { passed, checks } = events.at(-1)!.quality_report!;
    expect(checks.filter((check) => !check.passed)).toEqual([]);
    expect(passed).toBe(true);
    expect(checks.length).toBeGreaterThan(8);
  });

  test("tells its progress from 0 to 100 and never back", () => {
    const told = events.flatMap(({ event, overall_progress }) => (event === "progress" ? [overall_progress!] : []));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(100);
    expect(events.at(-1)!.event).toBe("completed");
  });

  test("says how it was made and owes thanks to whom it should", async () => {
    const { storyboard, parameters, made_from, credits, notes } = await details(place);
    expect(made_from).toEqual({ prompt: "A sunset over the ocean" });
    expect(parameters).toMatchObject({ style: "cinematic", aspect: "16:9", duration_target: 16, language: "en" });
    expect(["theme", "wordnet", "visual"]).toContain(storyboard.origin);
    expect(storyboard.credits.length).toBeGreaterThan(1);
    expect({ credits, notes }).toBeDefined();
  });

  test("has at least three captions", async () => {
    const srt = await Bun.file(join(place.folder, "film.srt")).text();
    expect(srt.match(/-->/g)!.length).toBeGreaterThanOrEqual(3);
  });

  test("is the same film again from its film.json", async () => {
    const before = await digest(join(place.folder, "film.mp4"));
    const again = await place.run(["make", "--storyboard", "film.json", "--out", "again.mp4", "--quiet"]);
    expect(again).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await digest(join(place.folder, "again.mp4"))).toBe(before);
  });
});

test("the same request gives the same bytes, twice and in another folder, and says nothing of either", async () => {
  const [here, there] = [await newPlace(), await newPlace()];
  await mkdir(join(there.folder, "deep er"));
  for (const [place, out] of [
    [here, "film.mp4"],
    [there, "deep er/other.mp4"],
  ] as const) {
    expect(await place.run(["make", "A quiet forest", ...QUICK, "--out", out, "--quiet"])).toMatchObject({ code: 0, stderr: "" });
  }
  const [first, second] = [join(here.folder, "film.mp4"), join(there.folder, "deep er/other.mp4")];
  expect(await digest(second)).toBe(await digest(first));
  const bytes = Buffer.from(await Bun.file(first).bytes());
  for (const trace of [here.folder, there.folder, "kinora-place", String(new Date().getUTCFullYear())])
    expect(bytes.includes(trace)).toBe(false);
});

/** The options with which this user may run a program in a network namespace of its own, if any. */
const ALONE = ["-n", "-rn"].find((option) => Bun.spawnSync(["unshare", option, "true"]).exitCode === 0);

test.skipIf(ALONE === undefined)("a film is the same with no network and no keys in the environment", async () => {
  const [online, offline] = [await newPlace(), await newPlace()];
  const args = ["make", "Snow on the mountains", ...QUICK, "--quiet"];
  expect(await online.run(args, { env: { OPENAI_API_KEY: "x", PEXELS_API_KEY: "y" } })).toMatchObject({ code: 0 });
  const child = Bun.spawnSync(["unshare", ALONE!, KINORA, ...args], {
    cwd: offline.folder,
    env: { PATH: process.env.PATH, HOME: offline.folder },
  });
  expect({ code: child.exitCode, stderr: child.stderr.toString() }).toEqual({ code: 0, stderr: "" });
  expect(await digest(join(offline.folder, "film.mp4"))).toBe(await digest(join(online.folder, "film.mp4")));
});

describe("words that mean something elsewhere are only words", () => {
  test.each([
    ["100% sure"],
    ["a':textfile=/etc/passwd:x='b"],
    ["{\\fs100000}big"],
    ["One line\nDialogue: 0,0:00:00.00,9:59:59.99,Default,,0,0,0,,injected"],
    ["\u202eright to left\u202c and <b>bold</b> & more"],
    ["🌊🌅🐬"],
    [`${"x".repeat(10_000)}`],
    ["$(touch pwned) `touch pwned` ; touch pwned"],
    ["--"],
  ])("%j", async (prompt) => {
    const place = await newPlace();
    const { code, stderr } = await place.run(["make", ...QUICK, "--quiet", "--", prompt]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await place.files()).toEqual(["film.jpg", "film.json", "film.mp4", "film.srt", "film.vtt"]);
    const srt = await Bun.file(join(place.folder, "film.srt")).text();
    expect(srt).not.toContain("root:");
    expect(srt).not.toContain("\u202e");
  });
});

test("file names with quotes, colons, brackets, percent signs and leading dashes are only names", async () => {
  const place = await newPlace();
  const odd = '-it\'s [a] {film}: 100%d "x" #1;&.mp4';
  const { code, stderr } = await place.run(["make", "A lake", ...QUICK, "--quiet", `--out=./${odd}`]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(await place.files()).toContain(odd);
});

describe("a storyboard by hand", () => {
  test("with one's own pictures, clips, sounds and lengths", async () => {
    const place = await newPlace();
    const ffmpeg = async (...args: string[]) =>
      expect(await Bun.spawn(["ffmpeg", "-v", "error", ...args], { cwd: place.folder }).exited).toBe(0);
    await ffmpeg("-f", "lavfi", "-i", "testsrc2=size=900x700:rate=1", "-frames:v", "1", "pic'ture [1].png");
    await ffmpeg("-f", "lavfi", "-i", "testsrc=size=320x240:rate=25", "-t", "2", "-pix_fmt", "yuv420p", "file:-- clip: 2%.mp4");
    await ffmpeg("-f", "lavfi", "-i", "sine=frequency=440:duration=3", "sound.wav");
    const scenes = [
      { narration: "A picture of my own.", title: "One", visual: { kind: "picture", path: "pic'ture [1].png" }, duration: 4 },
      { narration: "A clip of my own.", visual: { kind: "clip", path: "-- clip: 2%.mp4" }, duration: 3.5, transition: "cut" },
      { narration: "Spoken by me.", sound: { path: "sound.wav" }, duration: 3 },
      { narration: "And a landscape." },
    ];
    await Bun.write(join(place.folder, "board.json"), JSON.stringify({ title: "Mine", scenes }));
    const { code, stderr } = await place.run(["make", "--storyboard", "board.json", ...SMALL, "--quiet"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { timeline, storyboard } = await details(place);
    expect(timeline.scenes.slice(0, 3).map(({ duration }: { duration: number }) => duration)).toEqual([4, 3.5, 3]);
    expect(storyboard.scenes[3].visual.kind).toBe("scenery");
  });
});

test("a script keeps every word, from a file or from standard input, in Spanish too", async () => {
  const place = await newPlace();
  const script =
    "# La mañana\n\nEl mar despierta despacio. Las gaviotas vuelan sobre el puerto, y los barcos salen uno a uno.\n\n- Primero la luz.\n- Después el viento.\n";
  const { code, stderr } = await place.run(["make", "--script", "-", ...SMALL, "--aspect", "9:16", "--quiet"], { stdin: script });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { storyboard, quality_report } = await details(place);
  expect(storyboard.language).toBe("es");
  const spoken = storyboard.scenes.map(({ narration }: { narration: string }) => narration).join(" ");
  for (const word of ["mañana", "despierta", "gaviotas,", "puerto", "Primero", "viento"]) expect(spoken).toContain(word.replace(",", ""));
  expect(quality_report.checks.filter((check: Check) => !check.passed)).toEqual([]);
});

test("--keep leaves scenes, voices and sound beside the film", async () => {
  const place = await newPlace();
  expect(await place.run(["make", "A lake", ...QUICK, "--keep", "--quiet"])).toMatchObject({ code: 0 });
  expect(await place.files()).toContain("film.parts");
  await rename(join(place.folder, "film.parts", "scene-001.mp4"), join(place.folder, "scene.mp4"));
});
