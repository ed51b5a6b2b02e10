import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ErrorCode } from "../../src/domain/error.ts";
import { resolveRequest, type Style } from "../../src/domain/job.ts";
import type { JobStatus, StageRecord } from "../../src/domain/job-record.ts";
import { type Gathered, labelOf, type Sample, TIERS } from "../../src/domain/metrics.ts";
import { addValue, emptySketch } from "../../src/domain/sketch.ts";
import { CREATE_STAGES, type StageName } from "../../src/domain/stages.ts";
import { openStore } from "../../src/store/open.ts";
import type { NewJob, Store } from "../../src/store/store.ts";
import { seeded } from "../store/fill.ts";

// analytics-history DATA_FOLDER [--jobs 400] [--now 2026-11-20T17:15:00Z]
// Puts 90 days of history into the database of a data folder whose server is stopped: finished jobs and all that is measured of them, of the
// queue, of uptime and of the API. The same for the same time.

const DAYS = 90;
const DAY_SEC = 86_400;
const SLOTS = 2;

type Random = () => number;
type Weighted<Value> = readonly (readonly [Value, number])[];

function pick<Value>(random: Random, values: Weighted<Value>): Value {
  let rest = random() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return values[0]![0];
}

const STYLES: Weighted<Style> = [
  ["cinematic", 34],
  ["social", 27],
  ["educational", 18],
  ["documentary", 14],
  ["broadcast", 7],
];
const PRIORITIES: Weighted<number> = [
  [5, 70],
  [8, 16],
  [2, 10],
  [10, 4],
];
const VOICES: Weighted<string | undefined> = [
  [undefined, 50],
  ["flite-slt", 20],
  ["flite-rms", 12],
  ["espeak-en", 8],
  ["espeak-es", 5],
  ["espeak-de", 5],
];
const LANGUAGES: Weighted<string> = [
  ["en", 70],
  ["es", 12],
  ["de", 8],
  ["fr", 6],
  ["ja", 4],
];
const LENGTHS: Weighted<number> = [
  [30, 30],
  [45, 16],
  [60, 24],
  [90, 14],
  [150, 9],
  [240, 5],
  [420, 2],
];
const ENDS: Weighted<"completed" | "failed" | "cancelled"> = [
  ["completed", 90],
  ["failed", 6],
  ["cancelled", 4],
];
const FAILURES: readonly (readonly [ErrorCode, string])[] = [
  ["stage_timeout", "The stage rendering took longer than 7,200 s. Split the film, or raise limits.stage_time."],
  ["disk_full", "The disk of the data folder is full. Free some space, then retry the job."],
  ["crashed_repeatedly", "It crashed 3 times in a row in render, scene 4: the worker died. Retry it once the cause is mended."],
];
const SUBJECTS = [
  "a river",
  "bees in a city",
  "the first lighthouse",
  "bread",
  "a mountain railway",
  "the deep sea",
  "paper",
  "the moon landing",
  "an old clock",
];
const MANNERS = ["The life of", "A short history of", "How it began:", "Ten facts about", "A day with", "What nobody tells you about"];
/** Hours of downtime: days ago, at which hour, and for how many minutes. */
const OUTAGES: readonly (readonly [daysAgo: number, hour: number, minutes: number])[] = [
  [0.6, 4, 35],
  [5, 2, 95],
  [23, 14, 240],
  [58, 9, 60 * 20],
];
const SHARES: Partial<Record<StageName, number>> = {
  plan: 0.02,
  assets: 0.01,
  speech: 0.05,
  timeline: 0.01,
  mix: 0.1,
  captions: 0.02,
  render: 0.72,
  deliver: 0.09,
};

type Life = { job: NewJob; samples: Sample[]; turns: readonly (readonly [sec: number, status: JobStatus])[] };

const isUp = (sec: number, nowSec: number): boolean =>
  !OUTAGES.some(([daysAgo, hour, minutes]) => {
    const from = Math.floor((nowSec - daysAgo * DAY_SEC) / DAY_SEC) * DAY_SEC + hour * 3600;
    return sec >= from && sec < from + minutes * 60;
  });

/** When jobs were made: more by day than by night, more lately than long ago, now and then several at once. */
function creations(random: Random, count: number, nowSec: number): number[] {
  const times: number[] = [];
  while (times.length < count) {
    const age = DAYS * DAY_SEC * random() ** 1.6;
    const sec = Math.floor(nowSec - 300 - age);
    const hour = (sec % DAY_SEC) / 3600;
    const weekday = new Date(sec * 1000).getUTCDay();
    const likely = (hour < 6 ? 0.08 : hour < 9 ? 0.5 : hour < 22 ? 1 : 0.3) * (weekday === 0 || weekday === 6 ? 0.55 : 1);
    if (random() > likely || !isUp(sec, nowSec)) continue;
    const together = random() < 0.04 ? 4 + Math.floor(random() * 6) : 1;
    for (let one = 0; one < together && times.length < count; one++) times.push(sec + one * 2);
  }
  return times.sort((a, b) => a - b);
}

