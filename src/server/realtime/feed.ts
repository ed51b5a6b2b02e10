import type { StoredEvent } from "../../domain/event.ts";
import type { JobService } from "../../service/service.ts";
import { toText } from "./hub.ts";

/** Which events a stream tells. */
export type StreamInterest = { jobId: string | undefined; logs: boolean };

/** Events that were told together, written as server-sent events once for all streams that want the same. */
export type Batch = { newest: number; bytes: (wanted: StreamInterest) => Uint8Array | undefined };

const encoder = new TextEncoder();

/** Events as a stream has them (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export const toStream = (events: readonly StoredEvent[]): string =>
  events.map((event) => `id: ${event.seq}\ndata: ${toText(event)}\n\n`).join("");

function toBatch(events: readonly StoredEvent[]): Batch {
  const written = new Map<string, Uint8Array | undefined>();
  const write = ({ jobId, logs }: StreamInterest) => {
    const wanted = events.filter(
      ({ jobId: of, body }) => (jobId === undefined || jobId === of) && (logs || body.event !== "job_log_entry"),
    );
    return wanted.length > 0 ? encoder.encode(toStream(wanted)) : undefined;
  };
  return {
    newest: events.at(-1)!.seq,
    bytes(wanted) {
      const key = `${wanted.jobId ?? ""} ${wanted.logs}`;
      if (!written.has(key)) written.set(key, write(wanted));
      return written.get(key);
    },
  };
}

/** Passes on what happens to all streams. */
export function openFeed(service: Pick<JobService, "listen">) {
  const streams = new Set<(batch: Batch) => void>();
  const stop = service.listen((events) => {
    if (streams.size === 0) return;
    const batch = toBatch(events);
    for (const hear of [...streams]) hear(batch);
  });
  return {
    /** Answers how to stop hearing. */
    hear(hear: (batch: Batch) => void): () => void {
      streams.add(hear);
      return () => void streams.delete(hear);
    },
    stop,
  };
}
export type Feed = ReturnType<typeof openFeed>;
