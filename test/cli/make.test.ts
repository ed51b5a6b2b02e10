import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "../../src/cli/data-folder.ts";
import { make } from "../../src/cli/make.ts";
import type { OpenStudio, StudioOptions, Surroundings } from "../../src/cli/studio.ts";
import { ERROR_CODES, type ErrorCode, KinoraError } from "../../src/domain/error.ts";
import type { JobOrder } from "../../src/domain/wire.ts";
import { film, openSurroundings } from "./surroundings.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-make-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A studio that notes what it is asked for and answers with a film, or fails. */
function openFakeStudio(failure?: unknown) {
  const asked: { options?: StudioOptions; order?: Omit<JobOrder, "costs">; signal?: AbortSignal; closed: boolean } = { closed: false };
  const openStudio: OpenStudio = async (options) => {
    asked.options = options;
    return {
      async run(order, listener, signal) {
        Object.assign(asked, { order, signal });
        listener.log("WARNING", "plan", "A note.");
        if (failure !== undefined) throw failure;
        return film();
      },
      task: () => Promise.reject(new Error("No film is one task.")),
      close: async () => {
        asked.closed = true;
      },
    };
  };
  return { asked, openStudio };
}

async function run(args: string[], rest: Partial<Surroundings> = {}, failure?: unknown) {
  const { asked, openStudio } = openFakeStudio(failure);
  const { around, said } = openSurroundings({ cwd: folder, ...rest });
  const code = await make(args, around, openStudio);
  return { code, asked, said, request: asked.order?.request };
}

