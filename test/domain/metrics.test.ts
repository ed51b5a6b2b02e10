import { describe, expect, test } from "bun:test";
import type { StageRecord } from "../../src/domain/job-record.ts";
import { bucketOf, lengthClassOf, samplesOfChange, timeByStatus, toSpans } from "../../src/domain/metrics.ts";
import { FILM, newJob } from "../store/fill.ts";

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

describe("a stretch of time", () => {
  const stretches: [string, number, number, [string, number, number][]][] = [
    ["of nothing has no part", 0, 0, []],
    ["that ends before it begins has no part", DAY, 0, []],
    ["of a day is a day", DAY, 2 * DAY, [["day", DAY, 2 * DAY]]],
    ["of less than an hour is minutes", 5 * MINUTE, 50 * MINUTE, [["minute", 5 * MINUTE, 50 * MINUTE]]],
    ["over the end of an hour is minutes on both sides", HOUR - MINUTE, HOUR + MINUTE, [["minute", HOUR - MINUTE, HOUR + MINUTE]]],
    [
      "of an odd length is as few buckets as there can be",
      DAY - HOUR - MINUTE,
      3 * DAY + 2 * HOUR + 3 * MINUTE,
      [
        ["minute", DAY - HOUR - MINUTE, DAY - HOUR],
        ["hour", DAY - HOUR, DAY],
        ["day", DAY, 3 * DAY],
        ["hour", 3 * DAY, 3 * DAY + 2 * HOUR],
        ["minute", 3 * DAY + 2 * HOUR, 3 * DAY + 2 * HOUR + 3 * MINUTE],
      ],
    ],
  ];
  test.each(stretches)("%s", (_is, from, to, parts) =>
    expect(toSpans(from, to).map(({ tier, fromSec, toSec }) => [tier, fromSec, toSec] as [string, number, number])).toEqual(parts),
  );

  test("has each of its minutes in one part", () => {
    for (let from = 0; from < 3 * HOUR; from += 7 * MINUTE) {
      const [to, parts] = [from + 2 * DAY + 95 * MINUTE, toSpans(from, from + 2 * DAY + 95 * MINUTE)];
      expect(parts[0]!.fromSec).toBe(from);
      expect(parts.at(-1)!.toSec).toBe(to);
      for (const [index, part] of parts.slice(1).entries()) expect(part.fromSec).toBe(parts[index]!.toSec);
    }
  });
});

test("buckets are aligned to UTC", () =>
  expect(new Date(bucketOf(Date.parse("2026-11-20T17:29:59Z") / 1000, 900) * 1000).toISOString()).toBe("2026-11-20T17:15:00.000Z"));

test.each([
  [0, "0-60"],
  [59.9, "0-60"],
  [60, "60-120"],
  [299, "120-300"],
  [300, "300+"],
  [9999, "300+"],
] as const)("a film of %d s is of the class %s", (sec, name) => expect(lengthClassOf(sec)).toBe(name));

test("stages that run side by side count once, and those that never ended not at all", () => {
  const stage = (name: StageRecord["name"], from: number | null, to: number | null): StageRecord => ({
    ...{ name, progress: 100 },
    ...{ startedUs: from && from * 1e6, finishedUs: to && to * 1e6 },
  });
  const stages = [
    stage("timeline", 10, 11),
    stage("mix", 11, 20),
    stage("captions", 12, 14),
    stage("render", 14, 30),
    stage("deliver", 31, null),
  ];
  expect(timeByStatus(stages)).toEqual([
    ["audio_processing", 10],
    ["rendering", 16],
  ]);
  expect(timeByStatus([stage("mix", 1, 3), stage("captions", 5, 6), stage("plan", null, null)])).toEqual([["audio_processing", 3]]);
});

describe("what is measured of a change", () => {
  const job = { seq: 1, ...newJob({ createdUs: 10e6, dueUs: 20e6, updatedUs: 10e6 }) };
  const measured = (...change: Parameters<typeof samplesOfChange>) =>
    samplesOfChange(...change).map(({ measure, value, timeUs }) => [measure, value, timeUs / 1e6]);

  test("a wait counts from when the job could have begun", () =>
    expect(measured(job, { ...job, status: "rendering" }, { nowUs: 50e6 })).toEqual([["status_time", 30, 50]]));

  test("a wait after a crash counts from the crash", () => {
    const crashed = { ...job, startedUs: 21e6, updatedUs: 45e6 };
    expect(measured(crashed, { ...crashed, status: "rendering" }, { nowUs: 50e6 })).toEqual([["status_time", 5, 50]]);
  });

  test("work counts whatever comes of it, where its beginning is known", () => {
    const running = { ...job, status: "rendering" as const, startedUs: 21e6 };
    const back = { ...running, status: "pending" as const };
    expect(measured(running, back, { nowUs: 51e6, begunUs: 21e6 })).toEqual([["compute", 30, 51]]);
    expect(measured(running, back, { nowUs: 51e6 })).toEqual([]);
  });

  test("a film that is edited and rendered anew is completed once more", () => {
    const done = { ...job, status: "completed" as const, revision: 1, film: FILM, finishedUs: 60e6 };
    expect(measured(done, { ...done, title: "New" }, { nowUs: 61e6 })).toEqual([]);
    expect(measured(done, { ...done, revision: 2, finishedUs: 90e6 }, { nowUs: 90e6 }).map(([measure]) => measure)).toContain("completed");
  });

  test("a clock that is set back measures no time, not less", () =>
    expect(measured(job, { ...job, status: "rendering" }, { nowUs: 5e6 })).toEqual([["status_time", 0, 5]]));
});
