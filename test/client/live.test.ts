import { afterAll, afterEach, beforeAll, describe, expect, test } from "bun:test";
import { cancelJob } from "../../src/client/actions.ts";
import { type Live, type LiveState, type LiveTransport, openLive } from "../../src/client/live.ts";
import { watchJob } from "../../src/client/watch.ts";
import { type Server, untilOver } from "../helpers/server.ts";
import { allEvents, collect, makeNoop, startFromSource, stop } from "./serving.ts";
import { openWire, type Wire } from "./wire.ts";

let server: Server;
let wire: Wire;
beforeAll(async () => {
  server = await startFromSource();
  wire = openWire(server.url);
});
afterAll(async () => {
  wire.stop();
  await stop(server);
});

const opened: Live[] = [];
afterEach(() => {
  for (const live of opened.splice(0)) live.close();
  wire.block([]);
});

/** A connection whose waits are as short as can be. */
function connect(transports?: LiveTransport[], more: object = {}) {
  const states: LiveState[] = [];
  const live = openLive({
    baseUrl: wire.url,
    random: () => 0,
    pollIntervalMs: 50,
    onState: (state) => states.push(state),
    ...(transports && { transports }),
    ...more,
  });
  opened.push(live);
  const until = (isSo: (state: LiveState) => boolean) =>
    new Promise<void>((resolve) => {
      if (isSo(live.state())) return resolve();
      const unhear = live.onState((state) => {
        if (!isSo(state)) return;
        unhear();
        resolve();
      });
    });
  return { live, states, until, open: () => until(({ status }) => status === "open") };
}

const TRANSPORTS: LiveTransport[] = ["websocket", "sse", "polling"];

