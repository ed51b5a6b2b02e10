import { Database } from "bun:sqlite";
import { readFileSync } from "node:fs";
import { processTree } from "../bench/measure.ts";
import { processesNaming } from "./kinora.ts";
import { type Answer, OVER, type ServeOptions, type Server, startServer, until } from "./server.ts";

/** What came of killing a server many times. All but the first four should be 0, or empty. */
export type KillFigures = {
  kills: number;
  acknowledged: number;
  /** Requests sent again with their key, since no answer had come. */
  resent: number;
  slowestStartMs: number;
  /** Acknowledged jobs that are no longer there. */
  lost: number;
  /** Jobs beyond one for each key: what was sent twice has made two. */
  doubled: number;
  /** Jobs that were over and have changed since: run again, or an acknowledged cancelling undone. */
  changed: number;
  /** Jobs shown as running 5 s after a start that nothing has happened to since that start. */
  leftRunning: number;
  /** Processes of a killed server that live a second later. */
  orphans: number;
  /** Jobs for which a kill was counted as an attempt. */
  attempts: number;
  /** Jobs that were not cancelled and did not complete, with their errors. */
  failed: string[];
  /** Answers that were neither an acceptance nor a refusal that fits. */
  odd: string[];
  /** What the database's own check says, unless that is "ok". */
  damage: string[];
};

export type KillOptions = {
  data: string;
  kills: number;
  clients?: number;
  /** How many kills from one long life, in which a start is looked at after 5 s, to the next. */
  lookEvery?: number;
  /** Whether films are made as well. */
  films?: boolean;
  random: () => number;
  serve?: Partial<ServeOptions>;
  tell?: (kills: number, figures: KillFigures) => void;
};

const SCRIPT =
  "The tide goes out before the sun has risen.\n\nBehind the hills the first light finds the snow.\n\nA forest stands between them.";
const RUNNING = "scene_planning,asset_retrieval,tts_generation,audio_processing,rendering";
const MOST_FILMS = 2;
const SETTLED_MS = 5000;
const PARTS_OF_A_FILM = 4;

type Order = { key: string; json: Record<string, unknown> };
type End = { status: string; finished_at: string };

/** Kills a server at random moments under load, starting it each time again; then has it finish everything and counts. */
export async function runKills(options: KillOptions): Promise<KillFigures> {
  const { kills, clients = 8, lookEvery = 25, random, tell } = options;
  const figures: KillFigures = {
    kills: 0,
    acknowledged: 0,
    resent: 0,
    slowestStartMs: 0,
    lost: 0,
    doubled: 0,
    changed: 0,
    leftRunning: 0,
    orphans: 0,
    attempts: 0,
    failed: [],
    odd: [],
    damage: [],
  };
  const load = startLoad(options, figures);
  const loops = Array.from({ length: clients }, () => load.client());
  for (let kill = 1; kill <= kills; kill++) {
    const looks = kill % lookEvery === 0;
    const early = !looks && random() < 0.15;
    const server = await start(options, early ? random() * 150 : undefined);
    if (server) {
      figures.slowestStartMs = Math.max(figures.slowestStartMs, server.listeningMs);
      load.use(server);
      if (looks) figures.leftRunning += await countLeft(server);
      else await Bun.sleep(random() * 600);
      await load.watch();
      await killServer(server, load, figures);
    }
    figures.kills = kill;
    tell?.(kill, figures);
  }
  const server = (await start(options))!;
  load.use(server);
  load.stop();
  await Promise.all(loops);
  await load.settle();
  if ((await server.end("SIGTERM")) !== 0) figures.odd.push("The server did not end with status 0 when asked to.");
  figures.damage = checkDatabases(options.data);
  return figures;
}

async function start({ data, serve }: KillOptions, patienceMs?: number): Promise<Server | undefined> {
  const starting = startServer({
    data,
    args: ["--workers", "8", "--log-level", "warning"],
    ...serve,
    ...(patienceMs !== undefined && { patienceMs }),
  });
  return patienceMs === undefined ? starting : starting.catch(() => undefined);
}

async function killServer(server: Server, load: Load, figures: KillFigures): Promise<void> {
  const tree = processTree(server.pid)
    .slice(1)
    .map((pid) => ({ pid, ticks: startTicks(pid) }));
  load.use(undefined);
  await server.end("SIGKILL");
  const left = async () => [
    ...tree.filter(({ pid, ticks }) => ticks !== undefined && startTicks(pid) === ticks),
    ...(await processesNaming(server.data)),
  ];
  const end = performance.now() + 1000;
  while ((await left()).length > 0 && performance.now() < end) await Bun.sleep(20);
  figures.orphans += (await left()).length;
}

/** When a process was started, in clock ticks; undefined when it is gone or only waits to be buried. */
function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** How many jobs are shown as running 5 s after a start though nothing has happened to them since. */
async function countLeft(server: Server): Promise<number> {
  const started = new Date().toISOString();
  await Bun.sleep(SETTLED_MS);
  const { body } = await server.call("GET", `/mcp/jobs?limit=100&status=${RUNNING}`);
  return body.jobs.filter((job: { updated_at: string }) => job.updated_at < started).length;
}

type Load = ReturnType<typeof startLoad>;

