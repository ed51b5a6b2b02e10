import { describe, expect, test } from "bun:test";
import { parseEventStream } from "../../src/client/inner/event-stream.ts";
import { openSubscriptions } from "../../src/client/inner/subscriptions.ts";
import type { EventsExpired, LiveEvent } from "../../src/client/live.ts";

const cancelled = (seq: number, job_id = "a") => ({ event: "job_cancelled", job_id, seq });

function listen() {
  const heard: LiveEvent[] = [];
  const expired: EventsExpired[] = [];
  const faults: object[] = [];
  const subscriptions = openSubscriptions({ onExpired: (event) => expired.push(event), onError: (fault) => faults.push(fault) });
  const seqs = () => heard.map((event) => ("seq" in event ? event.seq : undefined));
  return { subscriptions, heard, expired, faults, seqs, hear: (event: LiveEvent) => void heard.push(event) };
}

describe("events", () => {
  test("come once, whichever connection they come by", () => {
    const { subscriptions, hear, seqs } = listen();
    subscriptions.add({ filters: {}, logs: false, hear });
    subscriptions.beginConnection();
    for (const seq of [1, 2, 2, 5]) subscriptions.take(cancelled(seq));
    subscriptions.beginConnection();
    for (const seq of [4, 5, 6, 6, 7]) subscriptions.take(cancelled(seq));
    expect(seqs()).toEqual([1, 2, 5, 6, 7]);
    expect(subscriptions.lastSeq()).toBe(7);
  });

  test("that come late on one connection are not lost", () => {
    const { subscriptions, hear, seqs } = listen();
    subscriptions.add({ filters: {}, logs: false, hear });
    subscriptions.advance(3);
    subscriptions.beginConnection();
    for (const seq of [9, 4, 3, 4]) subscriptions.take(cancelled(seq));
    expect(seqs()).toEqual([9, 4]);
  });

  test("go on after a server whose numbers have begun anew, and it is said that some are lost", () => {
    const { subscriptions, hear, heard, expired } = listen();
    subscriptions.add({ jobId: "a", logs: false, hear });
    subscriptions.advance(900);
    subscriptions.beginConnection();
    subscriptions.take({ event: "events_expired", after: 900, oldest: 1, newest: 2 });
    subscriptions.take(cancelled(3));
    expect(expired).toHaveLength(1);
    expect(heard.map(({ event }) => event)).toEqual(["events_expired", "job_cancelled"]);
    expect(subscriptions.lastSeq()).toBe(3);
  });

  test.each([
    [{ status: ["failed"] }, { event: "job_failed", job_id: "a", error: "x", error_code: "internal", seq: 1 }, true],
    [{ status: ["failed"] }, cancelled(1), false],
    [{ kind: ["generate"] }, { event: "queue_updated", pending: 0, processing: 0, completed: 0, seq: 1 }, true],
    [{ priority: [9] }, { event: "job_created", job_id: "a", kind: "generate", status: "pending", priority: 5, prompt: "", seq: 1 }, false],
    [{ priority: [9] }, { event: "stage_completed", job_id: "a", stage: "plan", seconds: 1, seq: 1 }, true],
    [{}, { event: "job_log_entry", job_id: "a", timestamp: "", level: "INFO", stage: null, message: "", seq: 1 }, false],
  ] as const)("filtered by %j, %j is heard: %p", (filters, event, isHeard) => {
    const { subscriptions, hear, heard } = listen();
    subscriptions.add({ filters, logs: false, hear });
    subscriptions.beginConnection();
    subscriptions.take(event);
    expect(heard.length > 0).toBe(isHeard);
  });

  test("what leaves a filter is told as well", () => {
    const { subscriptions, hear, heard } = listen();
    subscriptions.add({ filters: { status: ["rendering"] }, logs: false, hear });
    const status = {
      event: "job_status_update",
      job_id: "a",
      waiting_for: null,
      overall_progress: 1,
      current_step: null,
      estimated_time_remaining: null,
    };
    for (const [index, name] of ["pending", "rendering", "completed", "completed"].entries())
      subscriptions.take({ ...status, status: name, seq: index + 1 });
    expect(heard.map((event) => "status" in event && event.status)).toEqual(["rendering", "completed"]);
  });

  test.each([[null], [7], ["x"], [[]], [{}], [{ event: "pong" }], [{ event: "something_new", seq: 1 }]])("%j does no harm", (message) => {
    const { subscriptions, hear } = listen();
    subscriptions.add({ jobId: "a", logs: true, hear });
    expect(() => subscriptions.take(message)).not.toThrow();
  });

  test("what the server would not take is said", () => {
    const { subscriptions, faults } = listen();
    subscriptions.take({ event: "error", code: "not_found", message: "There is no job." });
    expect(faults).toEqual([{ code: "not_found", message: "There is no job." }]);
  });
});

test("all who listen are asked for together", () => {
  const { subscriptions, hear } = listen();
  subscriptions.add({ jobId: "a", logs: false, hear });
  subscriptions.add({ jobId: "a", logs: true, hear });
  const end = subscriptions.add({ filters: { kind: ["noop"] }, logs: false, hear });
  expect(subscriptions.wants()).toEqual({ jobs: ["a"], all: { filters: { kind: ["noop"] }, logs: false }, logs: true });
  subscriptions.add({ filters: { status: ["failed"] }, logs: true, hear });
  expect(subscriptions.wants().all).toEqual({ filters: {}, logs: true });
  expect(subscriptions.takeUnasked().jobs).toEqual(["a"]);
  expect(subscriptions.takeUnasked()).toEqual({ jobs: [], all: undefined, logs: false });
  end();
  expect(subscriptions.wants().all).toEqual({ filters: { status: ["failed"] }, logs: true });
});

test.each([
  [["data: a\n\n"], ["a"]],
  [
    ["id: 1\nda", "ta: a\n", "data:b\n\nretry: 5\n\n: still here\n\ndata: c\n\n"],
    ["a\nb", "c"],
  ],
  [
    ["data: a\r\n\r\ndata: ö\r", "\n\r\n"],
    ["a", "ö"],
  ],
  [["data: unfinished\n"], []],
])("a stream of %j has the events %j", async (chunks, events) => {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  const read: string[] = [];
  for await (const data of parseEventStream(body, () => undefined)) read.push(data);
  expect(read).toEqual(events);
});
