import { describe, expect, test } from "bun:test";
import { blendCosts, filmLengthSec, filmSeconds, priorCosts } from "../../src/domain/costs.ts";
import { resolveRequest } from "../../src/domain/job.ts";
import { MEASURED_COSTS, type StageCosts } from "../../src/domain/stages.ts";

const film = (rest: object = {}) => resolveRequest({ prompt: "A lake", ...rest });

describe("how long a film will be", () => {
  test.each<[string, object, number, number]>([
    ["what is asked for", { prompt: "A lake", duration_target: 24 }, 24, 24],
    ["a minute for a prompt", { prompt: "A lake" }, 60, 60],
    ["as long as its words take for a script", { script: "One sentence of eight words is spoken here. ".repeat(10) }, 25, 50],
    ["its scenes for a storyboard", { storyboard: { scenes: [{ duration: 3 }, { narration: "", duration: 4 }, {}] } }, 11, 11],
  ])("%s", (_what, request, least, most) => {
    const sec = filmLengthSec(resolveRequest(request));
    expect(sec).toBeGreaterThanOrEqual(least);
    expect(sec).toBeLessThanOrEqual(most);
  });
});

describe("what a film costs", () => {
  test("before anything was measured grows with length, size and effort", () => {
    const seconds = (rest: object) => filmSeconds(priorCosts(film(rest)), filmLengthSec(film(rest)));
    const usual = seconds({});
    expect(usual).toBeCloseTo(33.07, 1);
    expect(seconds({ duration_target: 120 }) - usual).toBeCloseTo(31.57, 1);
    expect(seconds({ quality: "1080p" })).toBeGreaterThan(2 * usual);
    expect(seconds({ effort: "draft" })).toBeLessThan(usual);
  });

  test("is learnt for each second of film, the newest counting most", () => {
    const took = Object.fromEntries(Object.keys(MEASURED_COSTS).map((name) => [name, 5])) as StageCosts;
    expect(blendCosts(undefined, took, 10).render).toBe(30);
    expect(blendCosts({ ...took, render: 10 }, took, 10).render).toBeCloseTo(18);
    expect(filmSeconds({ ...took, mix: 100 }, 60)).toBe(126.5);
  });
});
