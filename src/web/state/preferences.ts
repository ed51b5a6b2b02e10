import { signal } from "@preact/signals";
import { getPreferences, type Preferences, putPreferences } from "../../client/preferences.ts";
import { USUAL_PREFERENCES } from "../../domain/usual-preferences.ts";
import { baseUrl } from "../router.ts";

/** How the pages look and what they begin with, as the server keeps it; the usual ones until it has told them. */
export const preferences = signal<Preferences>(USUAL_PREFERENCES);

/** True once the server has told them. */
export const preferencesKnown = signal(false);

const take = (told: Preferences): Preferences => {
  preferences.value = told;
  preferencesKnown.value = true;
  showTheme(told.theme);
  return told;
};

/** Asks the server. What cannot be had stays as it was. */
export const loadPreferences = (): Promise<unknown> => getPreferences({ baseUrl }).then(take, () => undefined);

/** Changes some, here at once and then on the server; puts them back and rejects when it does not take them. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const before = preferences.peek();
  take({ ...before, ...change });
  try {
    take(await putPreferences(change, { baseUrl }));
  } catch (error) {
    take(before);
    throw error;
  }
}

/** Tells the script in the page's head. */
function showTheme(theme: Preferences["theme"]): void {
  try {
    localStorage.setItem("kinora.theme", theme);
  } catch {
    // It is shown all the same, but not kept in this browser.
  }
  dispatchEvent(new Event("kinora-theme"));
}
