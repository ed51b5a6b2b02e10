import type { JobDetails } from "../../../client/answers.ts";
import type { Attempt } from "../../../client/queue.ts";
import type { JobStatus } from "../../../client/words.ts";
import { sayClock } from "../../say.ts";

/** A stretch of time on the line; `from` and `to` are shares of its width. */
export type Span = { from: number; to: number; kind: "wait" | "done" | "running" | "expected" | "failed" };

/** What one status took: `seconds` is null when it has not begun, `kept` when an earlier attempt has done it. */
export type TimeRow = { status: JobStatus; label: string; spans: Span[]; beganMs: number | null; seconds: number | null; kept: boolean };

export type Timeline = { rows: TimeRow[]; ticks: { at: number; label: string }[] };

const GROUPS: [status: JobStatus, label: string][] = [
  ["scene_planning", "Scene planning"],
  ["asset_retrieval", "Asset retrieval"],
  ["tts_generation", "TTS"],
  ["audio_processing", "Audio"],
  ["rendering", "Rendering"],
];

/** A long wait takes at most this share of the time that work took: else work would not be seen. */
const MOST_WAIT = 0.35;
const TICKS = 2;

/** When an attempt waited and did what. `remainingSec` is what is expected of a running one. */
export function buildTimeline(attempt: Attempt, nowMs: number, remainingSec: number | null): Timeline {
  const queued = Date.parse(attempt.queued_at);
  const started = attempt.started_at === null ? null : Date.parse(attempt.started_at);
  const isRunning = attempt.outcome === "running" && started !== null;
  const stop = attempt.finished_at === null ? Math.max(nowMs, started ?? queued) : Date.parse(attempt.finished_at);
  const end = isRunning ? stop + (remainingSec ?? 0) * 1000 : stop;
  const wait = Math.max(0, (started ?? stop) - queued);
  const work = started === null ? 0 : Math.max(1, end - started);
  const shownWait = work > 0 ? Math.min(wait, work * MOST_WAIT) : Math.max(1, wait);
  const whole = shownWait + work;
  const place = (ms: number) => (started === null ? 0 : clamp((shownWait + ms - started) / whole));

  const rows = GROUPS.map(([status, label]): TimeRow => {
    const stages = attempt.stages.filter((stage) => stage.status === status);
    const times = stages.map((stage) => ({
      from: Date.parse(stage.started_at),
      to: stage.finished_at === null ? stop : Date.parse(stage.finished_at),
      isOpen: stage.finished_at === null,
    }));
    const spans = times.map(({ from, to, isOpen }): Span => {
      const kind = !isOpen ? "done" : attempt.outcome === "failed" ? "failed" : isRunning ? "running" : "done";
      return { from: place(from), to: place(to), kind };
    });
    const isNow = isRunning && times.some(({ isOpen }) => isOpen);
    const isLast = status === "rendering";
    if (isRunning && end > stop && (isLast || isNow) && (isNow || !rowsBegun(attempt, status)))
      spans.push({ from: place(stop), to: place(end), kind: "expected" });
    return {
      status,
      label,
      spans,
      beganMs: times.length > 0 ? Math.min(...times.map(({ from }) => from)) : null,
      seconds: times.length > 0 ? coveredMs(times) / 1000 : null,
      kept: times.length === 0 && attempt.started_at !== null && laterBegan(attempt, status),
    };
  });
  const queue: TimeRow = {
    status: "pending",
    label: "In the queue",
    spans: [{ from: 0, to: clamp(shownWait / whole), kind: "wait" }],
    beganMs: queued,
    seconds: wait / 1000,
    kept: false,
  };
  const isCut = shownWait < wait;
  const zero = isCut ? shownWait : 0;
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => {
    const ms = ((whole - zero) * index) / TICKS;
    return { at: clamp((zero + ms) / whole), label: sayClock(ms / 1000) };
  });
  return { rows: [queue, ...rows], ticks };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

const orderOf = (status: JobStatus): number => GROUPS.findIndex(([name]) => name === status);

const laterBegan = ({ stages }: Attempt, status: JobStatus): boolean => stages.some((stage) => orderOf(stage.status) > orderOf(status));

const rowsBegun = ({ stages }: Attempt, status: JobStatus): boolean => stages.some((stage) => stage.status === status);

/** How long some of several stretches lasted: what ran side by side counts once. */
function coveredMs(times: readonly { from: number; to: number }[]): number {
  let [sum, until] = [0, 0];
  for (const { from, to } of [...times].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}

/** The only attempt of a job, as far as its status tells: in place of what has not been answered yet. */
export function attemptFrom(details: JobDetails): Attempt {
  const { created_at, started_at, finished_at, status, waiting_for, error, error_code, revision, attempt } = details;
  const isOver = finished_at !== null;
  return {
    attempt,
    revision,
    queued_at: created_at,
    started_at,
    finished_at,
    outcome: isOver ? (status as "completed" | "failed" | "cancelled") : waiting_for === null && started_at ? "running" : "waiting",
    error,
    error_code,
    stages: details.stages.flatMap((stage) => (stage.started_at === null ? [] : [{ ...stage, started_at: stage.started_at }])),
  };
}
