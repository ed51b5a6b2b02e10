import { expect, test } from "bun:test";
import { openPremises } from "../../src/service/premises.ts";

/** Premises of which the test says what is counted and when. */
function open({ running }: { running?: number } = {}) {
  const at = { us: 1e15 };
  const counted: string[] = [];
  const cleared: number[] = [];
  const gate = { wait: Promise.resolve() };
  const premises = openPremises({
    fixed: {
      ...{ version: "1", code: "c", startedUs: 1, platform: "linux", processors: 2 },
      paths: { data: "/d", jobs: "/d/jobs", cache: "/d/cache", database: "/d/k.db", config: null },
    },
    ffmpeg: () => ({ ok: true, detail: "7", path: null }),
    disk: async () => ({ free: 1, total: 2 }),
    async sizeOf(path) {
      counted.push(path);
      await gate.wait;
      return path.length;
    },
    async clear(sinceMs) {
      cleared.push(sinceMs);
      await gate.wait;
      return { bytes: 5, files: 1 };
    },
    oldestRunUs: () => running,
    nowUs: () => at.us,
  });
  return { premises, at, counted, cleared, gate };
}

test("sizes are counted when somebody asks, every half minute at most, and once for all who ask", async () => {
  const { premises, at, counted } = open();
  const [about] = await Promise.all([premises.about(), premises.about()]);
  expect(about).toMatchObject({ sizes: { jobs: 7, cache: 8, database: 29 }, disk: { free: 1, total: 2 } });
  expect(counted).toHaveLength(5);
  at.us += 29e6;
  await premises.about();
  expect(counted).toHaveLength(5);
  at.us += 2e6;
  await premises.about();
  expect(counted).toHaveLength(10);
});

test("who asks while a large folder is counted is told what was known before", async () => {
  const { premises, at, gate } = open();
  const slow = Promise.withResolvers<void>();
  gate.wait = slow.promise;
  expect((await premises.about()).sizes).toBeNull();
  slow.resolve();
  await Bun.sleep(0);
  const { sizes } = await premises.about();
  expect(sizes).toEqual({ jobs: 7, cache: 8, database: 29 });
  gate.wait = new Promise(() => undefined);
  at.us += 60e6;
  expect((await premises.about()).sizes).toEqual(sizes);
});

test("nothing is cleared that was used since the oldest running job began, or just now", async () => {
  const idle = open();
  expect(await idle.premises.clearCache()).toEqual({ bytes: 5, files: 1 });
  expect(idle.cleared).toEqual([(1e15 - 120e6) / 1000]);
  const busy = open({ running: 9e14 });
  await Promise.all([busy.premises.clearCache(), busy.premises.clearCache()]);
  expect(busy.cleared).toEqual([(9e14 - 120e6) / 1000]);
});

test("after clearing, sizes are counted anew", async () => {
  const { premises, counted } = open();
  await premises.about();
  await premises.clearCache();
  await premises.about();
  expect(counted).toHaveLength(10);
});
