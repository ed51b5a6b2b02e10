import { signal } from "@preact/signals";
import type { LogEntry, LogSummary } from "../../client/answers.ts";
import { getLogMatches, getLogSummary, getLogs, logsUrl } from "../../client/logs.ts";
import type { LogLevel, ServerEvent } from "../../client/words.ts";
import { awake, resync } from "../live.ts";
import { baseUrl, go, place } from "../router.ts";
import { keepLines } from "./log-lines.ts";
import { findMatches, indexOf } from "./log-matches.ts";

type LogEvent = Extract<ServerEvent, { event: "job_log_entry" }>;

/** Which lines are shown: all, or those of a level. */
export type Level = "ALL" | LogLevel;

const LINE = /^#L([1-9]\d{0,14})$/;
const MOST_MATCHES = 100_000;
const TYPED_MS = 250;
const FIRST_TAIL = 60;
/** Lines that have come before it is known how long the log is. */
const MOST_EARLY = 1000;

/** A job's log, of any length: what is in sight is loaded, and new lines come by themselves. */
export type Log = ReturnType<typeof openLog>;

/** Begins to show a log. New lines are handed in by `take`. */
export function openLog(id: string) {
  const summary = signal<LogSummary | null>(null);
  const fault = signal<unknown>(undefined);
  const level = signal<Level>("ALL");
  const words = signal("");
  const follow = signal(linkedLine() === null);
  const marked = signal<number | null>(linkedLine());
  const version = signal(0);
  const unseen = signal(0);
  const wanted = signal<{ line: number } | null>(marked.peek() === null ? null : { line: marked.peek()! });
  const changed = () => {
    version.value++;
  };
  const lines = keepLines(changed);
  let inSight = 0;
  let narrowed: ReturnType<typeof findMatches> | undefined;
  let hits: ReturnType<typeof findMatches> | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let frame: ReturnType<typeof setTimeout> | undefined;
  let came: LogEvent[] = [];

  const filter = () => (level.peek() === "ALL" ? {} : { level: level.peek() as LogLevel });
  const first = () => summary.peek()?.first_line ?? 1;

  async function ask(): Promise<void> {
    try {
      const tail = getLogs(id, { tail: FIRST_TAIL }, { baseUrl }).then(({ logs }) => lines.put(logs));
      summary.value = await getLogSummary(id, { baseUrl });
      fault.value = undefined;
      await tail;
      settle();
      changed();
    } catch (error) {
      fault.value = error;
    }
  }

  const look = (): void => {
    hits?.stop();
    const search = words.peek().trim();
    const find = (query: object, signal: AbortSignal) => getLogMatches(id, { search, ...filter(), ...query }, { baseUrl, signal });
    hits = search ? findMatches(find, { most: MOST_MATCHES, changed }) : undefined;
    changed();
  };

  /** Puts what has come since the last frame into what is shown. */
  function settle(): void {
    frame = undefined;
    const known = summary.peek();
    if (!known) {
      came = came.slice(-MOST_EARLY);
      return;
    }
    const told = came;
    came = [];
    const search = words.peek().trim().toLowerCase();
    const levels = { ...known.levels };
    let last = known.last_line ?? 0;
    for (const event of told) {
      if (event.line <= last) continue;
      last = event.line;
      levels[event.level]++;
      const fits = level.peek() === "ALL" || level.peek() === event.level;
      if (fits) narrowed?.take(event.line);
      if (fits && search && event.message.toLowerCase().includes(search)) hits?.take(event.line);
    }
    const fresh = last - (known.last_line ?? 0);
    if (fresh === 0) return;
    lines.put(told.map(toEntry));
    const first_line = known.first_line ?? told[0]!.line;
    summary.value = { ...known, levels, first_line, last_line: last, total: last - first_line + 1 };
    unseen.value += fresh;
    changed();
  }

  const load = async (from: number, to: number, signal: AbortSignal): Promise<LogEntry[]> => {
    const query = { from_line: lineOf(from), to_line: lineOf(to), limit: to - from + 1, ...filter() };
    return (await getLogs(id, query, { baseUrl, signal })).logs;
  };

  const count = (): number => narrowed?.found.lines.length ?? summary.peek()?.total ?? 0;
  const lineOf = (row: number): number => (narrowed ? (narrowed.found.lines[row] ?? 0) : first() + row);
  const rowOf = (line: number): number => {
    const row = narrowed ? indexOf(narrowed.found.lines, line) : line - first();
    return Math.max(0, Math.min(row, count() - 1));
  };

  function mark(line: number | null): void {
    marked.value = line;
    go(place.peek().path + location.search + (line === null ? "" : `#L${line}`), { replace: true });
  }

  function show(line: number): void {
    follow.value = false;
    wanted.value = { line };
  }

  const onHash = () => {
    const line = linkedLine();
    if (line === null || line === marked.peek()) return;
    marked.value = line;
    show(line);
  };
  addEventListener("hashchange", onHash);
  let missed = resync.peek();
  const endResync = resync.subscribe((now) => {
    if (now === missed || !awake.peek()) return;
    missed = now;
    void ask();
  });
  void ask();

  return {
    id,
    summary,
    fault,
    level,
    words,
    follow,
    /** The line that the address names. */
    marked,
    /** Rises whenever rows have changed: read it to be told. */
    version,
    /** Lines that have come since the end was last in sight, or since someone was told. */
    unseen,
    /** A line that is to be brought into sight. */
    wanted,
    ask,
    /** How many rows there are; what follows goes by these. */
    count,
    lineOf,
    rowOf,
    entry: (row: number): LogEntry | undefined => lines.get(lineOf(row)),
    /** True while the lines of a level are being looked for. */
    isLooking: () => narrowed !== undefined && !narrowed.found.done,
    hits: () => hits?.found,
    /** Which match a line is, from 0; -1 when it is none. */
    hitIndex: (line: number): number => {
      const all = hits?.found.lines ?? [];
      const at = indexOf(all, line);
      return all[at] === line ? at : -1;
    },
    isPartly: () => (hits?.found.lines.length ?? 0) >= MOST_MATCHES,
    /** Rows that are in sight: what is missing of them is loaded. */
    need(from: number, to: number): void {
      inSight = lineOf(Math.floor((from + to) / 2));
      lines.need({ from, to, last: count() - 1, isMoving: !follow.peek(), lineOf, load });
    },
    mark,
    show,
    take(event: LogEvent): void {
      came.push(event);
      frame ??= setTimeout(settle, 100);
    },
    setLevel(next: Level): void {
      narrowed?.stop();
      lines.stop();
      level.value = next;
      if (!follow.peek() && inSight > 0) wanted.value = { line: inSight };
      const find = (query: object, signal: AbortSignal) => getLogMatches(id, { ...filter(), ...query }, { baseUrl, signal });
      narrowed = next === "ALL" ? undefined : findMatches(find, { changed });
      if (words.peek().trim()) look();
      changed();
    },
    setWords(next: string): void {
      words.value = next;
      clearTimeout(typing);
      typing = setTimeout(look, TYPED_MS);
    },
    /** Goes to the next match below the marked line, or above it. */
    step(by: 1 | -1): void {
      const all = hits?.found.lines ?? [];
      if (all.length === 0) return;
      const from = marked.peek();
      const at = from === null ? (by > 0 ? 0 : all.length - 1) : by > 0 ? indexOf(all, from + 1) : indexOf(all, from) - 1;
      const line = all[(at + all.length) % all.length]!;
      mark(line);
      show(line);
    },
    /** The lines that tell of errors, the first thousand. */
    errors: async (): Promise<number[]> => (await getLogMatches(id, { level: "ERROR", limit: 1000 }, { baseUrl })).lines,
    url: ({ inline = false } = {}) => logsUrl(id, { inline }, { baseUrl }),
    close(): void {
      removeEventListener("hashchange", onHash);
      endResync();
      clearTimeout(typing);
      clearTimeout(frame);
      narrowed?.stop();
      hits?.stop();
      lines.stop({ all: true });
    },
  };
}

/** The line that the address names, such as `#L1284`. */
function linkedLine(): number | null {
  const found = LINE.exec(location.hash);
  return found ? Number(found[1]) : null;
}

const toEntry = ({ line, timestamp, level, stage, message }: LogEvent): LogEntry => ({ seq: 0, line, timestamp, level, stage, message });
