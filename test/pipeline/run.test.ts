import { describe, expect, test } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import { CREATE_STAGES, STAGE_NAMES, type StageName } from "../../src/domain/stages.ts";
import type { JobOrder } from "../../src/domain/wire.ts";
import { runPipeline } from "../../src/pipeline/run.ts";
import type { Pipeline, StageContext } from "../../src/pipeline/stage.ts";

type Body = (context: StageContext) => Promise<unknown>;

/** A pipeline whose stages note their names and answer them, with bodies of some replaced. */
function noting(order: string[], bodies: Partial<Record<StageName, Body>> = {}): Pipeline {
  const stage = (name: StageName) => ({
    run: async (context: StageContext) => {
      order.push(name);
      return bodies[name] ? bodies[name](context) : { made: name };
    },
    holds: async (artifact: { gone?: true }) => !artifact.gone,
  });
  return Object.fromEntries(STAGE_NAMES.map((name) => [name, stage(name)])) as unknown as Pipeline;
}

const silent = { kept: () => {}, progress: () => {}, finished: () => {}, scene: () => {}, log: () => {} };
const shared = (signal = new AbortController().signal, order: Partial<JobOrder> = {}) =>
  ({ signal, order }) as unknown as Parameters<typeof runPipeline>[1];

describe("runPipeline", () => {
  test("a stage runs after all that it needs and sees what they left", async () => {
    const order: string[] = [];
    const film = await runPipeline(noting(order, { deliver: async ({ from }) => [from("mix"), from("render")] }), shared(), silent);
    for (const name of STAGE_NAMES)
      for (const need of CREATE_STAGES[name].needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(name));
    expect(film as unknown).toEqual([{ made: "mix" }, { made: "render" }]);
  });

  test("stages that do not need each other run side by side", async () => {
    const both = Promise.withResolvers<void>();
    let waiting = 0;
    const meet: Body = async () => {
      waiting += 1;
      if (waiting === 2) both.resolve();
      await both.promise;
      return {};
    };
    await runPipeline(noting([], { mix: meet, captions: meet }), shared(), silent);
    expect(waiting).toBe(2);
  });

  test("the first failure stops the others and is what is thrown", async () => {
    const order: string[] = [];
    let stopped = false;
    const bodies: Partial<Record<StageName, Body>> = {
      mix: async () => {
        throw new KinoraError("disk_full", "Full.");
      },
      captions: ({ signal }) =>
        new Promise((_, reject) =>
          signal.addEventListener("abort", () => {
            stopped = true;
            reject(signal.reason);
          }),
        ),
    };
    await expect(runPipeline(noting(order, bodies), shared(), silent)).rejects.toMatchObject({ code: "disk_full" });
    expect(stopped).toBe(true);
    expect(order).not.toContain("render");
  });

  test("what the others were having made is not waited for when one fails", async () => {
    const never = () => new Promise<never>(() => {});
    const bodies: Partial<Record<StageName, Body>> = {
      mix: ({ make }) => make("mix", [], { durationSec: 1, voices: [], music: { kind: "none" }, language: "en" }),
      captions: async () => {
        throw new KinoraError("disk_full", "Full.");
      },
    };
    await expect(runPipeline(noting([], bodies), { ...shared(), make: never }, silent)).rejects.toMatchObject({ code: "disk_full" });
  });

  test("a cancelled run says cancelled, whatever its stages say", async () => {
    const stop = new AbortController();
    const speech: Body = async () => {
      stop.abort();
      throw new Error("pipe closed");
    };
    await expect(runPipeline(noting([], { speech }), shared(stop.signal), silent)).rejects.toMatchObject({ code: "cancelled" });
  });

  test("a stage that reads what it does not wait for is an internal error", async () => {
    await expect(runPipeline(noting([], { plan: async ({ from }) => from("render") }), shared(), silent)).rejects.toMatchObject({
      code: "internal",
    });
  });
});

describe("a job that is resumed", () => {
  const left = (names: StageName[], gone: StageName[] = []) =>
    Object.fromEntries(names.map((name) => [name, { kept: name, ...(gone.includes(name) && { gone: true }) }])) as JobOrder["done"] & {};
  const resume = async (order: Partial<JobOrder>) => {
    const [ran, kept, finished]: string[][] = [[], [], []];
    const listener = {
      ...silent,
      kept: (name: string) => kept!.push(name),
      finished: ({ stage }: { stage: string }) => finished!.push(stage),
    };
    const film = await runPipeline(noting(ran!, { deliver: async ({ from }) => from("render") }), shared(undefined, order), listener);
    expect(finished).toEqual(ran!);
    return { ran, kept, film };
  };

  test("runs no stage again whose result holds, and hands that result on", async () => {
    const { ran, kept, film } = await resume({ done: left(["plan", "assets", "speech", "timeline", "captions", "render"]) });
    expect(ran).toEqual(["mix", "deliver"]);
    expect(kept).toEqual(["plan", "assets", "speech", "timeline", "captions", "render"]);
    expect(film as unknown).toEqual({ kept: "render" });
  });

  test.each<[what: string, left: StageName[], gone: StageName[], again: StageName[]]>([
    [
      "one whose files have gone runs again, and all that need it",
      ["plan", "assets", "speech", "timeline"],
      ["speech"],
      ["speech", "timeline", "mix", "captions", "render", "deliver"],
    ],
    [
      "one whose needs were lost runs again",
      ["plan", "speech"],
      [],
      ["assets", "speech", "timeline", "mix", "captions", "render", "deliver"],
    ],
    ["when all holds, none", [...STAGE_NAMES], [], []],
  ])("%s", async (_what, names, gone, again) => {
    expect((await resume({ done: left(names, gone) })).ran).toEqual(again);
  });

  test.each<[StageName, StageName[]]>([
    ["plan", ["plan"]],
    ["speech", ["plan", "assets", "speech"]],
    ["mix", ["plan", "assets", "speech", "timeline", "mix"]],
  ])("until %s runs what leads there, and gives no film", async (until, ran) => {
    expect(await resume({ until })).toMatchObject({ ran, film: undefined });
  });
});

test("every stage needs only stages named before it", () => {
  for (const [index, name] of STAGE_NAMES.entries()) {
    for (const need of CREATE_STAGES[name].needs as readonly StageName[]) expect(STAGE_NAMES.indexOf(need)).toBeLessThan(index);
  }
});
