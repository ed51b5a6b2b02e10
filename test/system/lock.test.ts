import { afterAll, afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockFolder, readHolder } from "../../src/system/lock.ts";
import { mountSmallDisk } from "../helpers/full-disk.ts";

const disk = await mountSmallDisk(1e6);
afterAll(() => disk?.remove());

let folder = "";
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "kinora lock ")), "data");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const me = { pid: process.pid, machine: "here" };

/** A process that waits to be told to take the folder. */
async function startHolder() {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "../fixtures/lock-holder.ts"), folder], {
    stdin: "pipe",
    stdout: "pipe",
  });
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await lines.read()).value?.trim() ?? "";
  expect(await next()).toBe("here");
  const take = () => {
    child.stdin.write("\n");
    child.stdin.flush();
    return next();
  };
  return { child, take };
}

describe("a data folder", () => {
  test("has one server: the second is told who has it, until it is given back", async () => {
    const lock = await lockFolder(folder, me);
    await lock.describe({ url: "http://127.0.0.1:1" });
    expect(await readHolder(folder)).toEqual({ ...me, url: "http://127.0.0.1:1" });
    const other = await startHolder();
    expect(await other.take()).toBe(
      `A Kinora server already runs with the data folder ${folder} (process ${process.pid} on here, http://127.0.0.1:1). Stop it, or choose another folder with --data.`,
    );
    expect(await lockFolder(folder, me).catch((error) => error.code)).toBe("folder_in_use");
    await lock.release();
    await lock.release();
    expect(await readHolder(folder)).toBeUndefined();
    await (await lockFolder(folder, me)).release();
    other.child.kill("SIGKILL");
  });

  test("is free at once when its server was killed, whatever it left", async () => {
    const first = await startHolder();
    expect(await first.take()).toBe("got it");
    expect(await lockFolder(folder, me).catch((error) => error.message)).toContain(`process ${first.child.pid}`);
    first.child.kill("SIGKILL");
    await first.child.exited;
    expect(await readdir(folder)).toContain("server.json");
    const lock = await lockFolder(folder, me);
    expect(await readHolder(folder)).toEqual(me);
    await lock.release();
  });

  test("goes to exactly one of many that want it at once, also when the last one was killed", async () => {
    for (let round = 0; round < 2; round++) {
      const holders = await Promise.all(Array.from({ length: 6 }, startHolder));
      const answers = await Promise.all(holders.map(({ take }) => take()));
      expect(answers.filter((answer) => answer === "got it")).toHaveLength(1);
      expect(answers.filter((answer) => answer.includes("already runs"))).toHaveLength(5);
      for (const { child } of holders) child.kill("SIGKILL");
      await Promise.all(holders.map(({ child }) => child.exited));
    }
  });

  test("that cannot be written to is refused in a sentence", async () => {
    await Bun.write(folder, "a file");
    expect(await lockFolder(folder, me).catch(({ code, message }) => ({ code, message }))).toEqual({
      code: "output_unwritable",
      message: `${folder} is a file. Choose a folder with --data.`,
    });
    expect(await lockFolder("/proc/none", me).catch((error) => error.code)).toBe("output_unwritable");
  });
});

test.skipIf(!disk)("a full disk is called so", async () => {
  disk!.fill(0);
  await expect(lockFolder(disk!.folder, me)).rejects.toMatchObject({ code: "disk_full" });
});

test.skipIf(!disk)("a disk that is read only is refused in a sentence, also with a dead server's description on it", async () => {
  const remount = (how: string) => Bun.spawnSync(["mount", "-o", `remount,${how}`, disk!.folder]).exitCode;
  disk!.clear();
  await Bun.write(join(disk!.folder, "server.lock"), "");
  await Bun.write(join(disk!.folder, "server.json"), "{}");
  expect(remount("ro")).toBe(0);
  expect(await lockFolder(disk!.folder, me).catch((error) => error.code)).toBe("output_unwritable");
  expect(remount("rw")).toBe(0);
});
