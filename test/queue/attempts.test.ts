import { afterEach, expect, test } from "bun:test";
import { attemptsOf } from "../../src/domain/attempt-record.ts";
import type { SchedulerOptions } from "../../src/queue/scheduler.ts";
import { type Engine, noop, openEngine, staged } from "./engine.ts";

const engines: Engine[] = [];
const open = async (options?: Partial<SchedulerOptions>) => {
  const engine = await openEngine(options);
  engines.push(engine);
  return engine;
};
afterEach(async () => {
  for (const engine of engines.splice(0).reverse()) await engine.close();
});

const over = ({ status }: { status: string }) => ["completed", "failed", "cancelled"].includes(status);
/** The tries of a job in short. */
const triesOf = (engine: Engine, id: string) =>
  attemptsOf(engine.job(id), engine.store.read.attempts(id)).map(({ number, outcome, errorCode, startedUs, stages }) => [
    number,
    outcome ?? (startedUs === null ? "waiting" : "running"),
    errorCode,
    stages.map(({ name }) => name).join(" "),
  ]);

test("a job that fails once has two tries, each with the stages that it ran", async () => {
  const engine = await open();
  const id = await engine.submit(staged({ mix: "fail-once" }));
  await engine.until(id, over);
  expect(triesOf(engine, id)).toEqual([
    [1, "failed", "provider_unavailable", "plan assets speech timeline mix"],
    [2, "completed", null, "mix captions render deliver"],
  ]);
  const [first, second] = engine.store.read.attempts(id);
  expect(second!.queuedUs).toBeGreaterThanOrEqual(first!.finishedUs!);
  expect(second!.startedUs).toBeGreaterThanOrEqual(second!.queuedUs);
});

test("a crash interrupts a try, and so does a server that is killed; the next goes on", async () => {
  const engine = await open();
  const id = await engine.submit(staged({ speech: "crash-once", render: "wait" }));
  await engine.until(id, ({ status }) => status === "rendering");
  expect(triesOf(engine, id).map(([, outcome, code]) => [outcome, code])).toEqual([
    ["interrupted", "worker_died"],
    ["running", null],
  ]);
  engine.kill();
  const next = engine.restart();
  engines.push(next);
  await next.until(id, () => next.store.read.attempts(id).length === 3);
  expect(triesOf(next, id).map(([, outcome]) => outcome)).toEqual(["interrupted", "interrupted", "running"]);
});

test("jobs keep the place in which they run, and waiting for one is foreseen", async () => {
  const engine = await open({ slots: 2 });
  const [first, second] = [await engine.submit(staged({ plan: "wait" })), await engine.submit(staged({ plan: "until-file" }))];
  for (const id of [first, second]) await engine.until(id, ({ status }) => status === "scene_planning");
  while (engine.scheduler.state().places.some(({ jobId }) => jobId === null)) await Bun.sleep(1);
  const places = () => engine.scheduler.state().places.map(({ jobId }) => jobId);
  expect(places().sort()).toEqual([first, second].sort());
  const before = places();
  const third = await engine.submit(noop(10));
  expect(triesOf(engine, third)).toEqual([[1, "waiting", null, ""]]);
  expect(engine.scheduler.waitSec(1)).toBeGreaterThan(0);
  await Bun.write(`${engine.folder}/jobs/${second}/1/go`, "");
  await engine.until(third, over);
  expect(places()[before.indexOf(first)]).toBe(first);
});
