import { expect, test } from "bun:test";
import type { JobQuery } from "../../src/domain/job-query.ts";
import { toFilter } from "../../src/store/list-filter.ts";
import { cheapest, type Plan, planPage, type Sizes } from "../../src/store/list-plan.ts";

const MILLION = 1_000_000;
const all: Sizes = {
  all: MILLION,
  user: MILLION,
  facets: {},
  dates: MILLION,
  younger: 0,
  mixed: MILLION,
  mixes: [],
  total: MILLION,
  isCounted: true,
};
const part = (facets: Sizes["facets"], mixed: number): Partial<Sizes> => ({ facets, mixed, mixes: [1], total: mixed });
const month: Partial<Sizes> = { dates: 80_000, younger: 400_000, total: 80_000 };

const say = (plan: Plan): string => [plan.how, plan.index, "fromEnd" in plan && plan.fromEnd ? "from the end" : ""].join(" ").trim();

const PLANS: [what: string, query: Partial<JobQuery>, sizes: Partial<Sizes>, plan: string][] = [
  ["all jobs, first rows", {}, {}, "walk jobs_created"],
  ["all jobs, last rows", { offset: 900_000 }, {}, "walk jobs_created from the end"],
  ["sorted otherwise", { sortBy: "duration_target" }, {}, "walk jobs_duration"],
  ["a common status", { statuses: ["completed"] }, part({ status: 800_000 }, 800_000), "walk jobs_status_created"],
  [
    "a rare status, last rows",
    { statuses: ["failed"], offset: 19_000 },
    part({ status: 20_000 }, 20_000),
    "walk jobs_status_created from the end",
  ],
  ["a rare mix", { statuses: ["failed"], style: "custom" }, part({ status: 60_000, style: 90_000 }, 500), "gather jobs_facets"],
  [
    "a common mix: the rarer field leads",
    { statuses: ["completed"], style: "social" },
    part({ status: 800_000, style: 200_000 }, 160_000),
    "walk jobs_style_created",
  ],
  ["a priority", { priority: 3, sortBy: "progress" }, part({ priority: 50_000 }, 50_000), "walk jobs_priority_progress"],
  ["few statuses, first rows", { statuses: ["rendering", "publishing"] }, part({ status: 5000 }, 5000), "merge jobs_status_created"],
  [
    "common statuses, deep",
    { statuses: ["completed", "failed"], offset: 300_000 },
    part({ status: 900_000 }, 900_000),
    "walk jobs_created",
  ],
  ["a month by age", { fromUs: 1, toUs: 2 }, month, "walk jobs_created"],
  ["a month by what is the same for many", { fromUs: 1, toUs: 2, sortBy: "priority" }, month, "runs jobs_priority"],
  [
    "a month by its last change, latest first: from the other end",
    { fromUs: 1, toUs: 2, sortBy: "updated_at" },
    month,
    "walk jobs_updated from the end",
  ],
  ["a day", { fromUs: 1, sortBy: "progress", offset: 900 }, { dates: 3000, total: 3000 }, "gather jobs_created"],
  ["the jobs of a user", { userId: "ada" }, { user: 5000, total: 5000 }, "walk jobs_user_created"],
  ["the jobs of a user, sorted otherwise", { userId: "ada", sortBy: "progress" }, { user: 5000, total: 5000 }, "gather jobs_user_created"],
];

test.each(PLANS)("%s", (_, query, sizes, plan) => {
  const whole: JobQuery = { sortBy: "created_at", descending: true, limit: 50, offset: 0, ...query };
  const options = planPage(whole, toFilter(whole), { ...all, ...sizes }, (_way, column) => (column === "priority" ? 10 : 1000));
  expect(say(cheapest(options))).toBe(plan);
});
