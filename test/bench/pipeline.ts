import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { sceneArgs } from "../../src/media/args/scene.ts";
import { median, type Run, runMeasured, sayFigure } from "./measure.ts";

// The whole way from a storyboard of ten scenes and 60 s to a film, without the report, with two workers, against FFmpeg encoding the same
// frames from a raw file on disk with the same preset and all threads. bun test/bench/pipeline.ts [720p|1080p] [standard|draft] [runs]

const LIMITS: Record<string, number> = { "720p standard": 1.3, "720p draft": 1.6, "1080p standard": 1.5, "1080p draft": 1.9 };
const MEMORY: Record<string, number> = { "720p": 600, "1080p": 900 };
const [quality = "720p", effort = "standard", runs = "3"] = process.argv.slice(2);
const root = `${import.meta.dir}/../..`;
const work = `/tmp/kinora-bench-${process.pid}`;
const size = quality === "1080p" ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };

const LINES = [
  "The tide goes out before the sun has risen, and the sand is left smooth and dark.",
  "Behind the hills the first light finds the snow and turns it slowly to gold.",
  "A forest stands between them, still full of the cold that the night has left.",
  "Somewhere a city wakes, window after window, and the streets begin to hum.",
  "Far above it all the planets keep their slow and silent appointments.",
  "In the desert the wind has been drawing the same line for a thousand years.",
  "By noon the ocean is bright enough to hurt, and the birds are only shadows.",
  "The mountains hold their breath while clouds walk quietly over their shoulders.",
  "Evening comes to the trees first, and then to everything that stands below them.",
  "And when the last lamp in the town goes out, the stars are there again.",
];
const SETTINGS = ["ocean", "mountains", "forest", "city", "space", "desert", "ocean", "mountains", "forest", "city"];
const PALETTES = ["dawn", "dawn", "day", "dawn", "night", "day", "day", "sunset", "sunset", "night"];

const storyboard = {
  title: "A Day",
  scenes: LINES.map((narration, index) => ({
    id: `s${index}`,
    narration,
    duration: 6,
    visual: { kind: "scenery", setting: SETTINGS[index], palette: PALETTES[index], seed: index },
  })),
};

/** Makes the film in a data folder of its own. */
async function make(name: string, env: Record<string, string> = {}): Promise<Run> {
  const out = `${work}/${name}`;
  mkdirSync(out, { recursive: true });
  const run = await runMeasured(
    [
      `${root}/dist/kinora`,
      "make",
      "--storyboard",
      `${work}/board.json`,
      "--quality",
      quality,
      "--effort",
      effort,
      "--no-report",
      "--quiet",
    ].concat([...["--workers", "2", "--data", `${out}/data`, "--out", `${out}/film.mp4`]]),
    { env },
  );
  if (run.code !== 0) throw new Error(run.stderr);
  if (!env.FFMPEG_BIN) rmSync(`${out}/data`, { recursive: true });
  return run;
}

/** The frames as our drawing gives them to the encoder: a program in FFmpeg's place keeps what it is sent. */
async function dumpFrames(): Promise<string> {
  const ffmpeg = Bun.which("ffmpeg")!;
  const tee = `${work}/ffmpeg`;
  mkdirSync(`${work}/raw`, { recursive: true });
  await Bun.write(
    tee,
    `#!/bin/sh\ncase "$*" in *rawvideo*) tee "${work}/raw/$(date +%s%N)-$$.yuv" | "${ffmpeg}" "$@";; *) exec "${ffmpeg}" "$@";; esac\n`,
  );
  chmodSync(tee, 0o755);
  await make("dump", { FFMPEG_BIN: tee, FFPROBE_BIN: Bun.which("ffprobe")! });
  const files = readdirSync(`${work}/raw`)
    .sort()
    .map((name) => `${work}/raw/${name}`);
  const raw = `${work}/frames.yuv`;
  await Bun.$`cat ${files} > ${raw}`;
  rmSync(`${work}/raw`, { recursive: true });
  return raw;
}

/** FFmpeg alone, with the arguments of our scenes but all threads. */
async function encodeBare(raw: string): Promise<Run> {
  const frames = Math.round(statSync(raw).size / (size.width * size.height * 1.5));
  const args = sceneArgs(
    { size, fps: 30, effort: effort as "draft" | "standard", frames } as Parameters<typeof sceneArgs>[0],
    `${work}/bare.mp4`,
  )
    .map((arg) => (arg === "pipe:0" || arg === "-" || arg === "pipe:" ? raw : arg))
    .flatMap((arg, index, all) => (arg === "-threads" || all[index - 1] === "-threads" ? [] : [arg]));
  const run = await runMeasured(["ffmpeg", "-y", ...args.filter((arg) => arg !== "-n")]);
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

mkdirSync(work, { recursive: true });
try {
  await Bun.write(`${work}/board.json`, JSON.stringify(storyboard));
  const raw = await dumpFrames();
  const bare: Run[] = [];
  const ours: Run[] = [];
  for (let index = 0; index < Number(runs); index++) {
    bare.push(await encodeBare(raw));
    ours.push(await make(`run-${index}`));
    console.log(`  bare ${bare.at(-1)!.seconds.toFixed(1)} s, ours ${ours.at(-1)!.seconds.toFixed(1)} s`);
  }
  const name = `${quality} ${effort}`;
  sayFigure(
    `${name}, whole pipeline against bare encode`,
    median(ours.map(({ seconds }) => seconds)) / median(bare.map(({ seconds }) => seconds)),
    LIMITS[name]!,
    "x",
  );
  sayFigure(
    `${name}, peak memory with children (resident)`,
    Math.max(...ours.map(({ residentMb }) => residentMb)),
    MEMORY[quality]!,
    " MB",
  );
  sayFigure(
    `${name}, peak memory with children (proportional)`,
    Math.max(...ours.map(({ proportionalMb }) => proportionalMb)),
    MEMORY[quality]!,
    " MB",
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
