import { type Preferences, PreferencesChange, readPreferences } from "../domain/preferences.ts";
import { parse } from "../domain/submit.ts";
import { checkVoice } from "../domain/voice.ts";
import type { Store } from "../store/store.ts";

/** What people prefer, for every page and every browser. */
export type PreferenceKeeper = {
  get: () => Preferences;
  /** Changes some. Throws `invalid_request` with every fault; then nothing is changed. */
  change: (change: unknown) => Promise<Preferences>;
};

/** Opens the preferences of a store; `voices` are those that may be preferred. */
export function openPreferences({ store, voices }: { store: Store; voices: readonly { id: string }[] }): PreferenceKeeper {
  let now = readPreferences(store.read.preferences("pages"));
  return {
    get: () => now,
    async change(change) {
      const wanted = parse(PreferencesChange, change);
      checkVoice(wanted.voice ?? undefined, voices);
      await store.write((tx) => {
        for (const [name, value] of Object.entries(wanted)) {
          if (value === undefined) continue;
          // Whatever can be null is so as long as nobody says otherwise.
          if (value === null) tx.dropPreference("pages", name);
          else tx.savePreference("pages", name, value);
        }
      });
      now = readPreferences(store.read.preferences("pages"));
      return now;
    },
  };
}
