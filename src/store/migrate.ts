import { renameSync, rmSync } from "node:fs";
import { KinoraError } from "../domain/error.ts";
import type { Connection } from "./connection.ts";

/** Marks a SQLite file as Kinora's: "KINO" in its header. */
const APPLICATION_ID = 0x4b494e4f;

const pragma = (db: Connection, name: string): number => Object.values(db.query(`PRAGMA ${name}`).get() as Record<string, number>)[0]!;

/** Where the state of a database before it left a version is kept. */
export const snapshotName = (file: string, version: number): string => `${file.replace(/\.db$/, "")}.v${version}.db`;

/**
 * Brings a database to the newest version, each step in a transaction of its own; one that was in use is copied beside first, named by its version.
 * Throws `store_newer` for a database of a later program and `store_unusable` for one that is not Kinora's.
 */
export function migrate(db: Connection, file: string, migrations: readonly string[], product: string): void {
  const version = pragma(db, "user_version");
  refuseStrange(db, file);
  if (version > migrations.length)
    throw new KinoraError(
      "store_newer",
      `${file} was written by a newer Kinora (version ${version} of its schema; Kinora ${product} knows ${migrations.length}). Use the newer program, or another folder with --data.`,
    );
  if (version > 0 && version < migrations.length) snapshot(db, snapshotName(file, version));
  for (let next = version; next < migrations.length; next++) step(db, migrations[next]!, next + 1);
}

function refuseStrange(db: Connection, file: string): void {
  const isEmpty = (db.query("SELECT count(*) AS tables FROM sqlite_schema").get() as { tables: number }).tables === 0;
  if (isEmpty || pragma(db, "application_id") === APPLICATION_ID) return;
  throw new KinoraError("store_unusable", `${file} is a database of another program. Choose another folder with --data.`, {
    retryable: false,
  });
}

function step(db: Connection, migration: string, version: number): void {
  db.run("BEGIN IMMEDIATE");
  try {
    db.run(migration);
    db.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    db.run(`PRAGMA user_version = ${version}`);
    db.run("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.run("ROLLBACK");
    throw error;
  }
}

function snapshot(db: Connection, to: string): void {
  rmSync(`${to}.part`, { force: true });
  db.run("VACUUM INTO ?", [`${to}.part`]);
  renameSync(`${to}.part`, to);
}
