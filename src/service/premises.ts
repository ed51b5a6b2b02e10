/** Bytes that lie in the data folder, by what they are; null until they have been counted. */
export type Sizes = { jobs: number; cache: number; database: number };

/** What the server is and stands on. */
export type Surroundings = {
  version: string;
  /** Of the code that makes films: same code, same bytes. */
  code: string;
  startedUs: number;
  platform: string;
  processors: number;
  /** What films are encoded with: its version, or why there is none; `path` once it has been found. */
  ffmpeg: { ok: boolean; detail: string; path: string | null };
  paths: { data: string; jobs: string; cache: string; database: string; config: string | null };
  disk: { free: number; total: number };
  sizes: Sizes | null;
};

/** The data folder and what the server stands on. */
export type Premises = {
  about: () => Promise<Surroundings>;
  /** Removes finished parts that no running job uses; whoever asks meanwhile shares the answer. */
  clearCache: () => Promise<{ bytes: number; files: number }>;
  stop: () => void;
};

type Given = {
  fixed: Omit<Surroundings, "ffmpeg" | "disk" | "sizes">;
  ffmpeg: () => Surroundings["ffmpeg"];
  disk: () => Promise<Surroundings["disk"]>;
  /** Counts all that lies below some paths, bytes. */
  sizeOf: (path: string, signal: AbortSignal) => Promise<number>;
  /** Removes what was not used since a moment, ms since 1970. */
  clear: (sinceMs: number) => Promise<{ bytes: number; files: number }>;
  /** When the job that has been running longest began, microseconds; undefined when none runs. */
  oldestRunUs: () => number | undefined;
  nowUs: () => number;
};

/** Sizes are counted anew when they are asked for and older than this. */
const COUNTED_FOR_US = 30e6;
/** Who asks for sizes that are being counted waits at most so long, ms; then it is told the last ones. */
const PATIENCE_MS = 300;
/** A job looks at its parts a little before it is said to run, and others are about to begin. */
const IN_USE_US = 120e6;

/** Opens the premises: what lies there is counted beside everything else, now and then, when somebody asks. */
export function openPremises({ fixed, ffmpeg, disk, sizeOf, clear, oldestRunUs, nowUs }: Given): Premises {
  const closing = new AbortController();
  const { jobs, cache, database } = fixed.paths;
  let sizes: Sizes | null = null;
  let countedUs = Number.NEGATIVE_INFINITY;
  let counting: Promise<void> | undefined;
  let clearing: ReturnType<Given["clear"]> | undefined;

  async function count(): Promise<void> {
    const parts = [];
    for (const path of [jobs, cache, database, `${database}-wal`, `${database}-shm`]) parts.push(await sizeOf(path, closing.signal));
    const [ofJobs = 0, ofCache = 0, ...ofDatabase] = parts;
    if (closing.signal.aborted) return;
    sizes = { jobs: ofJobs, cache: ofCache, database: ofDatabase.reduce((sum, bytes) => sum + bytes, 0) };
    countedUs = nowUs();
  }

  async function freshSizes(): Promise<Sizes | null> {
    if (nowUs() - countedUs >= COUNTED_FOR_US)
      counting ??= count().finally(() => {
        counting = undefined;
      });
    if (counting) await Promise.race([counting, Bun.sleep(PATIENCE_MS)]);
    return sizes;
  }

  return {
    about: async () => ({ ...fixed, ffmpeg: ffmpeg(), disk: await disk(), sizes: await freshSizes() }),
    clearCache() {
      clearing ??= clear((Math.min(nowUs(), oldestRunUs() ?? Number.POSITIVE_INFINITY) - IN_USE_US) / 1000).finally(() => {
        clearing = undefined;
        countedUs = Number.NEGATIVE_INFINITY;
      });
      return clearing;
    },
    stop: () => closing.abort(),
  };
}
