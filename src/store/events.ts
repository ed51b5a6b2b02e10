import { KinoraError } from "../domain/error.ts";
import type { AnyEvent, LogEvent, LogLine, StoredEvent } from "../domain/event.ts";
import type { StageName } from "../domain/stages.ts";
import { toTimestamp } from "../domain/timestamp.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { Connection } from "./connection.ts";
import type { EventQuery, LogQuery, LogScan, StoredLine } from "./store.ts";

type EventRow = { seq: number; body: string };
type LineRow = { seq: number; job_id: string; time_us: number; level: LogLevel; stage: StageName | null; message: string };

/** How many lines of a log are looked through at once. */
const LINES_AT_ONCE = 4000;

const LEVELS: readonly LogLevel[] = ["DEBUG", "INFO", "WARNING", "ERROR"];

const LINES = `SELECT job_logs.seq, jobs.id AS job_id, time_us, level, stage, message FROM job_logs CROSS JOIN jobs ON jobs.seq = job_seq`;

/** What is told and what is logged, numbered together by one row of numbers that never falls, so that a listener resumes by one number. */
export function openEvents(db: Connection) {
  const insertEvent = db.statement<never>("INSERT INTO events (seq, job_seq, time_us, body) VALUES (?, ?, ?, ?)");
  const insertLine = db.statement<never>("INSERT INTO job_logs (seq, job_seq, time_us, level, stage, message) VALUES (?, ?, ?, ?, ?, ?)");
  const seqOf = db.statement<{ seq: number }>("SELECT seq FROM jobs WHERE id = ?");
  const allEvents = db.statement<EventRow>("SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?");
  const jobEvents = db.statement<EventRow>("SELECT seq, body FROM events WHERE job_seq = ? AND seq > ? ORDER BY seq LIMIT ?");
  const allLines = db.statement<LineRow>(`${LINES} WHERE job_logs.seq > ? ORDER BY job_logs.seq LIMIT ?`);
  const jobLines = db.statement<LineRow>(`${LINES} WHERE job_seq = ? AND job_logs.seq > ? ORDER BY job_logs.seq LIMIT ?`);
  const lineAt = db.statement<{ seq: number }>("SELECT seq FROM job_logs WHERE job_seq = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ?");
  const span = db.statement<{ oldest: number | null; events: number | null; lines: number | null }>(
    "SELECT (SELECT min(seq) FROM events) AS oldest, (SELECT max(seq) FROM events) AS events, (SELECT max(seq) FROM job_logs) AS lines",
  );
  const dropLines = db.statement<never>(
    "DELETE FROM job_logs WHERE seq IN (SELECT seq FROM job_logs WHERE job_seq = ? ORDER BY seq LIMIT ?)",
  );
  let last = lastNumber(db);

  const numberOf = (jobId: string | null): number | null | undefined => (jobId === null ? null : seqOf.get(jobId)?.seq);

  /** Words are found whatever their case, that of letters beyond ASCII only when the words have some. */
  function scan({ jobId, after = 0, levels, search = "", limit }: LogQuery): LogScan {
    const jobSeq = numberOf(jobId);
    if (typeof jobSeq !== "number") return { lines: [], next: undefined };
    if (!levels && search === "") {
      const rows = jobLines.all(jobSeq, after, Math.min(limit, LINES_AT_ONCE));
      return { lines: rows.map(toStoredLine), next: rows.length < Math.min(limit, LINES_AT_ONCE) ? undefined : rows.at(-1)?.seq };
    }
    const words = search.toLowerCase();
    const isAscii = /^\p{ASCII}*$/u.test(words);
    const last = lineAt.get(jobSeq, after, LINES_AT_ONCE - 1)?.seq;
    const among = (levels ?? LEVELS).map((level) => `'${level}'`).join(", ");
    const rows = db
      .statement<LineRow>(
        `${LINES} WHERE job_seq = ? AND job_logs.seq > ? AND job_logs.seq <= ? AND level IN (${among}) AND (? = '' OR instr(lower(message), ?) > 0) ORDER BY job_logs.seq LIMIT ?`,
      )
      .all(jobSeq, after, last ?? Number.MAX_SAFE_INTEGER, isAscii ? words : "", isAscii ? words : "", isAscii ? limit : LINES_AT_ONCE);
    const wanted = isAscii ? rows : rows.filter(({ message }) => message.toLowerCase().includes(words)).slice(0, limit);
    const lines = wanted.map(toStoredLine);
    return { lines, next: lines.length >= limit ? lines.at(-1)!.seq : last };
  }

  return {
    add(jobId: string | null, jobSeq: number | null, body: AnyEvent, timeUs: number): StoredEvent {
      const seq = ++last;
      insertEvent.run(seq, jobSeq, timeUs, JSON.stringify(body));
      return { seq, jobId, body };
    },
    numberOf,
    /** Stores a line and answers how it is told. Throws `not_found` when there is no such job. */
    addLine(line: LogLine): StoredEvent {
      const jobSeq = numberOf(line.jobId);
      if (typeof jobSeq !== "number") throw new KinoraError("not_found", `There is no job ${line.jobId}.`);
      const seq = ++last;
      insertLine.run(seq, jobSeq, line.timeUs, line.level, line.stage, line.message);
      return { seq, jobId: line.jobId, body: lineEvent(line) };
    },
    events({ after, limit, jobId, logs }: EventQuery): StoredEvent[] {
      const jobSeq = jobId === undefined ? undefined : numberOf(jobId);
      if (jobId !== undefined && typeof jobSeq !== "number") return [];
      const told = (typeof jobSeq === "number" ? jobEvents.all(jobSeq, after, limit) : allEvents.all(after, limit)).map(toEvent);
      if (!logs) return told;
      const lines = (typeof jobSeq === "number" ? jobLines.all(jobSeq, after, limit) : allLines.all(after, limit)).map(toLineEvent);
      return [...told, ...lines].sort((a, b) => a.seq - b.seq).slice(0, limit);
    },
    logs(query: LogQuery): StoredLine[] {
      const lines: StoredLine[] = [];
      for (let { after } = query; ; ) {
        const found = scan({ ...query, limit: query.limit - lines.length, ...(after !== undefined && { after }) });
        lines.push(...found.lines);
        if (lines.length >= query.limit || found.next === undefined) return lines;
        after = found.next;
      }
    },
    scanLogs: scan,
    dropLines(jobId: string, limit: number): number {
      const jobSeq = numberOf(jobId);
      return typeof jobSeq === "number" ? dropLines.run(jobSeq, limit).changes : 0;
    },
    span(): { oldest: number; newest: number } {
      const { oldest, events, lines } = span.get()!;
      return oldest === null ? { oldest: 0, newest: 0 } : { oldest, newest: Math.max(events ?? 0, lines ?? 0) };
    },
  };
}

function lastNumber(db: Connection): number {
  const { last } = db
    .statement<{ last: number | null }>("SELECT max(seq) AS last FROM sqlite_sequence WHERE name IN ('events', 'job_logs')")
    .get() as { last: number | null };
  return last ?? 0;
}

const toEvent = ({ seq, body }: EventRow): StoredEvent => {
  const event = JSON.parse(body) as AnyEvent;
  return { seq, jobId: "job_id" in event ? event.job_id : null, body: event };
};

const toLine = ({ job_id, time_us, level, stage, message }: Omit<LineRow, "seq">): LogLine => ({
  jobId: job_id,
  timeUs: time_us,
  level,
  stage,
  message,
});

const toStoredLine = (row: LineRow): StoredLine => ({ seq: row.seq, ...toLine(row) });

const toLineEvent = ({ seq, ...row }: LineRow): StoredEvent => ({ seq, jobId: row.job_id, body: lineEvent(toLine(row)) });

const lineEvent = ({ jobId, timeUs, level, stage, message }: LogLine): LogEvent => ({
  event: "job_log_entry",
  job_id: jobId,
  timestamp: toTimestamp(timeUs),
  level,
  stage,
  message,
});
