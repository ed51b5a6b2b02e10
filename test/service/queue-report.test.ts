import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { QueueEvent, StoredEvent } from "../../src/domain/event.ts";
import { readSubmission } from "../../src/domain/submit.ts";
import { startQueueReport } from "../../src/service/queue-report.ts";
import { newJob } from "../../src/service/submit.ts";
import { openStore } from "../../src/store/open.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const nowUs = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

/** A store with what is told of its queue. */
function open(name: string) {
  const store = openStore(join(folder, name), { nowUs });
  const reports: QueueEvent[] = [];
  let wake: () => void = () => undefined;
  store.listen((events: readonly StoredEvent[]) => {
    for (const { body } of events) if (body.event === "queue_updated") reports.push(body);
    wake();
  });
  return {
    store,
    reports,
    add: () =>
      store.write((tx) =>
        tx.insertJob(newJob(readSubmission({ kind: "noop", prompt: "Bees" }, { noop: true }), Bun.randomUUIDv7(), nowUs())),
      ),
    async until(test: () => boolean) {
      while (!test()) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

const numbers = ({ pending, processing, completed }: QueueEvent) => [pending, processing, completed];

test("the first change is told at once, a burst of them together, the last state always, and nothing twice", async () => {
  const { store, reports, add, until } = open("burst.db");
  const report = startQueueReport({ store, nowUs });
  const first = await add();
  await until(() => reports.length === 1);
  expect(numbers(reports[0]!)).toEqual([1, 0, 0]);
  for (let i = 0; i < 200; i++) await add();
  await store.write((tx) => tx.changeJob(first.id, { status: "rendering" }));
  await store.write((tx) => tx.changeJob(first.id, { status: "completed", waitingFor: null }));
  await until(() => reports.at(-1)!.completed === 1);
  expect(numbers(reports.at(-1)!)).toEqual([200, 0, 1]);
  expect(reports.length).toBeLessThan(20);
  const before = reports.length;
  await store.write((tx) => tx.changeJob(first.id, { step: "Nothing that counts." }));
  await Bun.sleep(600);
  expect(reports).toHaveLength(before);
  const stored = store.read.events({ after: 0, limit: 1000 }).flatMap(({ body }) => (body.event === "queue_updated" ? [body] : []));
  expect(stored).toEqual(reports);
  report.stop();
  store.close();
});

test("what a crash kept from being told is told at the next start, and an empty queue says nothing", async () => {
  const { store, reports, add, until } = open("crash.db");
  startQueueReport({ store, nowUs }).stop();
  await add();
  expect(reports).toEqual([]);
  const report = startQueueReport({ store, nowUs });
  await until(() => reports.length === 1);
  expect(numbers(reports[0]!)).toEqual([1, 0, 0]);
  report.stop();
  store.close();
});
