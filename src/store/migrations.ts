import jobs from "./migrations/0001-jobs.sql" with { type: "text" };

/** Every change of the schema, oldest first; the version of a database is how many of them it has seen. None is ever changed or taken out. */
export const MIGRATIONS: readonly string[] = [jobs];
