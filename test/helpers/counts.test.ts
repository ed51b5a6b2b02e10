import { expect, test } from "bun:test";
import { readCounts } from "./counts.ts";

const GOOD = "a.test.ts:\n(pass) 7 pass\n\n 12 pass\n 0 fail\n 30 expect() calls\nRan 12 tests across 3 files. [5.00ms]\n";
const BAD = " 1 pass\n 1 skip\n 1 todo\n 4 fail\n 2 errors\n 1 expect() calls\nRan 7 tests across 3 files. [5.00ms]\n";

test.each([
  ["a good run", GOOD, 0, { passed: 12, failed: 0 }],
  ["colours in its sums", "\x1b[32m 12 pass\x1b[0m\n\x1b[2m 0 fail\x1b[0m\n", 0, { passed: 12, failed: 0 }],
  ["failures, among them files that do not load", BAD, 1, { passed: 1, failed: 4 }],
  ["a failure that no sum shows", GOOD, 1, { passed: 12, failed: 1 }],
  ["no test at all", "The following filters did not match any test files:\n nothing\n", 1, { passed: 0, failed: 1 }],
  ["no test and no complaint", "", 0, { passed: 0, failed: 1 }],
])("%s is counted", (_, output, code, counts) => expect(readCounts(output, code)).toEqual(counts));
