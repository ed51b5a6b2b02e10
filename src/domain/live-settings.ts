import type { Fault } from "./error.ts";
import { listSettings, type ResolvedSettings, type SettingInfo, Settings } from "./settings.ts";

/** What a setting can be. */
export type SettingValue = string | number;

/** The settings of these groups can be changed while the server runs; others count from its start. */
const LIVE_GROUPS = ["log", "limits", "retry", "keep"] as const;

/** A setting with what it is, who set it, and whether the pages may. */
export type SettingView = SettingInfo & { value: SettingValue | null; origin: string; editable: boolean };

/** Whether a setting counts at once when it is changed. */
export const isLive = (path: string): boolean => LIVE_GROUPS.some((group) => path.startsWith(`${group}.`));

/** Everything that is wrong with values by path, in the words of the settings. */
export function findFaults(values: Readonly<Record<string, unknown>>): Fault[] {
  const known = listSettings();
  return Object.entries(values).flatMap(([path, value]) => {
    const info = known.find((setting) => setting.path === path);
    if (!info) return [{ path, message: "is no setting" }];
    return Settings.safeParse(nest([[path, value]])).success ? [] : [{ path, message: `must be ${info.allowed}` }];
  });
}

/** Settings with others in the place of some. */
export function withValues(settings: ResolvedSettings, values: Readonly<Record<string, unknown>>): ResolvedSettings {
  const nested = nest(Object.entries(values));
  const groups = LIVE_GROUPS.map((group) => [group, { ...settings[group], ...(nested[group] as object | undefined) }]);
  return { ...settings, ...Object.fromEntries(groups) };
}

/** Every setting with what it is. `chosen` are those that the pages have set, `origins` who set the others. */
export function viewSettings(
  settings: ResolvedSettings,
  origins: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, unknown>>,
): SettingView[] {
  return listSettings().map((info) => {
    const origin = origins[info.path] ?? "default";
    const editable = origin === "default" && isLive(info.path);
    return { ...info, value: valueAt(settings, info.path), origin: Object.hasOwn(chosen, info.path) ? "page" : origin, editable };
  });
}

function valueAt(settings: ResolvedSettings, path: string): SettingValue | null {
  const [first = "", second] = path.split(".");
  const found = (settings as Record<string, unknown>)[first];
  return ((second === undefined ? found : (found as Record<string, unknown>)[second]) ?? null) as SettingValue | null;
}

/** Values by dotted path as the schema has them. */
export function nest(values: Iterable<readonly [path: string, value: unknown]>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const [first = "", second] = path.split(".");
    nested[first] = second === undefined ? value : { ...(nested[first] as object | undefined), [second]: value };
  }
  return nested;
}
