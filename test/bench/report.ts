/**
 * What the quality report costs beside encoding, and what an encoder needs of memory: `bun test/bench/report.ts [seconds]`.
 * Frames drift over a soft fractal, so that they compress as pictures do. Prints figures; asserts nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Effort, FrameSize } from "../../src/domain/frame.ts";
import { EFFORTS } from "../../src/media/args/scene.ts";
import { encodeScene } from "../../src/media/encode.ts";
import { findFfmpeg } from "../../src/media/find.ts";
import { joinFilm } from "../../src/media/join.ts";
import { measureFilm } from "../../src/media/quality.ts";
import { encodeSound } from "../../src/media/sound.ts";
import { runProcess, tellChildren } from "../../src/system/process.ts";

const FPS = 30;
const seconds = Number(process.argv[2] ?? 10);
const frames = seconds * FPS;
const signal = new AbortController().signal;
const programs = await findFfmpeg({ env: process.env, signal });
const folder = mkdtempSync(join(tmpdir(), "kinora-bench-report-"));
const children = new Set<number>();
tellChildren(({ pid, alive }) => void (alive ? children.add(pid) : children.delete(pid)));

/** Seconds that something took, and the most memory that any one child had meanwhile, in MB. */
async function timed(work: () => Promise<unknown>): Promise<{ tookSec: number; childMb: number }> {
  let childMb = 0;
  const look = setInterval(() => {
    for (const pid of children) {
      try {
        childMb = Math.max(childMb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
      } catch {}
    }
  }, 50);
  const start = performance.now();
  await work();
  clearInterval(look);
  return { tookSec: (performance.now() - start) / 1000, childMb };
}

async function ff(args: string[]): Promise<void> {
  const ended = await runProcess([programs.ffmpeg, "-v", "error", "-nostdin", "-y", ...args]);
  if (ended.code !== 0) throw new Error(ended.stderr);
}

async function bench(name: string, size: FrameSize, effort: Effort): Promise<void> {
  const [raw, scene, sound, film] = ["raw.yuv", "scene.mp4", "sound.m4a", "film.mp4"].map((file) => join(folder, file)) as [
    string,
    string,
    string,
    string,
  ];
  const { width, height } = size;
  const still = `mandelbrot=s=${width * 2}x${height * 2}:maxiter=400,trim=end_frame=1,gblur=1.2,loop=-1:1`;
  const drift = `crop=${width}:${height}:${width / 2}+2*n:${height / 2}+n,format=yuv420p`;
  await ff(["-f", "lavfi", "-i", `${still},${drift}`, "-frames:v", String(frames), "-f", "rawvideo", raw]);
  const { preset, crf } = EFFORTS[effort];
  const input = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", `${width}x${height}`, "-r", String(FPS), "-i", raw];
  const bare = await timed(() => ff([...input, "-c:v", "libx264", "-preset", preset, "-crf", String(crf), join(folder, "bare.mp4")]));
  const ours = await timed(async () => {
    const encoder = encodeScene({ ffmpeg: programs.ffmpeg, out: scene, size, fps: FPS, effort, frames, signal });
    const bytes = (width * height * 3) / 2;
    for (let index = 0; index < frames; index++)
      await encoder.write(
        await Bun.file(raw)
          .slice(index * bytes, (index + 1) * bytes)
          .bytes(),
      );
    await encoder.finish();
  });
  const encoder = encodeSound({ ffmpeg: programs.ffmpeg, out: sound, frames: seconds * 48_000, language: "en", signal });
  for (let second = 0; second < seconds; second++)
    await encoder.write(Float32Array.from({ length: 96_000 }, (_, index) => 0.3 * Math.sin(index / 30)));
  await encoder.finish();
  const words = { title: "Bench", comment: "", chapters: [] };
  await joinFilm({
    ...words,
    ffmpeg: programs.ffmpeg,
    scenes: [scene],
    sound,
    fps: FPS,
    frames,
    language: "en",
    temporary: folder,
    out: film,
    signal,
  });
  const expect = { durationSec: seconds, size, fps: FPS, language: "en", joinsSec: [seconds / 2], silent: false, ownMedia: false };
  const report = await timed(() => measureFilm({ programs, film, expect, signal }));
  const megabits = (Bun.file(film).size * 8) / 1e6 / seconds;
  const figures = [
    `bare ${bare.tookSec.toFixed(2)} s`,
    `one thread from our pipe ${ours.tookSec.toFixed(2)} s, ${ours.childMb.toFixed(0)} MB`,
    `report ${report.tookSec.toFixed(2)} s = ${(report.tookSec / bare.tookSec).toFixed(2)}x, ${report.childMb.toFixed(0)} MB`,
    `${megabits.toFixed(1)} Mbit/s`,
  ];
  console.log(`${name} ${effort}: ${figures.join("; ")}`);
}

try {
  for (const [name, size] of [
    ["720p", { width: 1280, height: 720 }],
    ["1080p", { width: 1920, height: 1080 }],
  ] as const) {
    for (const effort of ["draft", "standard"] as const) await bench(name, size, effort);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
