import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { frameSize, type Quality } from "../../src/domain/frame.ts";
import { EFFORTS } from "../../src/media/args/scene.ts";
import { medianOf, type Run, runMeasured, sayFigure } from "./measure.ts";

// The whole way from a storyboard of ten scenes and 60 s to a film, without the report, with two workers, against FFmpeg encoding the same
// frames from a raw file on disk with the same preset, quality and all threads.
// bun test/bench/pipeline.ts [720p|1080p] [standard|draft] [runs] [scenes, 6 s each]
// KINORA names the program (dist/kinora); FRAMES a folder in which frames are kept for the next time.

const LIMITS: Record<string, number> = { "720p standard": 1.3, "720p draft": 1.6, "1080p standard": 1.5, "1080p draft": 1.9 };
const MEMORY: Record<string, number> = { "720p": 600, "1080p": 900 };
const [quality = "720p", effort = "standard", runs = "3", count = "10"] = process.argv.slice(2) as [Quality, "standard" | "draft", string];
const root = `${import.meta.dir}/../..`;
const program = process.env.KINORA ?? `${root}/dist/kinora`;
const work = `/tmp/kinora-bench-${process.pid}`;
const size = frameSize("16:9", quality);

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
  scenes: Array.from({ length: Number(count) }, (_, index) => ({
    id: `s${index}`,
    narration: LINES[index % LINES.length],
    duration: 6,
    visual: { kind: "scenery", setting: SETTINGS[index % 10], palette: PALETTES[index % 10], seed: index },
  })),
};

/** Makes the film in a data folder of its own. */
async function make(name: string, env: Record<string, string> = {}): Promise<Run> {
  const out = `${work}/${name}`;
  mkdirSync(out, { recursive: true });
  const wanted = ["--storyboard", `${work}/board.json`, "--quality", quality, "--effort", effort];
  const how = ["--no-report", "--quiet", "--workers", "2", "--data", `${out}/data`, "--out", `${out}/film.mp4`];
  const run = await runMeasured([program, "make", ...wanted, ...how], { env });
  if (run.code !== 0) throw new Error(run.stderr);
  rmSync(out, { recursive: true });
  return run;
}

/** The frames as our drawing gives them to the encoder: a program in FFmpeg's place keeps what it is sent. */
async function dumpFrames(folder: string): Promise<string> {
  const raw = `${folder}/frames-${quality}-${count}.yuv`;
  if (existsSync(raw)) return raw;
  const ffmpeg = Bun.which("ffmpeg")!;
  const tee = `${work}/ffmpeg`;
  const parts = `${folder}/parts`;
  mkdirSync(parts, { recursive: true });
  const keep = `tee "${parts}/$(date +%s%N)-$$.yuv" | "${ffmpeg}" "$@"`;
  await Bun.write(tee, `#!/bin/sh\ncase "$*" in *rawvideo*pipe:0*) ${keep};; *) exec "${ffmpeg}" "$@";; esac\n`);
  chmodSync(tee, 0o755);
  await make("dump", { FFMPEG_BIN: tee, FFPROBE_BIN: Bun.which("ffprobe")! });
  for (const name of readdirSync(parts).sort()) {
    await Bun.$`cat ${parts}/${name} >> ${raw}`;
    rmSync(`${parts}/${name}`);
  }
  return raw;
}

/** FFmpeg alone: the same frames, preset and constant rate factor, everything else as it comes, all threads. */
async function encodeBare(raw: string): Promise<Run> {
  const { preset, crf } = EFFORTS[effort];
  const input = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", `${size.width}x${size.height}`, "-framerate", "30", "-i", raw];
  const run = await runMeasured(
    ["ffmpeg", "-v", "error", "-nostdin", "-y", ...input, "-c:v", "libx264"].concat([
      "-preset",
      preset,
      "-crf",
      `${crf}`,
      `${work}/bare.mp4`,
    ]),
  );
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

mkdirSync(work, { recursive: true });
try {
  await Bun.write(`${work}/board.json`, JSON.stringify(storyboard));
  const raw = await dumpFrames(process.env.FRAMES ?? work);
  const bare: Run[] = [];
  const ours: Run[] = [];
  const say = ({ seconds, processorSec }: Run) => `${seconds.toFixed(1)} s (processors ${processorSec.toFixed(1)} s)`;
  for (let index = 0; index < Number(runs); index++) {
    bare.push(await encodeBare(raw));
    ours.push(await make(`run-${index}`));
    console.log(`  bare ${say(bare.at(-1)!)}, ours ${say(ours.at(-1)!)}`);
  }
  const name = `${quality} ${effort}, ${Number(count) * 6} s`;
  const limit = LIMITS[`${quality} ${effort}`]!;
  const ratio = (figure: "seconds" | "processorSec") => medianOf(ours, figure) / medianOf(bare, figure);
  sayFigure(`${name}, whole pipeline against bare encode`, ratio("seconds"), limit, "x");
  sayFigure(`${name}, the same in processor time`, ratio("processorSec"), limit, "x");
  const most = (figure: "residentMb" | "proportionalMb") => Math.max(...ours.map((run) => run[figure]));
  sayFigure(`${name}, peak memory with children (resident)`, most("residentMb"), MEMORY[quality]!, " MB");
  sayFigure(`${name}, peak memory with children (proportional)`, most("proportionalMb"), MEMORY[quality]!, " MB");
} finally {
  rmSync(work, { recursive: true, force: true });
}
