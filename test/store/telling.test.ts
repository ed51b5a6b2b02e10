import { expect, test } from "bun:test";
import type { StoredEvent } from "../../src/domain/event.ts";
import { openTelling } from "../../src/store/telling.ts";

const event = (seq: number): StoredEvent => ({
  seq,
  jobId: null,
  body: { event: "queue_updated", pending: 0, processing: 0, completed: 0 },
});

test("what is taken back is not told, what was added before it is", () => {
  const told: number[][] = [];
  const telling = openTelling();
  telling.listen((events) => told.push(events.map(({ seq }) => seq)));
  telling.begin();
  telling.add(event(1));
  telling.begin();
  telling.add(event(2));
  telling.undo();
  telling.begin();
  telling.add(event(3));
  telling.tell();
  telling.add(event(4));
  telling.drop();
  telling.tell();
  expect(told).toEqual([[1, 3]]);
});

test("a listener that throws keeps none of the others from hearing", () => {
  let heard = 0;
  const telling = openTelling();
  telling.listen(() => {
    throw new Error("deaf");
  });
  telling.listen(() => {
    heard++;
  });
  telling.add(event(1));
  expect(telling.tell).toThrow("deaf");
  expect(heard).toBe(1);
});
