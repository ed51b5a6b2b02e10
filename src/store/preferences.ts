import { and, eq } from "drizzle-orm";
import type { Drizzle } from "./drizzle.ts";
import { preferences } from "./schema.ts";
import type { PreferenceScope } from "./store.ts";

/** What people have chosen on the pages, by name. */
export function openPreferences(orm: Drizzle) {
  return {
    preferences(scope: PreferenceScope): Record<string, unknown> {
      const kept = orm
        .select({ name: preferences.name, value: preferences.value })
        .from(preferences)
        .where(eq(preferences.scope, scope))
        .all();
      return Object.fromEntries(kept.map(({ name, value }) => [name, value]));
    },
    savePreference(scope: PreferenceScope, name: string, value: unknown): void {
      orm
        .insert(preferences)
        .values({ scope, name, value })
        .onConflictDoUpdate({ target: [preferences.scope, preferences.name], set: { value } })
        .run();
    },
    dropPreference: (scope: PreferenceScope, name: string): void =>
      void orm
        .delete(preferences)
        .where(and(eq(preferences.scope, scope), eq(preferences.name, name)))
        .run(),
  };
}
