import type { AnyEvent, LogEvent, LogLine, StoredEvent } from "../domain/event.ts";
import { toTimestamp } from "../domain/timestamp.ts";
import type { Connection } from "./connection.ts";
import { type LineRow, openLogLines, SELECT_LINES, toStoredLine } from "./log-lines.ts";
import type { EventQuery, StoredLine } from "./store.ts";

type EventRow = { seq: number; body: string };

/** What is told and what is logged, numbered together by one row of numbers that never falls, so that a listener resumes by one number. */
export function openEvents(db: Connection) {
  const insertEvent = db.statement<never>("INSERT INTO events (seq, job_seq, time_us, body) VALUES (?, ?, ?, ?)");
  const seqOf = db.statement<{ seq: number }>("SELECT seq FROM jobs WHERE id = ?");
  const allEvents = db.statement<EventRow>("SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?");
  const jobEvents = db.statement<EventRow>("SELECT seq, body FROM events WHERE job_seq = ? AND seq > ? ORDER BY seq LIMIT ?");
  const allLines = db.statement<LineRow>(`${SELECT_LINES} WHERE job_logs.seq > ? ORDER BY job_logs.seq LIMIT ?`);
  const span = db.statement<{ oldest: number | null; events: number | null; lines: number | null }>(
    "SELECT (SELECT min(seq) FROM events) AS oldest, (SELECT max(seq) FROM events) AS events, (SELECT max(seq) FROM job_logs) AS lines",
  );
  let last = lastNumber(db);

  const numberOf = (jobId: string | null): number | null | undefined => (jobId === null ? null : seqOf.get(jobId)?.seq);
  const lines = openLogLines(db, (jobId) => seqOf.get(jobId)?.seq);
  const linesAfter = (query: EventQuery): StoredLine[] =>
    query.jobId === undefined
      ? allLines.all(query.after, query.limit).map(toStoredLine)
      : lines.logs({ jobId: query.jobId, after: query.after, limit: query.limit });

  return {
    add(jobId: string | null, jobSeq: number | null, body: AnyEvent, timeUs: number): StoredEvent {
      const seq = ++last;
      insertEvent.run(seq, jobSeq, timeUs, JSON.stringify(body));
      return { seq, jobId, body };
    },
    numberOf,
    /** Stores a line and answers how it is told. Throws `not_found` when there is no such job. */
    addLine: (line: LogLine): StoredEvent => toLineEvent(lines.add(line, ++last)),
    events(query: EventQuery): StoredEvent[] {
      const { after, limit, jobId } = query;
      const jobSeq = jobId === undefined ? undefined : numberOf(jobId);
      if (jobId !== undefined && typeof jobSeq !== "number") return [];
      const told = (typeof jobSeq === "number" ? jobEvents.all(jobSeq, after, limit) : allEvents.all(after, limit)).map(toEvent);
      if (!query.logs) return told;
      return [...told, ...linesAfter(query).map(toLineEvent)].sort((a, b) => a.seq - b.seq).slice(0, limit);
    },
    logs: lines.logs,
    scanLogs: lines.scan,
    matchLogs: lines.match,
    logSummary: lines.summary,
    dropLines: lines.drop,
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

const toLineEvent = (line: StoredLine): StoredEvent => ({ seq: line.seq, jobId: line.jobId, body: lineEvent(line) });

const lineEvent = ({ jobId, line, timeUs, level, stage, message }: StoredLine): LogEvent => ({
  event: "job_log_entry",
  job_id: jobId,
  line,
  timestamp: toTimestamp(timeUs),
  level,
  stage,
  message,
});
