import { READY_STYLES } from "../../src/domain/job.ts";
import { type JobQuery, SORT_KEYS } from "../../src/domain/job-query.ts";
import { JobKind, JobStatus, RUNNING_STATUSES } from "../../src/domain/job-record.ts";
import type { Store } from "../../src/store/store.ts";
import { END_US, wordOf } from "./store-fill.ts";

const DAY_US = 86_400_000_000;

type Random = () => number;
type Narrow = (random: Random) => Partial<JobQuery>;
const pick = <Value>(random: Random, values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;

const status: Narrow = (random) => ({ statuses: [pick(random, JobStatus.options)] });
const priority: Narrow = (random) => ({ priority: 1 + Math.floor(random() * 10) });
const style: Narrow = (random) => ({ style: pick(random, READY_STYLES) });
const kind: Narrow = (random) => ({ kind: pick(random, JobKind.options) });
const range: Narrow = (random) => ({ fromUs: END_US - pick(random, [1, 7, 30]) * DAY_US });
const between: Narrow = (random) => {
  const ends = [random(), random()].sort((a, b) => a - b).map((part) => END_US - Math.floor((1 - part) * 365 * DAY_US));
  return { fromUs: ends[0]!, toUs: ends[1]! };
};
const both =
  (...parts: Narrow[]): Narrow =>
  (random) =>
    Object.assign({}, ...parts.map((part) => part(random)));

/** What narrows a list, and the milliseconds that its first rows and its deep ones may take at the 99th percentile. */
const MIXES: [name: string, narrow: Narrow, firstMs: number, deepMs: number][] = [
  ["no filter", () => ({}), 5, 20],
  ["status", status, 5, 20],
  ["priority", priority, 5, 20],
  ["style", style, 5, 20],
  ["kind", kind, 5, 20],
  ["today, week, month", range, 5, 20],
  ["from, to", between, 5, 20],
  ["status, priority", both(status, priority), 5, 20],
  ["status, style", both(status, style), 5, 20],
  ["status, kind", both(status, kind), 5, 20],
  ["status, date range", both(status, range), 5, 20],
  ["status, from, to", both(status, between), 5, 20],
  ["all that run", () => ({ statuses: RUNNING_STATUSES }), 5, 20],
  ["all that are over", () => ({ statuses: ["completed", "failed", "cancelled"] }), 5, 20],
  ["priority, style", both(priority, style), 50, 50],
  ["style, dates", both(style, range), 50, 50],
  ["kind, priority, dates", both(kind, priority, between), 50, 50],
  ["status, priority, style", both(status, priority, style), 50, 50],
  ["everything", both(status, priority, style, kind, between), 50, 50],
  ["user", (random) => ({ userId: `user-${Math.floor(random() * 50)}` }), 50, 50],
  ["word", (random) => ({ search: wordOf(Math.floor(random() ** 4 * 30_000)) }), 10, 10],
  [
    "two words",
    (random) => ({ search: `${wordOf(Math.floor(random() ** 4 * 300))} ${wordOf(Math.floor(random() ** 4 * 30_000))}` }),
    10,
    10,
  ],
  ["Han, two letters", (random) => ({ search: pick(random, ["海山", "東京", "春夏", "花鳥"]) }), 10, 10],
  ["word without a match", () => ({ search: "nowhere" }), 10, 10],
  ["word, status", both((random) => ({ search: wordOf(Math.floor(random() ** 4 * 30_000)) }), status), 50, 50],
];

/** Prints the milliseconds, of the clock or of the processor, of a page of 50 with total and summary: p50, p99 and the worst, of the first 1,000 rows and of rows anywhere. */
export function measureLists(
  store: Store,
  rounds: number,
  random: Random,
  { only, processor }: { only?: string; processor: boolean },
): void {
  console.log(processor ? "\nprocessor time, for a machine that is busy with other things" : "");
  console.log(`${"ms of a page of 50 with total and summary".padEnd(42)}first 1,000 rows         anywhere`);
  console.log(`${"".padEnd(42)}${"p50    p99    most".padEnd(25)}p50    p99    most`);
  for (const [name, narrow, firstMs, deepMs] of MIXES) {
    if (only !== undefined && only !== name) continue;
    const ask = (deep: boolean) => measure(store, rounds, processor, () => toQuery(store, narrow(random), random, deep));
    const [first, deep] = [ask(false), ask(true)];
    const verdict = first.p99 <= firstMs && deep.p99 <= deepMs ? "" : `  over ${firstMs}/${deepMs}`;
    console.log(`${name.padEnd(42)}${say(first).padEnd(25)}${say(deep)}${verdict}`);
    if (only !== undefined) console.log("slowest:", JSON.stringify(first.slowest), "\nslowest:", JSON.stringify(deep.slowest));
  }
}

function toQuery(store: Store, narrow: Partial<JobQuery>, random: Random, deep: boolean): JobQuery {
  const query = { sortBy: pick(random, SORT_KEYS), descending: random() < 0.5, limit: 50, offset: 0, ...narrow };
  const total = deep ? store.read.list({ ...query, limit: 1 }).total : 1000;
  return { ...query, offset: Math.floor(random() * Math.max(0, total - 50)) };
}

type Times = { p50: number; p99: number; most: number; slowest: { ms: number; query: JobQuery }[] };

function measure(store: Store, rounds: number, processor: boolean, ask: () => JobQuery): Times {
  const taken = Array.from({ length: rounds }, () => {
    const query = ask();
    const from = process.cpuUsage();
    const started = performance.now();
    store.read.list(query);
    const wallMs = performance.now() - started;
    const { user, system } = process.cpuUsage(from);
    return { ms: processor ? (user + system) / 1000 : wallMs, query };
  }).sort((a, b) => a.ms - b.ms);
  const at = (part: number) => taken[Math.min(rounds - 1, Math.floor(rounds * part))]!.ms;
  return { p50: at(0.5), p99: at(0.99), most: at(1), slowest: taken.slice(-5) };
}

const say = ({ p50, p99, most }: Times): string => [p50, p99, most].map((ms) => ms.toFixed(2).padEnd(7)).join("");
