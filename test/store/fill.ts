import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Film } from "../../src/domain/artifacts.ts";
import { READY_STYLES } from "../../src/domain/job.ts";
import { JobKind, JobStatus } from "../../src/domain/job-record.ts";
import { openStore, type StoreOptions } from "../../src/store/open.ts";
import type { NewJob, Store } from "../../src/store/store.ts";

/** When the clock of a test store begins, microseconds. */
export const BEGIN_US = 1_760_000_000_000_000;

/** A folder for one test file, and what takes it away. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "kinora-store-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A store whose clock goes on by a microsecond each time it is read; its file is made with its folder. */
export function openTestStore(file: string, options: Partial<StoreOptions> = {}): Store {
  let now = BEGIN_US;
  return openStore(file, { nowUs: () => now++, version: "1.2.3", ballastBytes: 1 << 16, ...options });
}

/** Numbers from 0 to 1, the same for a seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

let made = 0;

/** A job that waits, with its own id. */
export function newJob(over: Partial<NewJob> = {}): NewJob {
  const number = (++made).toString(16).padStart(12, "0");
  return {
    id: `01890000-0000-7000-8000-${number}`,
    kind: "noop",
    status: "pending",
    waitingFor: "slot",
    request: { kind: "noop", noopMs: 0, prompt: "", runAt: null },
    origin: { dialect: "mcp", userId: null, details: {} },
    prompt: "",
    title: null,
    style: null,
    priority: 5,
    durationTargetSec: null,
    dueUs: 0,
    progress: 0,
    step: null,
    remainingSec: null,
    stages: [],
    failures: 0,
    crash: null,
    revision: 0,
    approved: true,
    error: null,
    errorCode: null,
    film: null,
    createdUs: BEGIN_US,
    updatedUs: BEGIN_US,
    startedUs: null,
    finishedUs: null,
    ...over,
  };
}

const DAY_US = 86_400_000_000;
const WORDS = ["sea", "storm", "lighthouse", "gulls", "fishing", "東京", "タワー", "夜", "straße", "café", "x-ray", "OR"];

/** A job of any kind; few values of each field, so that many are the same. */
export function anyJob(random: () => number): NewJob {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() ** 2 * values.length)]!;
  const createdUs = BEGIN_US + Math.floor(random() * 12 * DAY_US) - (random() < 0.2 ? Math.floor(random() * DAY_US) % 5 : 0);
  return newJob({
    kind: pick(JobKind.options),
    status: pick(["completed", ...JobStatus.options]),
    style: pick([null, ...READY_STYLES]),
    priority: 1 + Math.floor(random() * 10),
    durationTargetSec: pick([null, 10, 60, 60.5, 600]),
    progress: pick([0, 100, 12.5, 50, 99]),
    createdUs: random() < 0.2 ? BEGIN_US : createdUs,
    updatedUs: createdUs + Math.floor(random() * DAY_US),
    prompt: Array.from({ length: Math.floor(random() * 6) }, () => pick(WORDS)).join(" "),
    origin: { dialect: "mcp", userId: pick([null, "ada", "bob"]), details: {} },
  });
}

/** A film that stands where it says. */
export const FILM: Film = {
  video: "/films/film.mp4",
  srt: "/films/film.srt",
  vtt: "/films/film.vtt",
  poster: "/films/film.jpg",
  details: "/films/film.json",
  durationSec: 12.5,
  bytes: 123_456,
  report: { checks: [] } as unknown as Film["report"],
  notes: ["one", "two"],
  title: "Bees",
  language: "en",
  credits: [],
};
