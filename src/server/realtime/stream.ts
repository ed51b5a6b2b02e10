import type { JobService } from "../../service/service.ts";
import type { Turns } from "../../service/turns.ts";
import { type Batch, type Feed, type StreamInterest, toStream } from "./feed.ts";
import { COME_BACK_MS, SILENT_MS } from "./limits.ts";

/** Events that are read at once when some are told again. */
const PAGE = 100;

const encoder = new TextEncoder();
const STILL_HERE = encoder.encode(": still here\n\n");

type StreamMeans = { service: Pick<JobService, "events">; feed: Feed; turn: Turns; open: Set<() => void> };

/**
 * Tells `first`, then everything after a number. Its listener reads when there is room: who is up to date is given what happens, written once for
 * all; who is not reads on from the store where it is. So one who reads slowly misses nothing and costs no memory.
 */
export function streamEvents({ service, feed, turn, open }: StreamMeans, wanted: StreamInterest, after: number, first: string) {
  let cursor = after;
  let isBehind = true;
  let isOver = false;
  let wake: ((batch: Batch | undefined) => void) | undefined;
  const stopHearing = feed.hear((batch) => {
    if (wake) wake(batch);
    else isBehind = true;
  });
  const end = () => {
    isOver = true;
    stopHearing();
    open.delete(end);
    wake?.(undefined);
  };
  open.add(end);

  /** What comes next in the store; none when there is nothing more. */
  const read = (): Uint8Array | undefined => {
    const { jobId, logs } = wanted;
    const { events } = service.events({ after: cursor, limit: PAGE, logs, ...(jobId !== undefined && { jobId }) });
    cursor = events.at(-1)?.seq ?? cursor;
    isBehind = events.length === PAGE;
    return events.length > 0 ? encoder.encode(toStream(events)) : undefined;
  };

  /** What comes next of what happens, or a word after a silence. */
  const wait = async (): Promise<Uint8Array | undefined> => {
    const { promise, resolve } = Promise.withResolvers<Batch | "silence" | undefined>();
    const timer = setTimeout(resolve, SILENT_MS, "silence");
    wake = (batch) => {
      wake = undefined;
      clearTimeout(timer);
      resolve(batch);
    };
    const heard = await promise;
    wake = undefined;
    if (heard === "silence") return STILL_HERE;
    if (!heard) return undefined;
    cursor = heard.newest;
    return heard.bytes(wanted);
  };

  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${COME_BACK_MS}\n\n${first}`)),
    async pull(controller) {
      while (!isOver) {
        if (isBehind) await turn();
        const bytes = isOver ? undefined : isBehind ? read() : await wait();
        if (bytes) return controller.enqueue(bytes);
      }
      controller.close();
    },
    cancel: end,
  });
}
