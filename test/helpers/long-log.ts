import { join } from "node:path";
import { parseArgs } from "node:util";
import type { LogLine } from "../../src/domain/event.ts";
import { resolveRequest } from "../../src/domain/job.ts";
import type { StageRecord } from "../../src/domain/job-record.ts";
import { CREATE_STAGES, type StageName } from "../../src/domain/stages.ts";
import { StoryboardDraft } from "../../src/domain/storyboard.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { newJob } from "../store/fill.ts";

// long-log DATA_FOLDER [--lines 1000000]
// Puts a failed job with a long log into the database of a data folder whose server is stopped, and prints its id.

/** The job that `fillLongLog` makes. */
export const LONG_LOG_JOB = "01990000-0000-7000-8000-00000000106e";
/** Words that one line in 50,000 has. */
export const RARE_WORDS = "needle in the haystack";

const AT_ONCE = 5000;
const STAGES = Object.keys(CREATE_STAGES) as StageName[];

/** A line of the log, by its place from 1: most only help to find faults, a few warn, the last but one tells of the error. */
function lineOf(line: number, lines: number, beganUs: number): LogLine {
  const stage = STAGES[Math.min(STAGES.length - 2, Math.floor((line / lines) * (STAGES.length - 1)))]!;
  const told = { jobId: LONG_LOG_JOB, timeUs: beganUs + line * 900, stage };
  if (line === lines - 1) return { ...told, level: "ERROR", message: "Scene 4 was not encoded: ffmpeg ended with status 1." };
  if (line % 50_000 === 0) return { ...told, level: "WARNING", message: `There is a ${RARE_WORDS}, number ${line / 50_000}` };
  if (line % 997 === 0) return { ...told, level: "WARNING", message: `Frame ${line} came ${line % 40} ms late` };
  if (line % 10 === 0) return { ...told, level: "INFO", message: `Scene ${1 + (line % 9)}: frame ${line} of ${lines}` };
  const tail = line % 83 === 0 ? ` ${"-filter_complex [0:v]scale=854:480,setsar=1[v];[v]format=yuv420p ".repeat(6)}` : "";
  return {
    ...told,
    level: "DEBUG",
    message: `frame=${line} fps=${30 + (line % 7)} q=23.0 size=${line * 3}kB speed=1.${line % 10}x${tail}`,
  };
}

const stagesOf = (beganUs: number): StageRecord[] =>
  STAGES.slice(0, -1).map((name, index) => ({
    name,
    progress: name === "render" ? 40 : 100,
    startedUs: beganUs + index * 1e6,
    finishedUs: name === "render" ? null : beganUs + (index + 1) * 1e6,
  }));

/** Adds a failed job with a log of so many lines. `beganUs` is when it began, in microseconds. */
export async function fillLongLog(store: Store, { lines, beganUs }: { lines: number; beganUs: number }): Promise<void> {
  const prompt = "A film whose log is very long";
  const endedUs = beganUs + lines * 900;
  await store.write((tx) =>
    tx.insertJob(
      newJob({
        id: LONG_LOG_JOB,
        kind: "generate",
        status: "failed",
        waitingFor: null,
        request: { kind: "generate", film: resolveRequest({ prompt }), review: false, runAt: null },
        prompt,
        style: "cinematic",
        progress: 62,
        stages: stagesOf(beganUs),
        failures: 3,
        revision: 1,
        error: "Scene 4 was not encoded: ffmpeg ended with status 1. Retry the job once the cause is mended.",
        errorCode: "ffmpeg_failed",
        createdUs: beganUs - 2e6,
        startedUs: beganUs,
        updatedUs: endedUs,
        finishedUs: endedUs,
      }),
    ),
  );
  const storyboard = StoryboardDraft.parse({ scenes: ["It begins.", "It goes on.", "It stops."].map((narration) => ({ narration })) });
  await store.write((tx) => tx.saveStoryboard(LONG_LOG_JOB, storyboard, beganUs));
  for (let first = 1; first <= lines; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, lines - first + 1);
    const part = Array.from({ length: count }, (_, index) => lineOf(first + index, lines, beganUs));
    await store.write((tx) => tx.addLogs(part));
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { lines: { type: "string" } } });
  if (!positionals[0]) throw new Error("Which data folder?");
  const lines = Number(values.lines ?? 1_000_000);
  const nowUs = Date.now() * 1000;
  const store = openStore(join(positionals[0], "kinora.db"), { nowUs: () => nowUs });
  await fillLongLog(store, { lines, beganUs: nowUs - lines * 900 });
  store.close();
  console.log(LONG_LOG_JOB);
}
