import jobs from "./migrations/0001-jobs.sql" with { type: "text" };
import metrics from "./migrations/0002-metrics.sql" with { type: "text" };
import attempts from "./migrations/0003-attempts.sql" with { type: "text" };
import preferences from "./migrations/0004-preferences.sql" with { type: "text" };
import scenes from "./migrations/0005-scenes.sql" with { type: "text" };

/** Every change of the schema, oldest first; the version of a database is how many of them it has seen. None is ever changed or taken out. */
export const MIGRATIONS: readonly string[] = [jobs, metrics, attempts, preferences, scenes];
