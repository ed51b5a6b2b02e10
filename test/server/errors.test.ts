import { describe, expect, test } from "bun:test";
import { ERROR_CODES, type ErrorCode, KinoraError } from "../../src/domain/error.ts";
import { answerProblem, isUnforeseen, PHRASES, Problem, STATUS_OF, toProblem } from "../../src/server/errors.ts";

describe("problem details", () => {
  test.each(Object.keys(ERROR_CODES) as ErrorCode[])("of %s fit their schema and have the phrase of their status", (code) => {
    const problem = Problem.parse(toProblem(new KinoraError(code, "Said."), "/x"));
    expect(problem).toMatchObject({ type: "about:blank", status: STATUS_OF[code], title: PHRASES[STATUS_OF[code]]!, code, instance: "/x" });
  });

  test("name every fault, clipped", () => {
    const faults = Array.from({ length: 60 }, (_, index) => ({ path: `a.${index}`, message: "x".repeat(5000) }));
    const { errors, detail } = toProblem(new KinoraError("invalid_request", "y".repeat(5000), { faults }), "/x");
    expect(errors).toHaveLength(50);
    expect(errors![0]!.message).toHaveLength(1000);
    expect(detail).toHaveLength(1000);
  });

  test("have no list of faults where there is none", () =>
    expect(toProblem(new KinoraError("not_found", "No."), "/x")).not.toHaveProperty("errors"));

  const UNFORESEEN: [what: string, error: unknown][] = [
    ["an error", new Error("secret")],
    ["a type error", new TypeError("secret")],
    ["a text", "secret"],
    ["nothing", undefined],
    ["something that calls itself internal", new KinoraError("internal", "secret")],
    ["an object", { message: "secret" }],
  ];
  test("say nothing of what was not foreseen", () => {
    for (const [what, error] of UNFORESEEN) {
      const problem = toProblem(error, "/x");
      expect({ what, problem }).toMatchObject({ problem: { status: 500, code: "internal" } });
      expect(JSON.stringify(problem)).not.toContain("secret");
      expect(isUnforeseen(error)).toBe(true);
    }
  });

  test.each([
    [0.2, "1"],
    [29.1, "30"],
  ])("say after %d s to come again in whole seconds", (retryAfterSec, header) => {
    const answer = answerProblem(new KinoraError("queue_closed", "Full.", { retryAfterSec }), "/x");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe(header);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});
