import { signal } from "@preact/signals";
import { clearCache, getAbout, getSettings, putSettings, type ServerSetting } from "../../client/settings.ts";
import { baseUrl } from "../router.ts";
import { loadPreferences, preferencesKnown } from "./preferences.ts";
import { about } from "./server.ts";
import { save } from "./settings-fields.ts";

/** The server's settings; null until it has told them. */
export const settings = signal<readonly ServerSetting[] | null>(null);

/** Why something that the page shows could not be had. */
export const settingsError = signal<unknown>(undefined);

/** Asks for all that the page shows and changes. */
export async function loadSettings(): Promise<void> {
  settingsError.value = undefined;
  try {
    const [told] = await Promise.all([getSettings({ baseUrl }), preferencesKnown.peek() || loadPreferences()]);
    settings.value = told.settings;
    if (!preferencesKnown.peek()) throw new Error("The server did not tell the preferences.");
  } catch (error) {
    settingsError.value = error;
  }
}

/** Changes a setting; null puts back what is built in. `shown` is what stands in its field. */
export const changeSetting = (path: string, value: string | number | null, shown: unknown): Promise<void> =>
  save(path, shown, async () => {
    settings.value = (await putSettings({ [path]: value }, { baseUrl })).settings;
  });

/** Asks anew what lies on the disk. What cannot be had stays as it was. */
export async function refreshAbout(): Promise<void> {
  const told = await getAbout({ baseUrl }).catch(() => undefined);
  if (told) about.value = told;
}

/** How it goes with clearing the cache. */
export type Clearing = { state: "busy" } | { state: "done"; bytes: number; files: number } | { state: "failed"; error: unknown };
export const clearing = signal<Clearing | null>(null);

/** Throws away the parts that no running job needs. */
export async function clearParts(): Promise<void> {
  clearing.value = { state: "busy" };
  try {
    const { freed_bytes: bytes, files } = await clearCache({ baseUrl });
    clearing.value = { state: "done", bytes, files };
  } catch (error) {
    clearing.value = { state: "failed", error };
  }
  await refreshAbout();
}