describe.each(TRANSPORTS)("by %s", (transport) => {
  test("a job is heard of from where it stands to its end, once and in order, with its log on request", async () => {
    const jobId = await makeNoop(server, 300);
    const [plain, full] = [collect(), collect()];
    const { live, open } = connect([transport]);
    live.subscribeJob(jobId, plain.hear);
    live.subscribeJob(jobId.toUpperCase(), full.hear, { logs: true });
    await open();
    const ended = (events: { event: string }[]) => events.some(({ event }) => event === "job_completed");
    await Promise.all([plain.until(ended), full.until(ended)]);
    expect(plain.events[0]).toMatchObject({ event: "job_status_update", job_id: jobId, snapshot: true });
    expect(plain.seqs()).toEqual([...new Set(plain.seqs())].sort((a, b) => a - b));
    expect(plain.events.some(({ event }) => event === "job_log_entry")).toBe(false);
    const after = plain.seqs()[0]! - 1;
    const told = await allEvents(server, `&job_id=${jobId}&after=${after}`);
    expect(plain.seqs()).toEqual(told.map(({ seq }) => seq));
    expect(live.state()).toMatchObject({ status: "open", transport });
  });

  test("every event comes once and in order, however often the wire is cut", async () => {
    const heard = collect();
    const { live, states, open } = connect([transport]);
    live.subscribeAll(heard.hear, { logs: true });
    await open();
    const first = await makeNoop(server);
    await heard.until((events) => events.some((event) => event.event === "job_completed" && event.job_id === first));
    const jobs: string[] = [];
    for (let round = 0; round < 8; round++) {
      for (let job = 0; job < 5; job++) jobs.push(await makeNoop(server, 20));
      wire.cut();
      await Bun.sleep(60 * (round % 4));
    }
    for (const jobId of jobs) await untilOver(server, jobId);
    const told = await allEvents(server, `&logs=true&after=${heard.seqs()[0]! - 1}`);
    await heard.until(() => (heard.seqs().at(-1) ?? 0) >= told.at(-1)!.seq);
    expect(heard.seqs()).toEqual(told.map(({ seq }) => seq));
    if (transport !== "polling") expect(states.filter(({ status }) => status === "reconnecting").length).toBeGreaterThan(0);
  });

  test("each of many subscriptions hears all that it wants, however often the wire is cut", async () => {
    const { live, open } = connect([transport]);
    const [all, logs] = [collect(), collect()];
    const jobs = [await makeNoop(server, 400), await makeNoop(server, 600)];
    const followed = jobs.map((jobId) => {
      const heard = collect();
      live.subscribeJob(jobId, heard.hear);
      return heard;
    });
    live.subscribeAll(all.hear);
    live.subscribeJob(jobs[0]!, logs.hear, { logs: true });
    await open();
    await Promise.all([...followed, all, logs].map(({ until }) => until((events) => events.length > 0)));
    const newest = (await allEvents(server, "&logs=true")).at(-1)!.seq;
    for (let round = 0; round < 4; round++) {
      wire.cut();
      await makeNoop(server, 10);
      await Bun.sleep(70);
    }
    for (const jobId of jobs) await untilOver(server, jobId);
    const last = await makeNoop(server);
    await all.until((events) => events.some((event) => event.event === "job_completed" && event.job_id === last));
    const heardSince = (seqs: number[]) => seqs.filter((seq) => seq > newest);
    const toldSince = async (query: string, most: number) =>
      (await allEvents(server, `&after=${newest}${query}`)).map(({ seq }) => seq).filter((seq) => seq <= most);
    expect(heardSince(all.seqs())).toEqual(await toldSince("", all.seqs().at(-1)!));
    for (const [index, heard] of followed.entries())
      expect(heardSince(heard.seqs())).toEqual(await toldSince(`&job_id=${jobs[index]}`, Infinity));
    expect(heardSince(logs.seqs())).toEqual(await toldSince(`&logs=true&job_id=${jobs[0]}`, Infinity));
  });

  test("filters follow a job as it changes", async () => {
    const heard = collect();
    const { live, open } = connect([transport]);
    live.subscribeAll(heard.hear, { filters: { priority: [9] } });
    await open();
    const [other, wanted] = [await makeNoop(server, 0, { priority: 2 }), await makeNoop(server, 0, { priority: 9 })];
    await heard.until((events) => events.some((event) => event.event === "job_completed" && event.job_id === wanted));
    expect(heard.events.some((event) => "job_id" in event && event.job_id === other)).toBe(false);
  });

  test("nothing is heard after a subscription has ended, and nothing is open after the end", async () => {
    const heard = collect();
    const { live, open, until } = connect([transport]);
    const jobId = await makeNoop(server, 60_000);
    const unsubscribe = live.subscribeJob(jobId, heard.hear);
    await open();
    unsubscribe();
    await until(({ status }) => status === "idle");
    const before = heard.events.length;
    await cancelJob(jobId, { baseUrl: server.url });
    expect(heard.events).toHaveLength(before);
    live.close();
    live.close();
    expect(live.state().status).toBe("closed");
  });

  test("who listens later on the same connection is told where the job stands, and who did before is not told again", async () => {
    const jobId = await makeNoop(server, 60_000);
    const [first, second] = [collect(), collect()];
    const { live } = connect([transport]);
    live.subscribeJob(jobId, first.hear);
    const isShown = (events: object[]) => events.some((event) => "snapshot" in event);
    await first.until(isShown);
    live.subscribeJob(jobId, second.hear);
    await second.until(isShown);
    expect(first.events.filter((event) => "snapshot" in event)).toHaveLength(1);
    await cancelJob(jobId, { baseUrl: server.url });
  });
});