/** Clients that submit, send again, cancel and look, at whichever server is there. */
function startLoad({ random, films = true, clients = 8 }: KillOptions, figures: KillFigures) {
  const ids = new Map<string, string>();
  const orders: Order[] = [];
  const again: Order[] = [];
  const cancelled = new Set<string>();
  const ends = new Map<string, End>();
  const filmIds: string[] = [];
  let filmsOut = 0;
  let server: Server | undefined;
  let stopping = false;

  function nextOrder(): Order {
    const left = again.shift();
    if (left) figures.resent++;
    if (left) return left;
    if (orders.length > 0 && random() < 0.02) return orders[Math.floor(random() * orders.length)]!;
    const key = `key-${orders.length}`;
    const wantsFilm = films && filmsOut < MOST_FILMS && orders.length > 20 * filmIds.length;
    if (wantsFilm) filmsOut++;
    const json = wantsFilm
      ? { script: SCRIPT, scene_count: PARTS_OF_A_FILM, quality: "480p", effort: "draft", music: "off", seed: orders.length }
      : { kind: "noop", noop_ms: Math.floor(random() * 60), prompt: `No-op ${orders.length}`, priority: 1 + Math.floor(random() * 10) };
    const order = { key, json };
    orders.push(order);
    return order;
  }

  function note(order: Order, answer: Answer): void {
    if (answer.status !== 202) {
      figures.odd.push(`${answer.status} to a submission: ${JSON.stringify(answer.body).slice(0, 300)}`);
      return;
    }
    const before = ids.get(order.key);
    if (before !== undefined && before !== answer.body.job_id) figures.doubled++;
    if (before === undefined && order.json.script) filmIds.push(answer.body.job_id);
    ids.set(order.key, answer.body.job_id);
    figures.acknowledged = ids.size;
  }

  async function cancelOne(to: Server): Promise<void> {
    const id = [...ids.values()].at(-1 - Math.floor(random() * Math.min(50, ids.size)));
    if (!id || filmIds.includes(id)) return;
    const { status, body } = await to.call("POST", `/mcp/cancel/${id}`);
    if (status === 200) cancelled.add(id);
    else if (status !== 409) figures.odd.push(`${status} to cancelling: ${JSON.stringify(body).slice(0, 300)}`);
  }

  async function client(): Promise<void> {
    while (!(stopping && again.length === 0)) {
      const to = server;
      if (!to) {
        await Bun.sleep(5);
        continue;
      }
      const order = nextOrder();
      try {
        note(order, await to.call("POST", "/mcp/generate", { json: order.json, headers: { "idempotency-key": order.key } }));
      } catch {
        again.push(order);
        await Bun.sleep(5);
        continue;
      }
      if (random() < 0.05) await cancelOne(to).catch(() => undefined);
      await Bun.sleep(random() * clients * 8);
    }
  }

  /** Notes how some jobs ended, and how many films are still being made. */
  async function watch(): Promise<void> {
    const all = [...ids.values()];
    const some = Array.from({ length: Math.min(10, all.length) }, () => all[Math.floor(random() * all.length)]!);
    const look = async (id: string) => {
      const { body } = await server!.call("GET", `/mcp/status/${id}`);
      if (OVER.includes(body.status) && !ends.has(id)) ends.set(id, { status: body.status, finished_at: body.finished_at });
    };
    await Promise.all([...some, ...filmIds.slice(-MOST_FILMS)].map(look)).catch(() => undefined);
    filmsOut = filmIds.filter((id) => !ends.has(id)).length;
  }

  /** Waits until nothing is left to do, then counts what became of every job. */
  async function settle(): Promise<void> {
    const to = server!;
    const summary = async () => (await to.call("GET", "/mcp/jobs?limit=1")).body.summary;
    await until(summary, ({ pending, in_progress }) => pending + in_progress === 0, 600_000);
    const found = await listAll(to);
    const acknowledged = new Set(ids.values());
    figures.lost = [...acknowledged].filter((id) => !found.has(id)).length;
    figures.doubled += Math.max(0, found.size - acknowledged.size);
    const wrong = [...found].filter(([id, status]) => status !== (cancelled.has(id) ? "cancelled" : "completed"));
    for (const [id, status] of wrong) {
      if (cancelled.has(id)) figures.changed++;
      else if (status !== "cancelled") figures.failed.push(JSON.stringify((await to.call("GET", `/mcp/status/${id}`)).body).slice(0, 500));
    }
    const { total_jobs } = await summary();
    if (total_jobs !== found.size) figures.odd.push(`The summary counts ${total_jobs} jobs, the list ${found.size}.`);
    for (const [id, end] of ends) {
      const { body } = await to.call("GET", `/mcp/status/${id}`);
      if (body.status !== end.status || body.finished_at !== end.finished_at) figures.changed++;
      if (body.attempt > 1) figures.attempts++;
    }
  }

  return {
    client,
    watch,
    settle,
    use(next: Server | undefined): void {
      server = next;
    },
    stop(): void {
      stopping = true;
    },
  };
}

/** Every job by its id, with its status. */
async function listAll(server: Server): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let offset = 0; ; offset += 100) {
    const { body } = await server.call("GET", `/mcp/jobs?limit=100&offset=${offset}&sort_by=created_at&sort_order=asc`);
    for (const { job_id, status } of body.jobs) found.set(job_id, status);
    if (body.jobs.length < 100) return found;
  }
}

function checkDatabases(data: string): string[] {
  const files = [...new Bun.Glob("**/*.{db,sqlite,sqlite3}").scanSync({ cwd: data, absolute: true, dot: true })];
  return files.flatMap((file) => {
    const database = new Database(file);
    const said = database.query("PRAGMA integrity_check").all() as { integrity_check: string }[];
    database.close();
    return said.map(({ integrity_check }) => integrity_check).filter((line) => line !== "ok");
  });
}
