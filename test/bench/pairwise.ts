/**
 * Every pair of style, shape and language: a short film for each row of a covering array, made by the program in dist, with its quality
 * report: `bun test/bench/pairwise.ts [WORD ...]`, where words choose the rows that have them all (a style, a shape, a language).
 * Exits 1 when a film fails.
 */
import { openPlace } from "../helpers/kinora.ts";
import { makeRangeFilm, RANGE, rangePrompt } from "../helpers/range-films.ts";

const words = process.argv.slice(2);
const chosen = RANGE.map((row, index) => ({ row, index })).filter(({ row }) => words.every((word) => Object.values(row).includes(word)));
const place = await openPlace();
let passed = 0;
try {
  for (const { row, index } of chosen) {
    const start = performance.now();
    const outcome = await makeRangeFilm(place, row, index);
    const took = ((performance.now() - start) / 1000).toFixed(1);
    passed += outcome.passed ? 1 : 0;
    const name = `${String(index + 1).padStart(2)}  ${row.style!.padEnd(12)} ${row.aspect!.padEnd(5)} ${row.language}`;
    console.log(`${outcome.passed ? "✓" : "✗"} ${name}  ${took.padStart(5)} s  ${rangePrompt(row, index)}`);
    for (const fault of outcome.failed) console.log(`      ${fault}`);
  }
} finally {
  await place.remove();
}
console.log(`${passed} of ${chosen.length} films pass their quality report.`);
process.exit(passed === chosen.length ? 0 : 1);
