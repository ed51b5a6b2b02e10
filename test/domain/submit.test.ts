import { describe, expect, test } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import { readSubmission } from "../../src/domain/submit.ts";

const refusal = (body: unknown, noop = false): KinoraError => {
  try {
    readSubmission(body, { noop });
  } catch (error) {
    if (error instanceof KinoraError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
};
const scene = { narration: "One.", visual: { kind: "scenery", setting: "ocean", palette: "day" } };

describe("a body of a create call", () => {
  test("gets the defaults of the contract", () => {
    const { request, priority, origin } = readSubmission({ prompt: "Bees" }, { noop: false });
    expect({ request, priority, origin }).toMatchObject({
      priority: 5,
      origin: { dialect: "mcp", userId: null, details: {} },
      request: { kind: "generate", review: false, runAt: null, film: { prompt: "Bees", style: "cinematic", quality: "720p", fps: 30 } },
    });
  });

  test("keeps what is the queue's apart from what is the film's", () => {
    const { request, priority } = readSubmission(
      { prompt: "Bees", priority: 10, review: true, run_at: "2030-01-01T00:00:00Z", kind: "generate" },
      { noop: false },
    );
    expect(priority).toBe(10);
    expect(request).toMatchObject({ review: true, runAt: "2030-01-01T00:00:00Z" });
    expect(request.kind === "generate" && Object.keys(request.film)).not.toContain("priority");
  });

  test("of the same words gives the same film whatever its place in the queue", () => {
    const seed = (extra: object) => {
      const { request } = readSubmission({ prompt: "Bees", ...extra }, { noop: false });
      return request.kind === "generate" && request.film.seed;
    };
    expect(seed({ priority: 1, review: true })).toBe(seed({}));
  });

  const BAD: [what: string, body: unknown, code: string, path: string][] = [
    ["nothing", undefined, "invalid_request", ""],
    ["a list", [], "invalid_request", ""],
    ["no source", {}, "invalid_request", ""],
    ["two sources", { prompt: "a", script: "b" }, "invalid_request", ""],
    ["an unknown field", { prompt: "a", colour: 1 }, "invalid_request", "colour"],
    ["priority 0", { prompt: "a", priority: 0 }, "invalid_request", "priority"],
    ["priority 11", { prompt: "a", priority: 11 }, "invalid_request", "priority"],
    ["priority as text", { prompt: "a", priority: "5" }, "invalid_request", "priority"],
    ["a local time", { prompt: "a", run_at: "tomorrow" }, "invalid_request", "run_at"],
    ["review as text", { prompt: "a", review: "yes" }, "invalid_request", "review"],
    ["a no-op where none are taken", { kind: "noop" }, "invalid_request", "kind"],
    ["a callback", { prompt: "a", callback_url: "https://example.org/hook" }, "webhooks_unavailable", "callback_url"],
    ["a callback that is no URL", { prompt: "a", callback_url: "hook" }, "invalid_request", "callback_url"],
    [
      "a file of the server's as a picture",
      { storyboard: { scenes: [{ narration: "x", visual: { kind: "picture", path: "/etc/passwd" } }] } },
      "invalid_request",
      "storyboard.scenes.0.visual.path",
    ],
    [
      "a file of the server's as sound",
      { storyboard: { scenes: [{ ...scene, sound: { path: "/a.wav" } }] } },
      "invalid_request",
      "storyboard.scenes.0.sound.path",
    ],
    [
      "a file of the server's as music",
      { storyboard: { music: { path: "/a.mp3" }, scenes: [scene] } },
      "invalid_request",
      "storyboard.music.path",
    ],
  ];
  test.each(BAD)("with %s is refused", (_what, body, code, path) => {
    const error = refusal(body);
    expect(error.code).toBe(code as never);
    expect(error.faults.map((fault) => fault.path)).toContain(path);
  });

  test("tells of every fault, not of the first alone", () => {
    expect(
      refusal({ prompt: "a", priority: 0, review: 1, seed: -1 })
        .faults.map(({ path }) => path)
        .sort(),
    ).toEqual(["priority", "review", "seed"]);
  });

  test("may be a no-op where the engine is measured", () => {
    expect(readSubmission({ kind: "noop", noop_ms: 5 }, { noop: true })).toMatchObject({
      request: { kind: "noop", noopMs: 5 },
      priority: 5,
    });
    expect(refusal({ kind: "noop", noop_ms: -1 }, true).code).toBe("invalid_request");
  });
});
