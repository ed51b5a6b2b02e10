import { type BunSQLiteDatabase, drizzle } from "drizzle-orm/bun-sqlite";
import type { Connection } from "./connection.ts";

/** What queries that are not hot are built with. */
export type Drizzle = BunSQLiteDatabase;

/** Drizzle on a connection, which keeps the statements that drizzle prepares. */
export const openDrizzle = (db: Connection): Drizzle => drizzle({ client: db });
