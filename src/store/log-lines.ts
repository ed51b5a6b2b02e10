import { KinoraError } from "../domain/error.ts";
import type { LogLine } from "../domain/event.ts";
import type { StageName } from "../domain/stages.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { Connection } from "./connection.ts";
import type { LogMatches, LogQuery, LogScan, LogSummary, StoredLine } from "./store.ts";

/** A row of `job_logs` with the id of its job. */
export type LineRow = {
  seq: number;
  line: number;
  job_id: string;
  time_us: number;
  level: LogLevel;
  stage: StageName | null;
  message: string;
};

/** How many lines of a log are looked through at once. */
const LINES_AT_ONCE = 4000;

const LEVELS: readonly LogLevel[] = ["DEBUG", "INFO", "WARNING", "ERROR"];

/** Selects `LineRow`s; the caller adds what narrows and orders. */
export const SELECT_LINES =
  "SELECT job_logs.seq, line, jobs.id AS job_id, time_us, level, stage, message FROM job_logs CROSS JOIN jobs ON jobs.seq = job_seq";

type Range = { first: number; last: number };
type Ends = { first: number | null; last: number | null };

/** Lines of logs: numbered from 1 within their job, without a gap, so that a range of them is a range of an index. */
export function openLogLines(db: Connection, numberOf: (jobId: string) => number | undefined) {
  const insert = db.statement<{ line: number }>(
    `INSERT INTO job_logs (seq, job_seq, time_us, level, stage, message, line)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(line), 0) + 1 FROM job_logs WHERE job_seq = ?2)) RETURNING line`,
  );
  const ends = db.statement<Ends>(
    "SELECT (SELECT min(line) FROM job_logs WHERE job_seq = ?1) AS first, (SELECT max(line) FROM job_logs WHERE job_seq = ?1) AS last",
  );
  const seqAt = db.statement<{ seq: number }>("SELECT seq FROM job_logs WHERE job_seq = ? AND line >= ? ORDER BY line LIMIT 1");
  const plain = db.statement<LineRow>(`${SELECT_LINES} WHERE job_seq = ? AND line BETWEEN ? AND ? ORDER BY line`);
  const counts = db.statement<{ level: LogLevel; lines: number }>("SELECT level, lines FROM count_of_lines WHERE job_seq = ?");
  const drop = db.statement<never>("DELETE FROM job_logs WHERE seq IN (SELECT seq FROM job_logs WHERE job_seq = ? ORDER BY line LIMIT ?)");

  /** The first line whose number (`seq`) is `seq` or higher, by halving: numbers rise with lines. One after `last` where there is none. */
  function lineOf(jobSeq: number, seq: number, { first, last }: Range): number {
    let [low, high] = [first, last + 1];
    if (seqAt.get(jobSeq, last)!.seq < seq) return high;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (seqAt.get(jobSeq, middle)!.seq < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The lines that a query is about, by their numbers within the job; undefined when there are none. */
  function rangeOf(jobSeq: number, { after = 0, before, fromLine = 0, toLine }: LogQuery): Range | undefined {
    const { first: oldest, last: newest } = ends.get(jobSeq)!;
    if (oldest === null || newest === null) return undefined;
    const all = { first: oldest, last: newest };
    const first = Math.max(oldest, fromLine, after > 0 ? lineOf(jobSeq, after + 1, all) : 0);
    const last = Math.min(newest, toLine ?? newest, before === undefined ? newest : lineOf(jobSeq, before, all) - 1);
    return first > last ? undefined : { first, last };
  }

  /** The first rows of a range that fit, or its last, in order. Words are found whatever their case, that of letters beyond ASCII only when the words have some. */
  function rowsOf(jobSeq: number, { first, last }: Range, { levels, search = "", newest = false, limit }: LogQuery): LineRow[] {
    if (!levels && search === "") return plain.all(jobSeq, first, last);
    const words = search.toLowerCase();
    const isAscii = /^\p{ASCII}*$/u.test(words);
    const asked = isAscii ? words : "";
    const among = (levels ?? LEVELS).map((level) => `'${level}'`).join(", ");
    const rows = db
      .statement<LineRow>(
        `${SELECT_LINES} WHERE job_seq = ? AND line BETWEEN ? AND ? AND level IN (${among}) AND (? = '' OR instr(lower(message), ?) > 0)
           ORDER BY line ${newest ? "DESC" : "ASC"} LIMIT ?`,
      )
      .all(jobSeq, first, last, asked, asked, isAscii ? limit : LINES_AT_ONCE);
    const fitting = isAscii ? rows : rows.filter(({ message }) => message.toLowerCase().includes(words)).slice(0, limit);
    return newest ? fitting.reverse() : fitting;
  }

  /** Which part of a range is looked through next, and what remains of it then. */
  function split({ first, last }: Range, query: LogQuery): { now: Range; rest: Range | undefined } {
    const isPlain = !query.levels && !query.search;
    const size = isPlain ? Math.min(query.limit, LINES_AT_ONCE) : LINES_AT_ONCE;
    if (last - first < size) return { now: { first, last }, rest: undefined };
    if (query.newest) return { now: { first: last - size + 1, last }, rest: { first, last: last - size } };
    return { now: { first, last: first + size - 1 }, rest: { first: first + size, last } };
  }

  function scan(query: LogQuery): LogScan {
    const jobSeq = numberOf(query.jobId);
    const range = jobSeq === undefined ? undefined : rangeOf(jobSeq, query);
    if (jobSeq === undefined || !range || query.limit <= 0) return { lines: [], next: undefined };
    const { now, rest } = split(range, query);
    const rows = rowsOf(jobSeq, now, query);
    const left = query.limit - rows.length;
    const { after: _after, before: _before, ...again } = query;
    const next = rest && left > 0 ? { ...again, fromLine: rest.first, toLine: rest.last, limit: left } : undefined;
    return { lines: rows.map(toStoredLine), next };
  }

  return {
    scan,
    /** All that fit. */
    logs(query: LogQuery): StoredLine[] {
      const lines: StoredLine[] = [];
      for (let part: LogQuery | undefined = query; part; ) {
        const found: LogScan = scan(part);
        if (query.newest) lines.unshift(...found.lines);
        else lines.push(...found.lines);
        part = found.next;
      }
      return lines;
    },
    /** Stores a line under a number; answers its number within the job. Throws `not_found` when there is no such job. */
    add(line: LogLine, seq: number): StoredLine {
      const jobSeq = numberOf(line.jobId);
      if (jobSeq === undefined) throw new KinoraError("not_found", `There is no job ${line.jobId}.`);
      const { line: number } = insert.get(seq, jobSeq, line.timeUs, line.level, line.stage, line.message)!;
      return { ...line, seq, line: number };
    },
    match(query: LogQuery): LogMatches {
      const jobSeq = numberOf(query.jobId);
      const range = jobSeq === undefined ? undefined : rangeOf(jobSeq, query);
      if (jobSeq === undefined || !range) return { lines: [], next: undefined };
      const last = Math.min(range.last, range.first + LINES_AT_ONCE - 1);
      const lines = rowsOf(jobSeq, { first: range.first, last }, { ...query, newest: false, limit: query.limit + 1 }).map(
        ({ line }) => line,
      );
      if (lines.length > query.limit) return { lines: lines.slice(0, query.limit), next: lines[query.limit] };
      return { lines, next: last < range.last ? last + 1 : undefined };
    },
    summary(jobId: string): LogSummary {
      const levels: Record<LogLevel, number> = { DEBUG: 0, INFO: 0, WARNING: 0, ERROR: 0 };
      const jobSeq = numberOf(jobId);
      if (jobSeq === undefined) return { levels, first: null, last: null };
      for (const { level, lines } of counts.all(jobSeq)) levels[level] = lines;
      const { first, last } = ends.get(jobSeq)!;
      const place = (line: number | null) => (line === null ? null : { line, seq: seqAt.get(jobSeq, line)!.seq });
      return { levels, first: place(first), last: place(last) };
    },
    drop(jobId: string, limit: number): number {
      const jobSeq = numberOf(jobId);
      return jobSeq === undefined ? 0 : drop.run(jobSeq, limit).changes;
    },
  };
}

/** A row as it is answered. */
export const toStoredLine = ({ seq, line, job_id, time_us, level, stage, message }: LineRow): StoredLine => ({
  seq,
  line,
  jobId: job_id,
  timeUs: time_us,
  level,
  stage,
  message,
});
