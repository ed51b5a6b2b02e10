import { and, eq, sql } from "drizzle-orm";
import type { StageCosts } from "../domain/stages.ts";
import type { Drizzle } from "./drizzle.ts";
import { idempotencyKeys, stageCosts } from "./schema.ts";
import type { KeyUse } from "./store.ts";

/** What idempotency keys have been used for. A key that is used again is not changed but refused by the database. */
export function openKeys(orm: Drizzle) {
  return {
    keyUse: (scope: string, key: string): KeyUse | undefined =>
      orm
        .select({ jobId: idempotencyKeys.jobId, digest: idempotencyKeys.digest })
        .from(idempotencyKeys)
        .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)))
        .get(),
    useKey: (scope: string, key: string, use: KeyUse, usedUs: number): void =>
      void orm
        .insert(idempotencyKeys)
        .values({ scope, key, ...use, usedUs })
        .run(),
  };
}

/** What stages cost on this machine, by any key. */
export function openCosts(orm: Drizzle) {
  return {
    costs: (key: string): StageCosts | undefined =>
      orm.select({ costs: stageCosts.costs }).from(stageCosts).where(eq(stageCosts.key, key)).get()?.costs,
    /** How many films the costs of a key have been learnt from. */
    filmsMeasured: (key: string): number =>
      orm.select({ films: stageCosts.films }).from(stageCosts).where(eq(stageCosts.key, key)).get()?.films ?? 0,
    saveCosts: (key: string, costs: StageCosts): void =>
      void orm
        .insert(stageCosts)
        .values({ key, costs, films: 1 })
        .onConflictDoUpdate({ target: stageCosts.key, set: { costs, films: sql`${stageCosts.films} + 1` } })
        .run(),
  };
}
