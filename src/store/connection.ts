import { Database, SQLiteError, type Statement } from "bun:sqlite";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { KinoraError } from "../domain/error.ts";

/** A database file whose statements are prepared once, by their text, and given back when it is closed. */
export class Connection extends Database {
  readonly #statements = new Map<string, Statement>();

  // biome-ignore lint/suspicious/noExplicitAny: as in bun:sqlite, the types of rows and parameters are said by the caller.
  override prepare(text: string): any {
    let statement = this.#statements.get(text);
    if (statement) return statement;
    statement = super.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  /** A prepared statement whose rows are `Row`. */
  statement<Row>(text: string): Statement<Row, (string | number | null)[]> {
    return this.prepare(text);
  }

  override close(): void {
    for (const statement of this.#statements.values()) statement.finalize();
    this.#statements.clear();
    super.close();
  }
}

/** The write-ahead log is moved into the database once it has so many pages. */
const LOG_PAGES = 4000;

const SETTINGS = [
  "busy_timeout = 5000",
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "recursive_triggers = ON",
  "temp_store = MEMORY",
  "cache_size = -32768",
  `wal_autocheckpoint = ${LOG_PAGES}`,
  "journal_size_limit = 67108864",
];

/** Opens a database file, making it and its folder when there is none. Throws `store_unusable` for a file that is no database, `disk_full`. */
export function openConnection(file: string): Connection {
  try {
    if (!existsSync(file)) mkdirSync(dirname(file), { recursive: true });
    const db = new Connection(file, { create: true });
    try {
      for (const setting of SETTINGS) db.run(`PRAGMA ${setting}`);
      db.run("SELECT count(*) FROM sqlite_schema");
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw toStoreError(error, file);
  }
}

/**
 * For a full disk: moves what the write-ahead log holds into the database as far as there is room, and keeps SQLite from doing so later, since
 * the database would grow by it and take the bytes that deleting needs.
 */
export function spareDisk(db: Connection): void {
  try {
    db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // Too full for that as well; nothing is lost, the log stays as it is.
  }
  db.run("PRAGMA wal_autocheckpoint = 0");
}

/** The disk has room again. */
export const useDisk = (db: Connection): void => void db.run(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);

const isFull = (code: string | undefined): boolean => code === "SQLITE_FULL" || code === "SQLITE_IOERR_SHMSIZE" || code === "ENOSPC";

/** What went wrong with the file as a whole in the product's words; anything else, such as a breach of a constraint, as it is. */
export function toStoreError(error: unknown, file: string): unknown {
  const code = error instanceof SQLiteError || error instanceof Error ? (error as { code?: string }).code : undefined;
  if (isFull(code))
    return new KinoraError("disk_full", `The disk of ${file} is full. Free some space; nothing that was stored is lost.`, {
      cause: error,
      retryAfterSec: 30,
    });
  if (code === "SQLITE_NOTADB" || code?.startsWith("SQLITE_CORRUPT"))
    return new KinoraError(
      "store_unusable",
      `${file} is no database, or a broken one. Move it away, or choose another folder with --data.`,
      {
        cause: error,
        retryable: false,
      },
    );
  if (code && /^(SQLITE_(IOERR|READONLY|CANTOPEN|BUSY|LOCKED|PERM|AUTH|NOMEM|MISUSE)|E[A-Z]+$)/.test(code))
    return new KinoraError("store_unusable", `${file} cannot be used: ${(error as Error).message}.`, { cause: error });
  return error;
}
