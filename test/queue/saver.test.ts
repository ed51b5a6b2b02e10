import { expect, test } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import { openSaver } from "../../src/queue/saver.ts";
import type { Store, Writing } from "../../src/store/store.ts";

/** A store whose disk is full while it is told to be; its changes note what they do. */
function openDisk() {
  const disk = { full: false, kept: [] as string[], tries: 0 };
  const write = async (change: (writing: Writing) => unknown) => {
    disk.tries++;
    await null;
    if (disk.full) throw new KinoraError("disk_full", "Full.");
    return change(undefined as unknown as Writing);
  };
  return { disk, store: { write } as unknown as Store };
}

const note = (kept: string[], what: string) => () => {
  kept.push(what);
  return what;
};

test("what a full disk refuses is kept, and stored in its order once there is room", async () => {
  const { disk, store } = openDisk();
  const told: unknown[] = [];
  const saver = openSaver(store, 5, (refusal) => told.push(refusal));
  disk.full = true;
  const saves = ["one", "two", "three"].map((what) => saver.save(note(disk.kept, what)));
  while (told.length === 0) await Bun.sleep(1);
  expect(saver.refused()).toBe(true);
  const late = saver.save(note(disk.kept, "late"));
  while (disk.tries < 6) await Bun.sleep(1);
  expect(disk.kept).toEqual([]);
  disk.full = false;
  expect(await Promise.all([...saves, late])).toEqual(["one", "two", "three", "late"]);
  expect(disk.kept).toEqual(["one", "two", "three", "late"]);
  while (told.length < 2) await Bun.sleep(1);
  expect(told).toMatchObject([{ code: "disk_full" }, undefined]);
  expect(saver.refused()).toBe(false);
});

test("what a change itself throws is thrown at once", async () => {
  const saver = openSaver(openDisk().store, 5, () => {});
  const wrong = saver.save(() => {
    throw new KinoraError("not_found", "Gone.");
  });
  expect(await wrong.catch(({ code }) => code)).toBe("not_found");
});

test("a saver that is stopped gives up what the disk refuses to the last", async () => {
  const { disk, store } = openDisk();
  const saver = openSaver(store, 60_000, () => {});
  disk.full = true;
  const lost = saver.save(note(disk.kept, "lost")).catch(({ code }) => code);
  while (!saver.refused()) await Bun.sleep(1);
  await saver.stop();
  expect(await lost).toBe("disk_full");
});
