import { describe, expect, test } from "bun:test";
import type { Engine, StartEngine } from "../../src/cli/engine.ts";
import { serve, stopWithin } from "../../src/cli/serve.ts";
import type { ResolvedSettings } from "../../src/domain/settings.ts";
import { openLog } from "../../src/system/log.ts";
import { openSurroundings } from "./surroundings.ts";

/** A server that is interrupted as soon as it listens. */
function openServer(env: Record<string, string> = {}, during: "start" | "run" = "run") {
  const interrupt = new AbortController();
  const opened = openSurroundings({ env: { HOME: "/home/me", ...env }, cwd: "/nowhere", interrupted: interrupt.signal });
  const seen = { settings: undefined as ResolvedSettings | undefined, bench: false, stopped: 0 };
  const startEngine: StartEngine = async (settings, { bench, signal, log }) => {
    Object.assign(seen, { settings, bench });
    log.debug("starting");
    if (during === "start") {
      interrupt.abort();
      signal.throwIfAborted();
    }
    queueMicrotask(() => setTimeout(() => interrupt.abort()));
    return {
      url: "http://127.0.0.1:4321",
      stop: async () => {
        seen.stopped++;
      },
    };
  };
  return { ...opened, seen, startEngine };
}

describe("kinora serve", () => {
  test("says where it listens on standard output and all else on the other, and stops when it is interrupted", async () => {
    const { around, said, seen, startEngine } = openServer();
    expect(await serve(["--port", "0"], around, startEngine)).toBe(0);
    expect(said.out).toBe('{"event":"listening","url":"http://127.0.0.1:4321"}\n');
    expect(said.err.split("\n")).toEqual([
      expect.stringMatching(
        /^\S+Z info: Kinora 1\.2\.3 is ready\. Open http:\/\/127\.0\.0\.1:4321 .* data=\/home\/me\/\.local\/share\/kinora$/,
      ),
      expect.stringMatching(/ info: Stopping/),
      "",
    ]);
    expect(seen).toMatchObject({ settings: { port: 0, data: "/home/me/.local/share/kinora" }, bench: false, stopped: 1 });
  });

  test("takes jobs that do nothing only where it is measured", async () => {
    const { around, seen, startEngine } = openServer({ KINORA_BENCH: "1" });
    await serve([], around, startEngine);
    expect(seen.bench).toBe(true);
  });

  test.each([
    ["0.0.0.0", true],
    ["::", true],
    ["192.168.1.5", true],
    ["127.0.0.1", false],
    ["localhost", false],
    ["::1", false],
  ])("at %s warns that anyone may use it: %p", async (host, warns) => {
    const { around, said, startEngine } = openServer();
    await serve(["--host", host], around, startEngine);
    expect(said.err.includes("there is no sign-in yet")).toBe(warns);
  });

  test("says no more than is asked for", async () => {
    const quiet = openServer({ KINORA_LOG_LEVEL: "error", KINORA_PROT: "1" });
    await serve([], quiet.around, quiet.startEngine);
    expect(quiet.said.err).toBe("");
    const loud = openServer({ KINORA_LOG_LEVEL: "debug", KINORA_PROT: "1" });
    await serve([], loud.around, loud.startEngine);
    expect(loud.said.err).toContain("debug: starting");
    expect(loud.said.err).toContain("warning: The variable KINORA_PROT sets nothing.");
  });

  test("interrupted while it starts, it ends in good order", async () => {
    const { around, said, startEngine } = openServer({}, "start");
    expect(await serve([], around, startEngine)).toBe(0);
    expect(said.out).toBe("");
  });

  test("ends even when the engine does not", async () => {
    const lines: string[] = [];
    const log = openLog({ level: "info", write: (line) => void lines.push(line), now: () => new Date(0) });
    const never: Engine = { url: "", stop: () => new Promise(() => undefined) };
    expect(await stopWithin(never, log, 20)).toBe(1);
    expect(lines.join("")).toContain("Not everything ended within 0.02 s");
  });
});
