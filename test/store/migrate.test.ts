import { Database } from "bun:sqlite";
import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, writeFileSync } from "node:fs";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import { newJob, openTestStore, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const NEXT = "CREATE TABLE later (id INTEGER PRIMARY KEY); INSERT INTO later VALUES (7);";
const LATER = [...MIGRATIONS, NEXT];
const VERSION = MIGRATIONS.length;

/** What a file holds, seen by SQLite alone. */
function look<Row>(file: string, query: string): Row {
  const db = new Database(file, { readonly: true });
  try {
    return db.query(query).get() as Row;
  } finally {
    db.close();
  }
}
const versionOf = (file: string) => look<{ user_version: number }>(file, "PRAGMA user_version").user_version;
const hasLater = (file: string) =>
  look<{ found: number }>(file, "SELECT count(*) AS found FROM sqlite_schema WHERE name = 'later'").found === 1;

async function fileWithAJob(name: string): Promise<string> {
  const file = `${folder}/${name}.db`;
  const store = openTestStore(file);
  await store.write((tx) => tx.insertJob(newJob({ prompt: name })));
  store.close();
  return file;
}

test("a new file is brought to the newest version, without a snapshot", async () => {
  const file = await fileWithAJob("fresh");
  expect(versionOf(file)).toBe(VERSION);
  expect(existsSync(`${folder}/fresh.v0.db`)).toBe(false);
});

test("an older database is copied beside, with what is in it, and then migrated", async () => {
  const file = await fileWithAJob("older");
  const store = openTestStore(file, { migrations: LATER });
  expect(store.read.counts().total).toBe(1);
  store.close();
  expect([versionOf(file), hasLater(file)]).toEqual([VERSION + 1, true]);
  const snapshot = `${folder}/older.v${VERSION}.db`;
  expect([versionOf(snapshot), hasLater(snapshot)]).toEqual([VERSION, false]);
  expect(look<{ prompt: string }>(snapshot, "SELECT prompt FROM jobs")).toEqual({ prompt: "older" });
});

test("a database of the newest version is left alone", async () => {
  const file = await fileWithAJob("same");
  openTestStore(file).close();
  expect(existsSync(`${folder}/same.v${VERSION}.db`)).toBe(false);
});

test("a database of a newer program is refused, untouched", async () => {
  const file = await fileWithAJob("newer");
  openTestStore(file, { migrations: LATER }).close();
  expect(() => openTestStore(file)).toThrow(
    expect.objectContaining({ code: "store_newer", message: expect.stringContaining(`Kinora 1.2.3 knows ${VERSION}`) }),
  );
  expect(versionOf(file)).toBe(VERSION + 1);
});

test("a migration that fails leaves nothing of itself, and can be tried again", async () => {
  const file = await fileWithAJob("failing");
  expect(() => openTestStore(file, { migrations: [...MIGRATIONS, `${NEXT} SELECT no_such_function();`] })).toThrow("no_such_function");
  expect([versionOf(file), hasLater(file)]).toEqual([VERSION, false]);
  openTestStore(file, { migrations: LATER }).close();
  expect([versionOf(file), hasLater(file)]).toEqual([VERSION + 1, true]);
});

test("a migration that is killed half-way leaves nothing of itself, and is done by the next start", async () => {
  const file = await fileWithAJob("killed");
  const slow = `${NEXT} CREATE TABLE many AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e12) SELECT i FROM n;`;
  const child = Bun.spawn([process.execPath, `${import.meta.dir}/child.ts`, "migrate", file, slow], { stdout: "pipe", stderr: "inherit" });
  const reader = child.stdout.getReader();
  await reader.read();
  while (!existsSync(`${folder}/killed.v${VERSION}.db`)) await Bun.sleep(5);
  await Bun.sleep(100);
  child.kill(9);
  await child.exited;
  const store = openTestStore(file, { migrations: LATER });
  expect([store.read.counts().total, versionOf(file), hasLater(file)]).toEqual([1, VERSION + 1, true]);
  store.close();
});

describe("a file that is not ours", () => {
  test("and no database is unusable", () => {
    const file = `${folder}/text.db`;
    writeFileSync(file, "Dear diary, ".repeat(1000));
    expect(() => openTestStore(file)).toThrow(
      expect.objectContaining({ code: "store_unusable", message: expect.stringContaining("is no database") }),
    );
    expect(Bun.file(file).size).toBe(12_000);
  });

  test("and another program's database is unusable, and left as it is", () => {
    const file = `${folder}/other.db`;
    const db = new Database(file, { create: true });
    db.run("CREATE TABLE diary (day TEXT)");
    db.close();
    expect(() => openTestStore(file)).toThrow(
      expect.objectContaining({ code: "store_unusable", message: expect.stringContaining("another program") }),
    );
    expect(versionOf(file)).toBe(0);
  });

  test("and is a folder is unusable", () => {
    expect(() => openTestStore(folder)).toThrow(expect.objectContaining({ code: "store_unusable" }));
  });
});