/** A UUIDv7 of a time that is the same each time. */
function idOf(random: Random, sec: number): string {
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join("");
  const time = (sec * 1000).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** A job from its making to its end, on whichever slot is free first. */
function live(random: Random, createdSec: number, freeSec: number[]): Life {
  const [style, priority, length, end] = [pick(random, STYLES), pick(random, PRIORITIES), pick(random, LENGTHS), pick(random, ENDS)];
  const [language, voice] = [pick(random, LANGUAGES), pick(random, VOICES)];
  const spoken = length * (0.9 + 0.25 * random());
  const slot = freeSec.indexOf(Math.min(...freeSec));
  const startSec = Math.max(createdSec + 0.2 + random(), freeSec[slot]!);
  const workSec = 4 + spoken * (0.45 + 0.3 * random()) * (style === "cinematic" ? 1.25 : 1) * (random() < 0.03 ? 3 : 1);
  const share = end === "completed" ? 1 : 0.1 + 0.7 * random();
  const endSec = startSec + workSec * share;
  freeSec[slot] = endSec;

  const us = (sec: number) => Math.round(sec * 1e6);
  let at = startSec;
  const stages = (Object.entries(SHARES) as [StageName, number][]).flatMap(([name, part]): StageRecord[] => {
    if (at >= endSec) return [];
    const from = at;
    at += (part / 1.02) * workSec;
    return [
      { name, progress: at <= endSec ? 100 : 50, startedUs: us(from), finishedUs: at <= endSec + 0.01 ? us(Math.min(at, endSec)) : null },
    ];
  });
  const statuses = stages.map(({ name, startedUs }) => [startedUs! / 1e6, CREATE_STAGES[name].status as JobStatus] as const);
  const [errorCode, error] = end === "failed" ? FAILURES[Math.floor(random() * FAILURES.length)]! : [null, null];
  const prompt = `${MANNERS[Math.floor(random() * MANNERS.length)]} ${SUBJECTS[Math.floor(random() * SUBJECTS.length)]}`;
  const job: NewJob = {
    id: idOf(random, createdSec),
    kind: "generate",
    status: end,
    waitingFor: null,
    request: {
      kind: "generate",
      film: resolveRequest({ prompt, style, duration_target: length, ...(voice && { voice }) }),
      review: false,
      runAt: null,
    },
    origin: { dialect: "mcp", userId: null, details: {} },
    prompt,
    title: prompt,
    style,
    priority,
    durationTargetSec: length,
    dueUs: us(createdSec),
    progress: end === "completed" ? 100 : Math.round(share * 1000) / 10,
    step: null,
    remainingSec: end === "completed" ? 0 : null,
    stages,
    failures: end === "failed" ? 3 : 0,
    crash: null,
    revision: 1,
    approved: true,
    error,
    errorCode,
    film: end === "completed" ? filmOf(prompt, spoken, language, random) : null,
    createdUs: us(createdSec),
    updatedUs: us(endSec),
    startedUs: us(startSec),
    finishedUs: us(endSec),
  };
  const label = labelOf(job);
  const scenes = Math.max(2, Math.round(spoken / 6));
  const found = Math.min(scenes, Math.floor(scenes * random() ** 3));
  const sample = (measure: Sample["measure"], value: number, more: Sample["label"] = {}): Sample => ({
    ...{ timeUs: us(measure === "status_time" ? startSec : endSec), measure, label: { ...label, ...more }, value },
  });
  const samples = [
    sample("status_time", startSec - createdSec, { status: "pending" }),
    sample("compute", endSec - startSec),
    sample("scenes_found", found),
    sample("scenes_made", Math.round((scenes - found) * share)),
  ];
  return { job, samples, turns: [[createdSec, "pending"], ...statuses, [endSec, end]] };
}

function filmOf(title: string, durationSec: number, language: string, random: Random): NonNullable<NewJob["film"]> {
  const [video, srt, vtt, poster, details] = ["mp4", "srt", "vtt", "jpg", "json"].map((ending) => `film.${ending}`) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const bytes = Math.round(durationSec * (180_000 + 90_000 * random()));
  return {
    video,
    srt,
    vtt,
    poster,
    details,
    durationSec,
    bytes,
    report: { passed: true, checks: [] },
    notes: [],
    title,
    language,
    credits: [],
  };
}

/** The most jobs in each status at any moment of each minute, and the longest waits. */
function queueOf(lives: readonly Life[]): Gathered[] {
  const turns = lives.flatMap(({ turns }, index) => turns.map(([sec, status]) => ({ sec, status, index }))).sort((a, b) => a.sec - b.sec);
  const now = new Map<number, { status: JobStatus; sec: number }>();
  const gathered: Gathered[] = [];
  for (const { sec, status, index } of turns) {
    if (status === "completed" || status === "failed" || status === "cancelled") now.delete(index);
    else now.set(index, { status, sec });
    const timeSec = Math.floor(sec);
    const counts = Map.groupBy(now.values(), ({ status }) => status);
    const depths = Object.fromEntries([...counts].map(([status, found]) => [status, found.length]));
    gathered.push({ timeSec, measure: "depth", label: {}, depths });
    const waits = (counts.get("pending") ?? []).map((job) => sec - job.sec);
    if (waits.length > 0) gathered.push({ timeSec, measure: "oldest_waiting", label: {}, value: Math.max(...waits) });
  }
  return gathered;
}

/** Signs of life and answers of the API: by the minute as far as minutes are kept, by the hour before. */
function serverOf(random: Random, nowSec: number): Gathered[] {
  const gathered: Gathered[] = [];
  const fine = Math.floor((nowSec - TIERS.minute.keepDays * DAY_SEC) / 3600) * 3600;
  for (let hour = Math.floor((nowSec - DAYS * DAY_SEC) / DAY_SEC) * DAY_SEC; hour < nowSec; hour += 3600) {
    const minutes = Array.from({ length: 60 }, (_, index) => hour + index * 60).filter((sec) => sec <= nowSec && isUp(sec, nowSec));
    if (minutes.length === 0) continue;
    if (hour >= fine) for (const timeSec of minutes) gathered.push({ timeSec, measure: "beat", label: {}, value: 1 });
    else gathered.push({ timeSec: hour, measure: "beat", label: {}, value: minutes.length });
    const busy = (hour % DAY_SEC) / 3600 >= 6 ? 1 : 0.2;
    for (let part = 0; part < 4; part++)
      gathered.push(...answersOf(random, minutes[Math.floor((minutes.length * part) / 4)]!, Math.round(30 * busy)));
  }
  return gathered;
}

function answersOf(random: Random, timeSec: number, count: number): Gathered[] {
  const sketch = emptySketch();
  for (let one = 0; one < count; one++) addValue(sketch, random() < 0.02 ? 5 + 40 * random() : 0.3 + 1.5 * random() ** 2);
  const errors = random() < 0.004 ? 1 : 0;
  return [
    { timeSec, measure: "api_time", label: {}, sketch },
    ...(errors > 0 ? [{ timeSec, measure: "server_errors" as const, label: {}, value: errors }] : []),
  ];
}

/** Fills a store with so many finished jobs over 90 days up to now, and with what was measured meanwhile. */
export async function fillHistory(
  store: Store,
  { nowSec, jobs = 400, seed = 11 }: { nowSec: number; jobs?: number; seed?: number },
): Promise<void> {
  const random = seeded(seed);
  const free = Array.from({ length: SLOTS }, () => 0);
  const lives = creations(random, jobs, nowSec)
    .map((createdSec) => live(random, createdSec, free))
    .filter(({ job }) => job.finishedUs! < nowSec * 1e6);
  for (let first = 0; first < lives.length; first += 100) {
    await store.write((tx) => {
      for (const { job, samples } of lives.slice(first, first + 100)) {
        tx.insertJob(job);
        tx.addSamples(samples);
      }
    });
  }
  await store.write((tx) => tx.addMetrics([...queueOf(lives), ...serverOf(random, nowSec)]));
  while ((await store.write((tx) => tx.settleSamples(500))) > 0);
  while ((await store.write((tx) => tx.expireMetrics(nowSec, 5000))) > 0);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { jobs: { type: "string" }, now: { type: "string" } } });
  if (!positionals[0]) throw new Error("Which data folder?");
  const nowSec = Math.floor((values.now ? Date.parse(values.now) : Date.now()) / 1000);
  const store = openStore(join(positionals[0], "kinora.db"), { nowUs: () => nowSec * 1e6 });
  await fillHistory(store, { nowSec, ...(values.jobs && { jobs: Number(values.jobs) }) });
  console.log(`${store.read.counts().total} jobs, 90 days up to ${new Date(nowSec * 1000).toISOString()}`);
  store.close();
}
