import { expect, test } from "bun:test";
import { openPlaces } from "../../src/queue/places.ts";

test("a job keeps its place, whoever comes and goes, and the next takes the first that is free", () => {
  let now = 0;
  const places = openPlaces(2, () => ++now);
  expect(places.all()).toEqual([
    { jobId: null, sinceUs: 1 },
    { jobId: null, sinceUs: 2 },
  ]);
  places.take("a");
  places.take("b");
  places.giveBack("a");
  expect(places.all()).toEqual([
    { jobId: null, sinceUs: 5 },
    { jobId: "b", sinceUs: 4 },
  ]);
  places.take("c");
  places.giveBack("nobody");
  expect(places.all().map(({ jobId }) => jobId)).toEqual(["c", "b"]);
});
