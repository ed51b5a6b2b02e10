import { describe, expect, test } from "bun:test";
import { pickTurn, type Turn } from "../../src/queue/rows.ts";

const job = { name: "one" };
const other = { name: "other" };
const scene = (place: number, owner: object = job): Turn => ({ job: owner, row: { row: "scenes", place } });
const alone: Turn = { job };

describe("which task is next", () => {
  test.each<[string, Turn[], Turn | undefined, Turn[], number]>([
    ["the first, when nothing is in a row", [alone, alone], undefined, [], 0],
    ["the one that follows what the thread has just done", [scene(4), scene(2)], scene(1), [], 1],
    ["not the one that a busy thread is about to follow up", [scene(1), scene(2)], undefined, [scene(0)], 1],
    ["the first all the same, when every one is to be followed up", [scene(1)], undefined, [scene(0)], 0],
    ["the first, when the row is another job's", [scene(5), scene(1)], scene(0, {}), [], 0],
  ])("%s", (_what, waiting, last, underWay, index) => {
    expect(pickTurn(waiting, last, underWay)).toBe(index);
  });

  test.each<[string, Turn[], Turn[], [object, number][], number]>([
    ["of the job that keeps fewer threads busy", [scene(1), scene(0, other)], [scene(0)], [[job, 1]], 1],
    ["of the job that has waited longer, where they keep as many", [scene(1), scene(0, other)], [], [[job, 1]], 1],
    [
      "of the job that was served longest ago",
      [scene(1), scene(0, other)],
      [],
      [
        [job, 1],
        [other, 2],
      ],
      0,
    ],
  ])("%s", (_what, waiting, underWay, served, index) => {
    expect(pickTurn(waiting, scene(0), underWay, new Map(served))).toBe(index);
  });

  test("two threads draw a film nearly in its order, each several scenes on end", () => {
    const waiting = Array.from({ length: 8 }, (_, place) => scene(place));
    const threads: (Turn | undefined)[] = [undefined, undefined];
    const order: number[] = [];
    for (let turn = 0; order.length < 8; turn++) {
      const at = turn % 2;
      const last = threads[at];
      threads[at] = undefined;
      const busy = threads.filter((thread) => thread !== undefined);
      const [taken] = waiting.splice(pickTurn(waiting, last, busy), 1);
      threads[at] = taken;
      order.push(taken!.row!.place);
    }
    expect(order).toEqual([0, 2, 1, 3, 5, 4, 6, 7]);
  });
});
