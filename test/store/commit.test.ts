import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import type { StoredEvent } from "../../src/domain/event.ts";
import type { Store } from "../../src/store/store.ts";
import { newJob, openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
let files = 0;
let store: Store;
beforeEach(() => {
  store = openTestStore(`${folder}/${++files}.db`);
});
afterAll(remove);

describe("changes of one turn of the event loop", () => {
  test("are seen by each other, and by readers once they are on the disk", async () => {
    const first = store.write((tx) => tx.insertJob(newJob()));
    const second = store.write((tx) => tx.counts().total);
    expect(store.read.counts().total).toBe(0);
    expect(await second).toBe(1);
    expect(store.read.job((await first).id)).toEqual(await first);
  });

  test("are undone one by one: what one throws is thrown to it alone", async () => {
    const kept = store.write((tx) => tx.insertJob(newJob()));
    const undone = store.write((tx) => {
      tx.insertJob(newJob());
      throw new KinoraError("wrong_state", "No.");
    });
    const broken = store.write((tx) => [tx.insertJob(newJob({ id: "twice" })), tx.insertJob(newJob({ id: "twice" }))]);
    const last = store.write((tx) => tx.insertJob(newJob()));
    const settled = await Promise.allSettled([undone, broken]);
    expect(settled.map((result) => result.status === "rejected" && String(result.reason))).toEqual([
      "KinoraError: No.",
      "SQLiteError: UNIQUE constraint failed: jobs.id",
    ]);
    expect((await last).seq).toBeGreaterThan((await kept).seq);
    expect(store.read.counts().total).toBe(2);
  });

  test("must not wait for anything", async () => {
    await expect(store.write(async (tx) => tx.counts())).rejects.toThrow("asynchronous");
  });

  test("are committed by closing; afterwards there are no more", async () => {
    const last = store.write((tx) => tx.insertJob(newJob()));
    store.close();
    await last;
    await expect(store.write((tx) => tx.counts())).rejects.toThrow(expect.objectContaining({ code: "store_unusable" }));
    const again = openTestStore(`${folder}/${files}.db`);
    expect(again.read.counts().total).toBe(1);
    again.close();
  });
});

describe("events", () => {
  test("are told after they are on the disk, in order, once for a turn, and not those of what is undone", async () => {
    const heard: (readonly StoredEvent[])[] = [];
    const seen: number[] = [];
    const stop = store.listen((events) => {
      heard.push(events);
      seen.push(store.read.counts().total);
    });
    const job = store.write((tx) => tx.insertJob(newJob()));
    store.write((tx) => [tx.insertJob(newJob()), tx.changeJob("nobody", {})]).catch(() => undefined);
    const changed = store.write((tx) => tx.addEvent(null, { event: "queue_updated", pending: 1, processing: 0, completed: 0 }));
    expect(heard).toEqual([]);
    const { id } = await job;
    await changed;
    expect(heard.map((events) => events.map(({ jobId, body }) => [jobId, body.event]))).toEqual([
      [
        [id, "job_created"],
        [null, "queue_updated"],
      ],
    ]);
    expect(seen).toEqual([1]);
    stop();
    await store.write((tx) => tx.insertJob(newJob()));
    expect(heard.length).toBe(1);
    const kept = store.read.events({ after: 0, limit: 10 });
    expect(kept.slice(0, 2)).toEqual([...heard[0]!]);
    expect(kept.map(({ seq }) => seq)).toEqual([...kept.map(({ seq }) => seq)].sort((a, b) => a - b));
  });

  test("a listener that writes is told of that in the next turn", async () => {
    const heard: string[] = [];
    const told = new Promise<void>((resolve) =>
      store.listen((events) => {
        heard.push(...events.map(({ body }) => body.event));
        if (heard.length === 1) store.write((tx) => tx.addEvent(null, { event: "queue_updated", pending: 0, processing: 0, completed: 0 }));
        else resolve();
      }),
    );
    await store.write((tx) => tx.insertJob(newJob()));
    await told;
    expect(heard).toEqual(["job_created", "queue_updated"]);
  });

  test("are numbered on after a restart, even when all of them have expired", async () => {
    await store.write((tx) => tx.insertJob(newJob()));
    const { newest } = store.read.eventSpan();
    await store.write((tx) => tx.expire({ eventsUs: Number.MAX_SAFE_INTEGER }, 100));
    expect(store.read.eventSpan()).toEqual({ oldest: 0, newest: 0 });
    store.close();
    store = openTestStore(`${folder}/${files}.db`);
    await store.write((tx) => tx.insertJob(newJob()));
    expect(store.read.events({ after: 0, limit: 10 })[0]!.seq).toBeGreaterThan(newest);
  });
});

test("what was said to be on the disk is there after the process was killed", async () => {
  const file = `${folder}/killed.db`;
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const child = Bun.spawn([process.execPath, `${import.meta.dir}/child.ts`, "insert", file, "kept"], {
      stdout: "pipe",
      stderr: "inherit",
    });
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of child.stdout) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > 37 * (40 + 70 * round)) child.kill(9);
    }
    acknowledged.push(...text.split("\n").slice(0, -1));
  }
  const after = openTestStore(file);
  expect(acknowledged.length).toBeGreaterThan(300);
  expect(acknowledged.filter((id) => !after.read.job(id))).toEqual([]);
  expect(after.read.list({ search: "kept", sortBy: "created_at", descending: true, limit: 1, offset: 0 }).total).toBeGreaterThan(0);
  expect(after.read.counts().total).toBe(after.read.countOf("pending"));
  after.close();
});
