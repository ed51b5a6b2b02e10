import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChildEvent, PipeBroken, reapChild, runProcess, startProcess, tellChildren } from "../../src/system/process.ts";
import { watcherGuard } from "../../src/system/process-guard.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-process-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bun = process.execPath;
const source = join(import.meta.dir, "../../src/system/process.ts");

const alive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

const until = async (what: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 400 && !what(); tries++) await Bun.sleep(10);
  return what();
};

const sh = (script: string, ...args: string[]) => ["sh", "-c", script, "sh", ...args];

describe("how a child ends", () => {
  test.each([
    ["with its code", "echo out; echo err >&2; exit 3", { code: 3, signal: null, stderr: "err\n", out: "out\n" }],
    ["by a signal", "kill -TERM $$", { code: null, signal: "SIGTERM", stderr: "", out: "" }],
    ["with arguments as they are", 'printf %s "$1"', { code: 0, signal: null, stderr: "", out: "a b'c\"$(id)\n-x" }],
  ])("is told %s", async (_name, script, { out, ...ended }) => {
    const result = await runProcess(sh(script, "a b'c\"$(id)\n-x"));
    expect(result).toMatchObject({ ...ended, timedOut: false, aborted: false });
    expect(result.stdout.toString()).toBe(out);
  });

  test("a program that does not exist ends with code 127", async () => {
    expect((await runProcess(["/nowhere/ffmpeg", "-version"])).code).toBe(127);
    expect((await runProcess(["true"], { cwd: "/nowhere" })).code).not.toBe(0);
  });

  test("output on both streams, larger than any pipe, is read to its end", async () => {
    const result = await runProcess(sh("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero"));
    expect(result.stdout.length).toBe(6_000_000);
    expect(result.stderr.length).toBe(64 * 1024);
  });

  test("too much output kills it", async () => {
    const result = await runProcess(["cat", "/dev/zero"], { maxBytes: 1_000_000 });
    expect(result.signal).toBe("SIGKILL");
  });

  test("after its time it is killed with its grandchildren", async () => {
    const file = join(folder, "grandchild");
    const result = await runProcess(sh('sleep 60 & echo $! > "$1"; wait', file), { timeoutMs: 300 });
    expect(result).toMatchObject({ signal: "SIGKILL", timedOut: true, aborted: false });
    expect(await until(() => !alive(Number(readFileSync(file, "utf8"))))).toBe(true);
  });

  test("a grandchild that keeps its streams open does not hold us up", async () => {
    expect((await runProcess(sh("sleep 60 & exit 4"))).code).toBe(4);
    const result = await runProcess(sh('setsid sh -c "echo \\$\\$ >&2; exec sleep 60" & sleep 0.2; exit 5'));
    expect(result.code).toBe(5);
    process.kill(Number(result.stderr), "SIGKILL");
  });

  test("an abort ends it, and a signal that has fired starts nothing", async () => {
    const stop = new AbortController();
    const child = startProcess(["sleep", "60"], { signal: stop.signal });
    stop.abort();
    expect(await child.ended).toMatchObject({ signal: "SIGKILL", aborted: true, timedOut: false });
    expect(() => startProcess(["true"], { signal: stop.signal })).toThrow();
  });

  test("lines of standard error are told as they come, the last one too", async () => {
    const lines: string[] = [];
    await runProcess(sh("printf 'one\\ntwo\\rthree' >&2"), { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(["one", "two", "three"]);
  });

  test("a variable can be added and taken away", async () => {
    process.env.KINORA_TEST_GONE = "there";
    const result = await runProcess(sh("echo $KINORA_TEST_NEW-$KINORA_TEST_GONE"), {
      env: { KINORA_TEST_NEW: "new", KINORA_TEST_GONE: undefined },
    });
    expect(result.stdout.toString()).toBe("new-\n");
  });
});

describe("standard input", () => {
  test("a buffer may be used again as soon as its write has resolved", async () => {
    const child = startProcess(sh("sleep 0.2; sha256sum"), { stdin: "pipe", stdout: "pipe" });
    const hash = new Bun.CryptoHasher("sha256");
    const buffer = new Uint8Array(1_500_000);
    for (let round = 0; round < 5; round++) {
      buffer.fill(round);
      hash.update(buffer);
      await child.write(buffer);
    }
    buffer.fill(99);
    await child.end();
    let out = "";
    for await (const chunk of child.stdout) out += new TextDecoder().decode(chunk);
    expect(out).toStartWith(hash.digest("hex"));
  });

  test("a write waits while the pipe is full", async () => {
    const child = startProcess(["sleep", "60"], { stdin: "pipe" });
    const write = child.write(new Uint8Array(4_000_000)).then(
      () => "taken",
      (error) => error,
    );
    expect(await Promise.race([write, Bun.sleep(100).then(() => "waiting")])).toBe("waiting");
    child.kill();
    expect(await write).toBeInstanceOf(PipeBroken);
  });

  test.each([
    ["that dies", "head -c 10 >/dev/null; exit 1"],
    ["that closes its input and lives on", "exec <&-; sleep 0.5"],
  ])("a child %s makes every later write reject", async (_name, script) => {
    const child = startProcess(sh(script), { stdin: "pipe" });
    for (let round = 0; round < 3; round++) await expect(child.write(new Uint8Array(2_000_000))).rejects.toBeInstanceOf(PipeBroken);
    await child.end();
    await child.ended;
    await expect(child.write(new Uint8Array(1))).rejects.toBeInstanceOf(PipeBroken);
  });

  test("a child without one rejects writes and is closed without complaint", async () => {
    const child = startProcess(["true"]);
    await expect(child.write(new Uint8Array(1))).rejects.toBeInstanceOf(PipeBroken);
    await child.end();
    expect((await child.ended).code).toBe(0);
  });
});

test("standard output that nobody reads does not fill our memory", async () => {
  const child = startProcess(["cat", "/dev/zero"], { stdout: "pipe" });
  const reader = child.stdout[Symbol.asyncIterator]();
  await reader.next();
  const before = process.memoryUsage.rss();
  await Bun.sleep(200);
  expect(process.memoryUsage.rss() - before).toBeLessThan(50e6);
  child.kill();
  expect((await child.ended).signal).toBe("SIGKILL");
});

test("starts and ends are told, and a recorded child can be reaped, but not another with its number", async () => {
  const events: ChildEvent[] = [];
  tellChildren((event) => events.push(event));
  const child = startProcess(["sleep", "60"]);
  const [started] = events;
  expect(started).toEqual({ pid: child.pid, alive: true, startTicks: expect.any(Number) });
  reapChild({ pid: child.pid, startTicks: started!.startTicks! + 1 });
  expect(alive(child.pid)).toBe(true);
  reapChild(started!);
  expect((await child.ended).signal).toBe("SIGKILL");
  expect(events.at(-1)).toEqual({ pid: child.pid, alive: false });
  tellChildren(() => {});
});

describe("a child dies with its parent", () => {
  const parent = (file: string, run: string) => {
    const path = join(folder, file);
    writeFileSync(path, `import { startProcess } from ${JSON.stringify(source)};\n${run}`);
    return path;
  };

  test("when the whole process is killed", async () => {
    const path = parent("parent.ts", 'console.log(startProcess(["sleep", "60"]).pid); setInterval(() => {}, 1000);');
    const process = startProcess([bun, path], { stdout: "pipe" });
    const first = await process.stdout[Symbol.asyncIterator]().next();
    const pid = Number(new TextDecoder().decode(first.value));
    expect(await until(() => alive(pid))).toBe(true);
    process.kill();
    expect(await until(() => !alive(pid))).toBe(true);
  });

  test("when the worker thread that started it is terminated, and not before", async () => {
    const path = parent("worker.ts", 'postMessage(startProcess(["sleep", "60"]).pid); setInterval(() => {}, 1000);');
    const worker = new Worker(path);
    const pid = await new Promise<number>((resolve) => worker.addEventListener("message", (event) => resolve(event.data), { once: true }));
    await Bun.sleep(50);
    expect(alive(pid)).toBe(true);
    worker.terminate();
    expect(await until(() => !alive(pid))).toBe(true);
  });

  test("when there is no setpriv: a watcher passes input, output and exit through and kills what is left", async () => {
    const run = startProcess([...watcherGuard(), "sh", "-c", "cat; exit 7"], { stdin: "pipe", stdout: "pipe" });
    await run.write(new TextEncoder().encode("through"));
    await run.end();
    let out = "";
    for await (const chunk of run.stdout) out += new TextDecoder().decode(chunk);
    expect([out, (await run.ended).code]).toEqual(["through", 7]);

    const guarded = `setsid sh -c "$1" $$ sh -c 'sleep 60 & echo $!; wait' & wait`;
    const orphan = startProcess(["sh", "-c", guarded, "sh", watcherGuard()[2]!], { stdout: "pipe" });
    const first = await orphan.stdout[Symbol.asyncIterator]().next();
    const pid = Number(new TextDecoder().decode(first.value));
    expect(alive(pid)).toBe(true);
    orphan.kill();
    expect(await until(() => !alive(pid))).toBe(true);
  });
});
