import { KinoraError } from "../domain/error.ts";
import type { AnyEvent, LogEvent, LogLine, StoredEvent } from "../domain/event.ts";
import type { StageName } from "../domain/stages.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { Connection } from "./connection.ts";
import type { EventQuery, LogQuery, StoredLine } from "./store.ts";

type EventRow = { seq: number; body: string };
type LineRow = { seq: number; job_id: string; time_us: number; level: LogLevel; stage: StageName | null; message: string };

/** How many lines of a log are read before they are searched. */
const LINES_AT_ONCE = 1000;

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
  const span = db.statement<{ oldest: number | null; events: number | null; lines: number | null }>(
    "SELECT (SELECT min(seq) FROM events) AS oldest, (SELECT max(seq) FROM events) AS events, (SELECT max(seq) FROM job_logs) AS lines",
  );
  let last = lastNumber(db);

  const numberOf = (jobId: string | null): number | null | undefined => (jobId === null ? null : seqOf.get(jobId)?.seq);

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
    logs({ jobId, after = 0, levels, search, limit }: LogQuery): StoredLine[] {
      const jobSeq = numberOf(jobId);
      const words = search?.toLowerCase() ?? "";
      const found: StoredLine[] = [];
      if (typeof jobSeq !== "number") return found;
      for (let last = after; found.length < limit; ) {
        const rows = jobLines.all(jobSeq, last, LINES_AT_ONCE);
        const wanted = rows.filter(({ level, message }) => (!levels || levels.includes(level)) && message.toLowerCase().includes(words));
        found.push(...wanted.map((row) => ({ seq: row.seq, ...toLine(row) })));
        if (rows.length < LINES_AT_ONCE) break;
        last = rows.at(-1)!.seq;
      }
      return found.slice(0, limit);
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

const toLineEvent = ({ seq, ...row }: LineRow): StoredEvent => ({ seq, jobId: row.job_id, body: lineEvent(toLine(row)) });

const lineEvent = ({ jobId, timeUs, level, stage, message }: LogLine): LogEvent => ({
  event: "job_log_entry",
  job_id: jobId,
  timestamp: new Date(timeUs / 1000).toISOString(),
  level,
  stage,
  message,
});