describe("the request", () => {
  test("is the words of the prompt, one after the other", async () => {
    const { request, code } = await run(["A", "sunset", "over", "the ocean"]);
    expect(code).toBe(0);
    expect(request).toMatchObject({ prompt: "A sunset over the ocean", style: "cinematic", aspect: "16:9", quality: "720p", fps: 30 });
  });

  test("takes every field from the flag of its name", async () => {
    const flags =
      "--duration-target 30 --voice flite-rms --language en --scene-count 4 --aspect 9:16 --quality 1080p --fps 25 --effort best";
    const { request } = await run(["x", ...flags.split(" "), "--captions", "off", "--music", "calm", "--seed", "5", "--title", "T"]);
    expect(request).toEqual({
      prompt: "x",
      duration_target: 30,
      style: "cinematic",
      voice: "flite-rms",
      language: "en",
      scene_count: 4,
      aspect: "9:16",
      quality: "1080p",
      fps: 25,
      effort: "best",
      captions: "off",
      music: "calm",
      seed: 5,
      title: "T",
    });
  });

  test.each([
    [["--captions", "pill"], "pill"],
    [["--caption-size", "1.5"], { size: 1.5 }],
    [
      ["--captions", "box", "--caption-position", "top", "--caption-color", "#FFEEAA"],
      { look: "box", size: 1, position: "top", color: "#ffeeaa" },
    ],
    [["--captions", "off", "--caption-size", "2"], "off"],
  ])("takes the captions' settings from %j", async (flags, captions) => {
    expect((await run(["x", ...flags])).request).toMatchObject({ captions });
  });

  test("changes single settings of a film.json's captions", async () => {
    const details = {
      parameters: { captions: { look: "pop", size: 1.2, color: "#ffffff" } },
      storyboard: { scenes: [{ narration: "Hello" }] },
    };
    await Bun.write(join(folder, "captions.json"), JSON.stringify(details));
    const { request } = await run(["--storyboard", "captions.json", "--caption-size", "0.8"]);
    expect(request?.captions).toEqual({ look: "pop", size: 0.8, color: "#ffffff" });
  });

  test("takes what a style is told as JSON or from a file of it", async () => {
    const told = { motion: "slow", palette: "night" };
    await Bun.write(join(folder, "look.json"), JSON.stringify(told));
    for (const given of [JSON.stringify(told), "look.json"])
      expect((await run(["x", "--style", "custom", "--custom", given])).request).toMatchObject({ style: "custom", custom: told });
  });

  test("forgets what another style was told", async () => {
    const details = { parameters: { style: "custom", custom: { motion: "slow" } }, storyboard: { scenes: [{ narration: "Hello" }] } };
    await Bun.write(join(folder, "told.json"), JSON.stringify(details));
    expect((await run(["--storyboard", "told.json"])).request).toMatchObject(details.parameters);
    expect((await run(["--storyboard", "told.json", "--style", "social"])).request).not.toHaveProperty("custom");
  });

  test("is a script from a file or from standard input", async () => {
    await Bun.write(join(folder, "story.txt"), "From a file.");
    expect((await run(["--script", "story.txt"])).request).toMatchObject({ script: "From a file." });
    const stdin = () => new Blob(["From a pipe."]).stream();
    expect((await run(["--script", "-"], { stdin })).request).toMatchObject({ script: "From a pipe." });
  });

  test("is a film.json with its parameters, over which flags have the last word", async () => {
    const details = {
      parameters: { aspect: "1:1", seed: 9, quality: "480p" },
      storyboard: { scenes: [{ narration: "Hello" }] },
      notes: [],
    };
    await Bun.write(join(folder, "film.json"), JSON.stringify(details));
    const { request } = await run(["--storyboard", "film.json", "--quality", "1080p"]);
    expect(request).toMatchObject({ aspect: "1:1", seed: 9, quality: "1080p", storyboard: { scenes: [{ narration: "Hello" }] } });
  });

  test("is one prompt that begins with a dash after two of them", async () => {
    expect((await run(["--", "--help me"])).request).toMatchObject({ prompt: "--help me" });
  });

  test.each([
    [[], "Say what the film is about"],
    [["x", "--script", "y"], "only one of"],
    [["--script", "none.txt"], "There is no file"],
    [["x", "--workers", "0"], "from 1 to 64"],
    [["x", "--workers", "65"], "from 1 to 64"],
    [["x", "--workers", "1.5"], "from 1 to 64"],
    [["x", "--workers", "two"], "takes a number"],
    [["x", "--data", ""], "--data is empty"],
    [["x", "--custom", '{"motion": "slow"}'], "custom: is for the style custom alone"],
    [["x", "--style", "custom", "--custom", '{"motion"'], "--custom is not valid JSON"],
    [["x", "--style", "custom", "--custom", "none.json"], "There is no file"],
    [["x", "--style", "custom", "--custom", '{"fonts": {"heading": "comic"}}'], "is no embedded font"],
  ])("%j is refused before anything starts", async (args, says) => {
    const refused = await run(args as string[]).catch((error: KinoraError) => ({ code: 2, said: { err: error.message }, asked: {} }));
    expect(refused).toMatchObject({ code: 2, said: { err: expect.stringContaining(says) }, asked: {} });
    expect(refused.asked).not.toHaveProperty("options");
  });
});

describe("where the film goes", () => {
  test.each([
    [undefined, "film.mp4"],
    ["other.mp4", "other.mp4"],
    ["OTHER.MP4", "OTHER.MP4"],
    ["other", "other.mp4"],
    ["folder", "folder/film.mp4"],
    ["folder/", "folder/film.mp4"],
    ["folder/a.b.mp4", "folder/a.b.mp4"],
    ["-dash.mp4", "-dash.mp4"],
    ["../x.mp4", "../x.mp4"],
    ["%d.mp4", "%d.mp4"],
  ])("--out %j", async (out, expected) => {
    await mkdir(join(folder, "folder"));
    const { asked, code } = await run(["x", ...(out === undefined ? [] : [`--out=${out}`])]);
    expect(code).toBe(0);
    expect(asked.order!.out).toBe(join(folder, expected));
  });

  test.each([
    ["", "--out is empty"],
    ["  ", "--out is empty"],
    ["film.avi", "film.mp4"],
    ["missing/film.mp4", "does not exist"],
    ["missing/", "does not exist"],
    [`${"x".repeat(260)}.mp4`, "too long"],
    [`${"x".repeat(251)}.mp4`, "too long"],
    ["taken.mp4", "taken.srt is a folder"],
  ])("--out %j is refused before anything starts", async (out, says) => {
    await mkdir(join(folder, "taken.srt"));
    const { code, said, asked } = await run(["x", `--out=${out}`]);
    expect({ code, err: said.err }).toEqual({ code: 2, err: expect.stringContaining(says) });
    expect(asked.options).toBeUndefined();
  });

  test("a folder that has the film's own name is refused", async () => {
    await mkdir(join(folder, "film.mp4"));
    expect(await run(["x"])).toMatchObject({ code: 2, said: { err: expect.stringContaining("is a folder") } });
  });
});

