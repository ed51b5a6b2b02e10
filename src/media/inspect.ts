import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { KinoraError } from "../domain/error.ts";
import { writeWhole } from "../system/files.ts";
import { runProcess } from "../system/process.ts";
import { ffmpegFailure } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { NEEDS, type Need, type NeedKind, parseNames } from "./needs.ts";
import { parseVersion } from "./version.ts";

/** What was found out about one program. ffprobe has no needs of its own. */
export type Inspection = { path: string; version: string; newEnough: boolean; needs: Need[] };

const ANSWER_MS = 10_000;

/** Asks an ffmpeg or ffprobe what it is and can do. Throws `ffmpeg_hung` or `ffmpeg_failed` when it does not answer, or is another program. */
export async function inspectProgram(path: string, signal: AbortSignal): Promise<Inspection> {
  const output = await ask(path, "-version", signal);
  const version = parseVersion(output);
  if (!version) throw new KinoraError("ffmpeg_failed", `${path} is not FFmpeg: it answered "${output.slice(0, 60).trim()}".`);
  const facts = { path, version: version.text, newEnough: version.newEnough };
  const full = output.startsWith("ffmpeg") && version.newEnough;
  return { ...facts, needs: full ? await inspectNeeds(path, signal) : [] };
}

async function inspectNeeds(path: string, signal: AbortSignal): Promise<Need[]> {
  const kinds = Object.keys(NEEDS) as NeedKind[];
  const lists = await Promise.all(kinds.map(async (kind) => parseNames(await ask(path, `-${kind}`, signal))));
  return kinds.flatMap((kind, index) => NEEDS[kind].map((name) => ({ kind, name, found: lists[index]!.has(name) })));
}

async function ask(path: string, question: string, signal: AbortSignal): Promise<string> {
  const ended = await runProcess([path, "-hide_banner", question], { signal, timeoutMs: ANSWER_MS, env: FFMPEG_ENV });
  if (ended.code !== 0) throw ffmpegFailure(`Asking ${path} for ${question}`, ended);
  return ended.stdout.toString();
}

/** What is kept about a program from an earlier start, if the program is still the same file by path, size and time; otherwise it is asked and kept. */
export async function withCache(folder: string | undefined, path: string, inspect: () => Promise<Inspection>): Promise<Inspection> {
  if (!folder) return inspect();
  const { size, mtimeMs } = await stat(path);
  const key = JSON.stringify([path, size, mtimeMs, NEEDS]);
  const file = join(folder, `ffmpeg-${Bun.hash(key).toString(16)}.json`);
  const kept = await readFile(file, "utf8").then(
    (text) => JSON.parse(text),
    () => undefined,
  );
  if (kept?.key === key) return kept.inspection;
  const inspection = await inspect();
  await keep(folder, file, JSON.stringify({ key, inspection }));
  return inspection;
}

/** A folder that cannot be written to only costs time. */
async function keep(folder: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(file, text);
  } catch {}
}
