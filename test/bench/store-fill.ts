import { READY_STYLES } from "../../src/domain/job.ts";
import { type JobKind, type JobStatus, RUNNING_STATUSES } from "../../src/domain/job-record.ts";
import { type Connection, openConnection } from "../../src/store/connection.ts";
import { openJobs } from "../../src/store/jobs.ts";
import { openStore } from "../../src/store/open.ts";
import { newJob, seeded } from "../store/fill.ts";

const DAY_US = 86_400_000_000;
/** The jobs of the bench were made in the year before this, microseconds. */
export const END_US = 1_790_000_000_000_000;
const BEGIN_US = END_US - 365 * DAY_US;
const HAN = [..."海山川空風雨雪月日火水木金土人口目手足車道町村森林花鳥魚虫犬猫東西南北春夏秋冬"];

/** A word for each number; low numbers are asked for more often. */
export const wordOf = (number: number): string => `w${number.toString(36)}`;

/** Writes a database of so many jobs: mostly finished, of all kinds, over a year. Indices are made at the end, which is three times as fast. */
export function fill(file: string, count: number): void {
  openStore(file, { nowUs: () => BEGIN_US }).close();
  const db = openConnection(file);
  db.run("PRAGMA synchronous = OFF");
  const parts = db
    .query(
      "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'jobs\\_%' ESCAPE '\\' AND type IN ('index', 'trigger') AND name <> 'jobs_finished'",
    )
    .all() as {
    name: string;
    sql: string;
  }[];
  const kindOf = (sql: string) => (sql.startsWith("CREATE TRIGGER") ? "TRIGGER" : "INDEX");
  for (const { name, sql } of parts) db.run(`DROP ${kindOf(sql)} ${name}`);
  insert(db, count);
  for (const { sql } of parts) db.run(sql);
  countAll(db);
  db.run("INSERT INTO job_words (job_words) VALUES ('optimize')");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}

function insert(db: Connection, count: number): void {
  const random = seeded(7);
  const jobs = openJobs(db, () => END_US);
  for (let done = 0; done < count; ) {
    db.run("BEGIN");
    for (const end = Math.min(count, done + 50_000); done < end; done++)
      jobs.insert(anyJob(random, BEGIN_US + (done / count) * 365 * DAY_US));
    db.run("COMMIT");
  }
}

function countAll(db: Connection): void {
  db.run("UPDATE count_of_ready SET jobs = (SELECT count(*) FROM jobs WHERE ready = 1)");
  db.run("INSERT INTO count_of_facets SELECT facets, count(*) FROM jobs GROUP BY facets");
  db.run(`INSERT INTO count_of_day SELECT 0, created_us / ${DAY_US}, count(*) FROM jobs GROUP BY 2`);
  db.run(`INSERT INTO count_of_day SELECT status, created_us / ${DAY_US}, count(*) FROM jobs GROUP BY 1, 2`);
  db.run("INSERT INTO count_of_user SELECT user_id, status, count(*) FROM jobs WHERE user_id IS NOT NULL GROUP BY 1, 2");
}

/** One of some values by their weights. */
function weighted<Value>(random: () => number, values: readonly (readonly [Value, number])[]): Value {
  let rest = random() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return values[0]![0];
}

const STATUSES: [JobStatus, number][] = [
  ["completed", 80],
  ["failed", 6],
  ["cancelled", 4],
  ["pending", 8],
  ...RUNNING_STATUSES.map((status): [JobStatus, number] => [status, 2 / RUNNING_STATUSES.length]),
];
const KINDS: [JobKind, number][] = [
  ["generate", 90],
  ["analyze", 9],
  ["noop", 1],
];
const STYLES = READY_STYLES.map((style, place) => [style, [40, 20, 15, 14, 10, 1][place] ?? 1] as const);

function anyJob(random: () => number, createdUs: number) {
  const status = weighted(random, STATUSES);
  const kind = weighted(random, KINDS);
  const part = Math.floor(random() * 1000) / 10;
  const made = Math.floor(createdUs);
  return newJob({
    id: Bun.randomUUIDv7("hex", new Date(made / 1000)),
    kind,
    status,
    waitingFor:
      status === "pending"
        ? weighted(random, [
            ["slot", 8],
            ["time", 1],
            ["approval", 1],
          ])
        : null,
    style: kind === "generate" ? weighted(random, STYLES) : null,
    priority: random() < 0.5 ? 5 : 1 + Math.floor(random() * 10),
    durationTargetSec: kind === "generate" ? (random() < 0.5 ? 60 : 10 + Math.floor(random() * 591)) : null,
    progress: status === "completed" ? 100 : status === "pending" ? 0 : part,
    createdUs: made,
    updatedUs: made + Math.floor(random() * (random() < 0.05 ? 30 * DAY_US : DAY_US / 12)),
    finishedUs: ["completed", "failed", "cancelled"].includes(status) ? made + DAY_US / 12 : null,
    prompt: sentence(random),
    origin: { dialect: "mcp", userId: random() < 0.2 ? `user-${Math.floor(random() * 50)}` : null, details: {} },
  });
}

function sentence(random: () => number): string {
  if (random() < 0.05) return Array.from({ length: 20 }, () => HAN[Math.floor(random() * HAN.length)]).join("");
  return Array.from({ length: 6 + Math.floor(random() * 10) }, () => wordOf(Math.floor(random() ** 4 * 30_000))).join(" ");
}
