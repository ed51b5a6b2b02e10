import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { openPlace, type Place } from "../helpers/kinora.ts";
import { sampleRows } from "../helpers/pairwise.ts";
import { makeRangeFilm, RANGE } from "../helpers/range-films.ts";

/** Every style, shape and language at least once; `npm run bench -- pairwise` makes all pairs. */
const FILMS = sampleRows(RANGE, 8);

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.remove());

describe("a short film passes its quality report", () => {
  test.each(FILMS.map((row) => [`${row.style}, ${row.aspect}, ${row.language}`, row] as const))("%s", async (_name, row) => {
    const { passed, failed } = await makeRangeFilm(place, row, RANGE.indexOf(row));
    expect({ passed, failed }).toEqual({ passed: true, failed: [] });
  });
});
