import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { USUAL_PREFERENCES } from "../../src/domain/usual-preferences.ts";
import { openPreferences } from "../../src/service/preferences.ts";
import { openTestStore } from "../store/fill.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-preferences-"));
const file = join(folder, "kinora.db");
let store = openTestStore(file);
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
const open = () => openPreferences({ store, voices: [{ id: "flite-slt" }] });

describe("preferences", () => {
  test("are the usual ones until somebody changes some, and survive a restart", async () => {
    expect(open().get()).toEqual(USUAL_PREFERENCES);
    const change = { theme: "dark", voice: "flite-slt", language: "pt-BR", autoplay: true, currency: "USD", compute_per_hour: 0.12 };
    const changed = await open().change(change);
    expect(changed).toEqual({ ...USUAL_PREFERENCES, ...change } as never);
    store.close();
    store = openTestStore(file);
    expect(open().get()).toEqual(changed);
    expect(await open().change({ voice: null, language: null, compute_per_hour: null })).toMatchObject({
      ...{ theme: "dark", voice: null, language: null, compute_per_hour: null },
    });
  });

  test("what was kept and is known no more is as usual", async () => {
    await store.write((tx) => {
      tx.savePreference("pages", "theme", "sepia");
      tx.savePreference("pages", "gone", 1);
    });
    expect(open().get()).toMatchObject({ theme: "system" });
    expect(open().get()).not.toHaveProperty("gone");
  });

  test.each([
    [{ refresh_interval: 2 }],
    [{ refresh_interval: 300 }],
    [{ captions: { look: "pop", size: 1.5 } }],
    [{ music: "off", style: "custom" }],
    [{ storage_per_gb_month: 0 }],
    [{ voice: "en-US-female" }],
    [{}],
  ])("%j is taken", async (change) => expect(await open().change(change)).toMatchObject(change));

  test.each([
    [{ theme: "blue" }, "theme"],
    [{ refresh_interval: 1.9 }, "refresh_interval"],
    [{ refresh_interval: 301 }, "refresh_interval"],
    [{ currency: "eur" }, "currency"],
    [{ currency: "EURO" }, "currency"],
    [{ currency: "EUR\n" }, "currency"],
    [{ language: "English please" }, "language"],
    [{ voice: "nobody" }, "voice"],
    [{ voice: "" }, "voice"],
    [{ compute_per_hour: -1 }, "compute_per_hour"],
    [{ compute_per_hour: Number.NaN }, "compute_per_hour"],
    [{ autoplay: "yes" }, "autoplay"],
    [{ captions: "loud" }, "captions"],
    [{ theme: null }, "theme"],
    [{ bogus: 1 }, "bogus"],
  ])("%j is refused, with its name", async (change, path) => {
    const preferences = open();
    const before = preferences.get();
    const error = await preferences.change({ ...change, notifications: true }).catch((error) => error);
    expect(error).toMatchObject({ code: "invalid_request", faults: [{ path }] });
    expect(preferences.get()).toEqual(before);
  });

  test.each([[null], [[]], ["dark"], [5]])("%j is no change", async (change) =>
    expect(
      await open()
        .change(change)
        .catch(({ code }) => code),
    ).toBe("invalid_request"),
  );
});
