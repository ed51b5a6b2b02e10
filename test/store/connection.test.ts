import { Database } from "bun:sqlite";
import { afterAll, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { KinoraError } from "../../src/domain/error.ts";
import { openBallast } from "../../src/store/ballast.ts";
import { openConnection, toStoreError } from "../../src/store/connection.ts";
import { openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const failing = (code: string) => Object.assign(new Error("it said so"), { code });

test.each([
  ["SQLITE_FULL", "disk_full"],
  ["SQLITE_IOERR_SHMSIZE", "disk_full"],
  ["ENOSPC", "disk_full"],
  ["SQLITE_NOTADB", "store_unusable"],
  ["SQLITE_CORRUPT_VTAB", "store_unusable"],
  ["SQLITE_IOERR_WRITE", "store_unusable"],
  ["SQLITE_READONLY", "store_unusable"],
  ["EACCES", "store_unusable"],
] as const)("%s is %s", (code, expected) => {
  const error = toStoreError(failing(code), "/data/kinora.db") as KinoraError;
  expect([error.code, error.message.includes("/data/kinora.db")]).toEqual([expected, true]);
});

test("what is wrong with one change alone stays what it is", () => {
  for (const error of [failing("SQLITE_CONSTRAINT_UNIQUE"), new KinoraError("wrong_state", "No."), new TypeError("x")])
    expect(toStoreError(error, "kinora.db")).toBe(error);
});

test("every commit waits for the disk, keys are checked, the log is written ahead", () => {
  const db = openConnection(`${folder}/deep/er/settings.db`);
  const setting = (name: string) => Object.values(db.query(`PRAGMA ${name}`).get() as object)[0];
  expect(["journal_mode", "synchronous", "foreign_keys"].map(setting)).toEqual(["wal", 2, 1]);
  db.close();
});

test("a closed store leaves one file and its ballast, and no log", () => {
  const file = `${folder}/closed.db`;
  openTestStore(file).close();
  expect([file, `${file}.ballast`, `${file}-wal`, `${file}-shm`].map((name) => existsSync(name))).toEqual([true, true, false, false]);
});

test("a locked database is waited for, then unusable for now", () => {
  const file = `${folder}/locked.db`;
  openTestStore(file).close();
  const other = new Database(file);
  other.run("BEGIN EXCLUSIVE");
  const db = openConnection(file);
  db.run("PRAGMA busy_timeout = 1");
  try {
    db.run("BEGIN IMMEDIATE");
    throw new Error("It was not locked.");
  } catch (error) {
    expect(toStoreError(error, file)).toEqual(expect.objectContaining({ code: "store_unusable", retryable: true }));
  }
  other.run("ROLLBACK");
  other.close();
  db.close();
});

test("ballast is written once, given up, and written again", () => {
  const file = `${folder}/ballast`;
  const ballast = openBallast(file, 3 << 19);
  expect([ballast.held(), statSync(file).size]).toEqual([true, 3 << 19]);
  ballast.free();
  expect([ballast.held(), existsSync(file)]).toEqual([false, false]);
  expect([ballast.refill(), ballast.held(), statSync(file).size]).toEqual([true, true, 3 << 19]);
  expect(openBallast(`${folder}/too-much`, 2 ** 50).held()).toBe(false);
  expect(openBallast(`${folder}/none`, 0).held()).toBe(true);
});

test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to is said so", () => {
  mkdirSync(`${folder}/closed`);
  chmodSync(`${folder}/closed`, 0o500);
  expect(() => openTestStore(`${folder}/closed/x.db`)).toThrow(expect.objectContaining({ code: "store_unusable" }));
});
