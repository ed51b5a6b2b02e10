import type { Connection } from "./connection.ts";
import type { Writing } from "./store.ts";

type Expiry = Parameters<Writing["expire"]>[0];

/** Removes what is older than a moment, the oldest first. Events and lines lie in the order in which they were made, so a few rows tell. */
export function openExpiry(db: Connection) {
  const oldest = (table: string, time: string, order: string) =>
    db.statement<never>(
      `DELETE FROM ${table} WHERE rowid IN
         (SELECT rowid FROM (SELECT rowid, ${time} AS time FROM ${table} ORDER BY ${order} LIMIT ?) WHERE time < ?)`,
    );
  const events = oldest("events", "time_us", "seq");
  const logs = oldest("job_logs", "time_us", "seq");
  const keys = oldest("idempotency_keys", "used_us", "used_us");

  return ({ eventsUs, keysUs, logsUs }: Expiry, limit: number): number => {
    let gone = 0;
    if (eventsUs !== undefined) gone += events.run(limit, eventsUs).changes;
    if (keysUs !== undefined) gone += keys.run(limit, keysUs).changes;
    if (logsUs !== undefined) gone += logs.run(limit, logsUs).changes;
    return gone;
  };
}