describe("where finished parts are kept", () => {
  const HOME = "/home/me";
  test.each([
    ["what --data says", "mine", { KINORA_DATA: "/k", XDG_DATA_HOME: "/x", HOME }, "/here/mine"],
    ["KINORA_DATA", undefined, { KINORA_DATA: "k", XDG_DATA_HOME: "/x", HOME }, "/here/k"],
    ["XDG_DATA_HOME", undefined, { KINORA_DATA: "", XDG_DATA_HOME: "/x", HOME }, "/x/kinora"],
    ["the home when XDG_DATA_HOME is relative, as its rules say", undefined, { XDG_DATA_HOME: "x", HOME }, "/home/me/.local/share/kinora"],
    ["the home", undefined, { HOME }, "/home/me/.local/share/kinora"],
  ])("%s", (_where, given, env, expected) => expect(dataFolder(given, env, "/here")).toBe(expected));

  test.each([[{}], [{ HOME: "" }], [{ HOME: "relative" }]])("nowhere with %j, which says how to name one", (env) =>
    expect(() => dataFolder(undefined, env, "/here")).toThrow("--data"),
  );
});

describe("the studio", () => {
  test.each([
    [[], 2, 2],
    [[], 32, 8],
    [["--workers", "64"], 2, 64],
  ])("has with %j on %i processors %i workers", async (args, processors, workers) => {
    expect((await run(["x", ...args], { processors })).asked.options!.workers).toBe(workers);
  });

  test("is told what to keep and whether to measure, stops on an interrupt, and is closed", async () => {
    const interrupted = new AbortController().signal;
    const { asked } = await run(["x", "--keep", "--no-report", "--data", "d"], { interrupted });
    expect(asked).toMatchObject({ closed: true, options: { dataFolder: join(folder, "d") }, order: { keepParts: true, report: false } });
    expect(asked.signal).toBe(interrupted);
    expect((await run(["x"])).asked.order).toMatchObject({ keepParts: false, report: true });
  });

  test.each(Object.entries(ERROR_CODES).map(([code, { exit }]) => [code as ErrorCode, exit] as const))(
    "that fails with %s makes the command exit with %i, and is closed",
    async (errorCode, exit) => {
      const { code, said, asked } = await run(["x", "--quiet"], {}, new KinoraError(errorCode, "What happened."));
      expect(code).toBe(exit);
      expect(said.err).toStartWith("kinora: What happened.\n");
      expect(said.out).toBe("");
      expect(asked.closed).toBe(true);
    },
  );
});

describe("what is said", () => {
  test("as text: the film and its notes", async () => {
    const { said } = await run(["x"]);
    expect(said.out).toContain("Note: A note.\n");
    expect(said.out).toContain("/films/film.mp4  1m 05s, 1.5 MB");
    expect(said.err).toBe("");
  });

  test("as JSON: a line an event", async () => {
    const { said } = await run(["x", "--json"]);
    const events = said.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(["log", "completed"]);
    expect(events.at(-1)).toMatchObject({ video: "/films/film.mp4", duration: 65, quality_report: { passed: true } });
  });

  test("quietly: nothing", async () => expect((await run(["x", "-q"])).said).toEqual({ out: "", err: "" }));

  test("of itself when asked", async () => {
    const { code, said, asked } = await run(["--help", "x"]);
    expect(code).toBe(0);
    expect(said.out).toContain("--duration-target SECONDS");
    expect(asked.options).toBeUndefined();
  });
});