describe("a connection", () => {
  test.each([
    [["/ws"], "sse"],
    [["/ws", "/events"], "polling"],
  ] as [string[], LiveTransport][])("takes what is left when %j does not answer, and goes back when it does", async (paths, next) => {
    wire.block(paths);
    const heard = collect();
    const { live, until } = connect(undefined, { upgradeMs: 300 });
    live.subscribeAll(heard.hear);
    await until(({ status, transport }) => status === "open" && transport === next);
    wire.block([]);
    await until(({ status, transport }) => status === "open" && transport === "websocket");
    const jobId = await makeNoop(server);
    await heard.until((events) => events.some((event) => event.event === "job_completed" && event.job_id === jobId));
  });

  test("waits for a server that is away, and hears what happened meanwhile", async () => {
    const heard = collect();
    const { live, until, open } = connect();
    live.subscribeAll(heard.hear);
    await open();
    const first = await makeNoop(server);
    await heard.until((events) => events.some((event) => event.event === "job_completed" && event.job_id === first));
    wire.block(["/ws", "/events", "/mcp/events", "/mcp/jobs"]);
    wire.cut();
    await until(({ attempt }) => attempt >= 2);
    const jobId = await makeNoop(server);
    await untilOver(server, jobId);
    wire.block([]);
    await heard.until((events) => events.some((event) => event.event === "job_completed" && event.job_id === jobId));
    const told = await allEvents(server, `&after=${heard.seqs()[0]! - 1}`);
    expect(heard.seqs()).toEqual(told.slice(0, heard.seqs().length).map(({ seq }) => seq));
  });

  test("takes a stream where a socket opens and says nothing, and hears where things stand", async () => {
    const jobId = await makeNoop(server, 60_000);
    const mute = Bun.serve({
      port: 0,
      fetch(request, on) {
        const { pathname, search } = new URL(request.url);
        if (pathname === "/ws" && on.upgrade(request)) return undefined;
        return fetch(new URL(pathname + search, server.url), { headers: request.headers, signal: request.signal });
      },
      websocket: { message: () => undefined },
    });
    const heard = collect();
    const { live, until } = connect(undefined, { baseUrl: `http://127.0.0.1:${mute.port}` });
    live.subscribeJob(jobId, heard.hear);
    await until(({ status, transport }) => status === "open" && transport === "sse");
    expect(heard.events[0]).toMatchObject({ job_id: jobId, snapshot: true });
    live.close();
    mute.stop(true);
    await cancelJob(jobId, { baseUrl: server.url });
  });

  test("follows more jobs than a socket may ask for one by one", async () => {
    const jobs = await Promise.all(Array.from({ length: 150 }, () => makeNoop(server, 0, { run_at: "2099-01-01T00:00:00Z" })));
    const heard = collect();
    const { live, open, states } = connect(["websocket"]);
    for (const jobId of jobs) live.subscribeJob(jobId, heard.hear);
    await open();
    for (const jobId of [jobs[0]!, jobs[149]!]) await cancelJob(jobId, { baseUrl: server.url });
    await heard.until((events) => events.filter(({ event }) => event === "job_cancelled").length === 2);
    expect(states.filter(({ status }) => status === "reconnecting")).toEqual([]);
    for (const jobId of jobs.slice(1, 149)) await cancelJob(jobId, { baseUrl: server.url });
  });

  test("says what the server would not take", async () => {
    const faults: { code: string }[] = [];
    for (const transport of TRANSPORTS) {
      const { live, open } = connect([transport], { onError: (fault: { code: string }) => faults.push(fault) });
      const jobId = await makeNoop(server, 0);
      live.subscribeJob("01890000-0000-7000-8000-000000000000", () => undefined);
      const heard = collect();
      live.subscribeJob(jobId, heard.hear);
      await open();
      await heard.until((events) => events.length > 0);
      live.close();
    }
    expect(faults.map(({ code }) => code)).toEqual(["not_found", "not_found", "not_found"]);
  });

  test("ends with its signal", async () => {
    const abort = new AbortController();
    const { live, open } = connect(undefined, { signal: abort.signal });
    live.subscribeAll(() => undefined);
    await open();
    abort.abort();
    expect(live.state().status).toBe("closed");
  });
});

describe("a job that is watched", () => {
  test("is told of to its end, and its connection ends with it", async () => {
    const jobId = await makeNoop(server, 200);
    const statuses: string[] = [];
    const { done } = watchJob(jobId, { baseUrl: wire.url, onProgress: ({ status }) => statuses.push(status) });
    expect(await done).toMatchObject({ job_id: jobId, status: "success", progress: 1 });
    expect(statuses.at(-1)).toBe("success");
  });

  test("that is over, that there is not, and that is no longer watched", async () => {
    const options = { baseUrl: wire.url };
    const over = await makeNoop(server);
    await untilOver(server, over);
    expect((await watchJob(over, options).done).status).toBe("success");
    expect(watchJob("01890000-0000-7000-8000-000000000000", options).done).rejects.toMatchObject({ status: 404 });
    const running = await makeNoop(server, 60_000);
    const { done, close } = watchJob(running, options);
    close();
    expect(done).rejects.toThrow("Closed");
    const abort = new AbortController();
    const aborted = watchJob(running, { ...options, signal: abort.signal }).done;
    abort.abort(new Error("enough"));
    expect(aborted).rejects.toThrow("enough");
    await cancelJob(running, options);
    expect((await watchJob(running, options).done).status).toBe("cancelled");
  });
});
