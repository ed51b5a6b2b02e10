import { stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Film } from "../domain/artifacts.ts";
import { KinoraError } from "../domain/error.ts";
import { frameSize } from "../domain/frame.ts";
import { type ResolvedRequest, resolveRequest } from "../domain/job.ts";
import { checkOutputFolder } from "../system/files.ts";
import { dataFolder } from "./data-folder.ts";
import { describeFlags, parseFlags } from "./flags.ts";
import { MAKE_FLAGS } from "./make-flags.ts";
import { openReporter, type Reporter } from "./reporter.ts";
import { readRequest } from "./request.ts";
import type { OpenStudio, Surroundings } from "./studio.ts";

const MAKE_HELP = `Usage: kinora make [PROMPT] [options]
       kinora make --script FILE|- [options]
       kinora make --storyboard FILE [options]

Makes a film from a prompt, from the exact words of a script, or from a storyboard, and leaves
film.mp4, film.srt, film.vtt, film.jpg (poster) and film.json (storyboard, parameters, credits, report).

${describeFlags(MAKE_FLAGS)}

Examples:
  kinora make "A sunset over the ocean"
  kinora make "How volcanoes work" --duration-target 30 --aspect 9:16 --out volcano.mp4
  kinora make --script story.md --voice flite-rms --quality 1080p
  kinora make --script - --language es < guion.txt
  kinora make --storyboard film.json --title "Second cut"
  kinora make "Tea" --style custom --custom '{"palette": {"background_top": "#0b3d2e", "accent": "#e4572e"}, "motion": "slow"}'

The same command again goes on from what was finished, and the same request gives the same film.
`;

/** Where the film goes: the file named, or film.mp4 in the folder named. */
async function outputPath(out: string | undefined, cwd: string): Promise<string> {
  if (out === undefined) return join(cwd, "film.mp4");
  if (out.trim() === "") throw new KinoraError("output_unwritable", "--out is empty. Name a file such as film.mp4.");
  const path = resolve(cwd, out);
  const isFolder = out.endsWith("/") || (await stat(path).catch(() => undefined))?.isDirectory();
  if (isFolder) return join(path, "film.mp4");
  const extension = extname(path).toLowerCase();
  if (extension === "") return `${path}.mp4`;
  if (extension !== ".mp4") throw new KinoraError("invalid_request", `A film is an MP4 file: --out ${basename(path, extname(path))}.mp4`);
  return path;
}

/** Refuses a place that a film cannot take in the end: a name too long, or one that a folder has. */
async function checkNames(out: string): Promise<void> {
  const stem = out.replace(/\.mp4$/i, "");
  for (const path of [out, ...["srt", "vtt", "jpg", "json"].map((extension) => `${stem}.${extension}`)]) {
    const refuse = (why: string) => new KinoraError("output_unwritable", `${why} Name another file with --out.`);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENAMETOOLONG") throw refuse(`The name ${basename(out)} is too long.`);
    });
    if (found?.isDirectory()) throw refuse(`${path} is a folder.`);
  }
}

/** A generous guess of what a film and its companions take on the disk. */
function bytesNeeded(request: ResolvedRequest): number {
  const { width, height } = frameSize(request.aspect, request.quality);
  return Math.round((request.duration_target ?? 60) * width * height * 0.4 + 5e6);
}

function workerCount(given: unknown, processors: number): number {
  if (given === undefined) return Math.max(1, Math.min(8, processors));
  if (!Number.isInteger(given) || Number(given) < 1 || Number(given) > 64)
    throw new KinoraError("invalid_request", "--workers takes a whole number from 1 to 64.");
  return Number(given);
}

/** `kinora make`: returns the exit status. */
export async function make(args: string[], around: Surroundings, openStudio: OpenStudio): Promise<number> {
  const reporter = openReporter(
    args.includes("--json") ? "json" : args.some((arg) => arg === "--quiet" || arg === "-q") ? "quiet" : "text",
    around,
  );
  try {
    const parsed = parseFlags(MAKE_FLAGS, args);
    const { values } = parsed;
    if (values.help) {
      around.stdout.write(MAKE_HELP);
      return 0;
    }
    const request = resolveRequest(await readRequest(parsed, around, "make"));
    const out = await outputPath(values.out as string | undefined, around.cwd);
    await checkOutputFolder(dirname(out), bytesNeeded(request));
    await checkNames(out);
    const folder = dataFolder(values.data as string | undefined, around.env, around.cwd);
    const workers = workerCount(values.workers, around.processors);
    const film = await runJob(
      request,
      out,
      { folder, workers, keepParts: values.keep === true, report: values["no-report"] !== true },
      reporter,
      around,
      openStudio,
    );
    reporter.finished(film);
    return 0;
  } catch (error) {
    return reporter.failed(error);
  }
}

type Run = { folder: string; workers: number; keepParts: boolean; report: boolean };

async function runJob(
  request: ResolvedRequest,
  out: string,
  run: Run,
  reporter: Reporter,
  around: Surroundings,
  openStudio: OpenStudio,
): Promise<Film> {
  const studio = await openStudio({ dataFolder: run.folder, workers: run.workers });
  try {
    const order = { jobId: Bun.randomUUIDv7(), request, out, keepParts: run.keepParts, report: run.report };
    return await studio.run(order, { progress: reporter.progress, log: reporter.log }, around.interrupted);
  } finally {
    await studio.close();
  }
}
