import { describe, expect, test } from "bun:test";
import { Settings } from "../../src/domain/settings.ts";
import { watchDisk } from "../../src/service/disk.ts";

function watch(free: number[]) {
  let now = 0;
  let asked = 0;
  const settings = Settings.parse({ limits: { disk_free: 1000 } });
  const disk = watchDisk({ settings, nowUs: () => now, freeBytes: async () => free[Math.min(asked++, free.length - 1)]! });
  return { disk, pass: (us: number) => (now += us), asked: () => asked };
}

describe("room on the disk", () => {
  test("is asked for at most once a second while there is enough", async () => {
    const { disk, pass, asked } = watch([5000]);
    for (let i = 0; i < 10; i++) await disk.check();
    expect(asked()).toBe(1);
    pass(1_000_000);
    await disk.check();
    expect(asked()).toBe(2);
  });

  test("that is too little refuses work, says when to try again, and is asked for each time", async () => {
    const { disk } = watch([999, 1000]);
    const refused = await disk.check().catch((error) => error);
    expect(refused).toMatchObject({ code: "disk_full", retryAfterSec: 60 });
    await disk.check();
  });
});
