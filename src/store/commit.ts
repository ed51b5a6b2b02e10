import type { Statement } from "bun:sqlite";
import { KinoraError } from "../domain/error.ts";
import { type Connection, toStoreError } from "./connection.ts";

type Change = { run: () => unknown; resolve: (result: unknown) => void; reject: (error: unknown) => void };
type Outcome = { change: Change } & ({ result: unknown } | { error: unknown });

/** What is told around a group of changes: that a change is undone, that all of them are on the disk, or that none of them is, and why. */
export type GroupHooks = { begun: () => void; undone: () => void; kept: () => void; lost: (error: unknown) => void };

/** Collects the changes of one turn of the event loop and commits them together: one wait for the disk however many there are. */
export function openGroups(db: Connection, file: string, hooks: GroupHooks) {
  const [begin, end, save, keep, undo] = ["BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT change", "RELEASE change", "ROLLBACK TO change"].map(
    (text) => db.statement(text),
  ) as [Statement, Statement, Statement, Statement, Statement];
  let waiting: Change[] = [];
  let closed = false;

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    let outcomes: Outcome[];
    try {
      outcomes = commit(group);
    } catch (cause) {
      const error = toStoreError(cause, file);
      if (db.inTransaction) db.run("ROLLBACK");
      hooks.lost(error);
      for (const change of group) change.reject(error);
      return;
    }
    for (const outcome of outcomes) "error" in outcome ? outcome.change.reject(outcome.error) : outcome.change.resolve(outcome.result);
    hooks.kept();
  };

  const commit = (group: Change[]): Outcome[] => {
    begin.run();
    const outcomes = group.map(attempt);
    end.run();
    return outcomes;
  };

  const attempt = (change: Change): Outcome => {
    save.run();
    hooks.begun();
    try {
      const result = change.run();
      if (result instanceof Promise) throw new TypeError("A change must not be asynchronous.");
      keep.run();
      return { change, result };
    } catch (error) {
      if (!db.inTransaction || isOfAll(error, file)) throw error;
      undo.run();
      keep.run();
      hooks.undone();
      return { change, error };
    }
  };

  return {
    write<Result>(run: () => Result): Promise<Result> {
      if (closed) return Promise.reject(new KinoraError("store_unusable", "The store is closed."));
      if (waiting.length === 0) setImmediate(flush);
      return new Promise<Result>((resolve, reject) => waiting.push({ run, resolve: resolve as Change["resolve"], reject }));
    },
    /** Commits what waits, and takes no more. */
    close(): void {
      closed = true;
      flush();
    },
  };
}

/** Whether an error is of the file as a whole, and not of one change. */
const isOfAll = (error: unknown, file: string): boolean => !(error instanceof KinoraError) && toStoreError(error, file) !== error;
