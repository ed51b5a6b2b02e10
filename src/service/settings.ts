import { type Fault, KinoraError } from "../domain/error.ts";
import { findFaults, isLive, type SettingView, viewSettings, withValues } from "../domain/live-settings.ts";
import { flagOf, type ResolvedSettings, variableOf } from "../domain/settings.ts";
import type { Store } from "../store/store.ts";

/** The settings while the server runs: those that flags, variables and the file have left open can be changed. */
export type SettingKeeper = {
  /** As they are now, whenever it is read: `live.limits.queue` after a change is another number. */
  live: ResolvedSettings;
  list: () => SettingView[];
  /** Changes some by their paths, all or none; null puts back what is built in. Throws `invalid_request` or `wrong_state`. */
  change: (change: unknown) => Promise<SettingView[]>;
};

const MOST_FAULTS = 50;

type Means = {
  store: Store;
  /** As they were read at the start, and by path who set each. */
  settings: ResolvedSettings;
  origins: Readonly<Record<string, string>>;
  /** Told of the settings at the start and after each change. */
  changed: (settings: ResolvedSettings) => void;
  warn: (message: string) => void;
};

/** Opens the settings of a store. What it holds that cannot be any more is left out, with a warning. */
export function openSettings({ store, settings, origins, changed, warn }: Means): SettingKeeper {
  let chosen = readChosen(store, origins, warn);
  let now = withValues(settings, chosen);
  changed(now);
  return {
    live: liveView(settings, () => now),
    list: () => viewSettings(now, origins, chosen),
    async change(change) {
      const wanted = checkChange(change, origins);
      await store.write((tx) => {
        for (const [path, value] of Object.entries(wanted))
          if (value === null) tx.dropPreference("server", path);
          else tx.savePreference("server", path, value);
      });
      chosen = readChosen(store, origins, () => undefined);
      now = withValues(settings, chosen);
      changed(now);
      return viewSettings(now, origins, chosen);
    },
  };
}

/** An object that answers what `now` has at the moment it is read. */
function liveView(settings: ResolvedSettings, now: () => ResolvedSettings): ResolvedSettings {
  const names = Object.keys(settings) as (keyof ResolvedSettings)[];
  return Object.defineProperties(
    {} as ResolvedSettings,
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: () => now()[name] }])),
  );
}

/** What the pages have set and may set. What a flag, a variable or the file sets by now goes before it. */
function readChosen(store: Store, origins: Means["origins"], warn: Means["warn"]): Record<string, unknown> {
  const kept = Object.entries(store.read.preferences("server")).filter(([path]) => (origins[path] ?? "default") === "default");
  return Object.fromEntries(
    kept.filter(([path, value]) => {
      const [fault] = isLive(path) ? findFaults({ [path]: value }) : [{ message: "cannot be set there" }];
      if (fault) warn(`The setting ${path} that was chosen on the pages does not count: it ${fault.message}.`);
      return !fault;
    }),
  );
}

/** Throws what is wrong with a change: every value that cannot be, else the first setting that is not the pages' to set. */
function checkChange(change: unknown, origins: Means["origins"]): Record<string, unknown> {
  if (typeof change !== "object" || change === null || Array.isArray(change))
    throw new KinoraError("invalid_request", "The body must be an object of settings by their paths.");
  const wanted = change as Record<string, unknown>;
  const faults = findFaults(Object.fromEntries(Object.entries(wanted).map(([path, value]) => [path, value ?? undefined])));
  if (faults.length > 0) throw new KinoraError("invalid_request", sayFault(faults[0]!), { faults: faults.slice(0, MOST_FAULTS) });
  for (const path of Object.keys(wanted)) refuseLocked(path, origins[path] ?? "default");
  return wanted;
}

const sayFault = ({ path, message }: Fault): string => `${path.slice(0, 100)} ${message}.`;

function refuseLocked(path: string, origin: string): void {
  if (origin !== "default")
    throw new KinoraError("wrong_state", `${path} is set by ${origin}. Change it there, or take it out there to set it here.`);
  if (!isLive(path))
    throw new KinoraError(
      "wrong_state",
      `${path} is read when the server starts. Set it with --${flagOf(path)}, ${variableOf(path)} or kinora.toml, then start again.`,
    );
}
