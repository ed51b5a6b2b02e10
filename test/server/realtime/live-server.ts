import { afterAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobChange, JobRecord } from "../../../src/domain/job-record.ts";
import { Settings } from "../../../src/domain/settings.ts";
import { readSubmission } from "../../../src/domain/submit.ts";
import { openServer } from "../../../src/server/open.ts";
import { openJobService } from "../../../src/service/jobs.ts";
import { openStore } from "../../../src/store/open.ts";
import { openDataFolder } from "../../../src/system/data.ts";
import { ROOT } from "../../helpers/sources.ts";
import { fakePremises } from "../fake-premises.ts";

export const MACHINE = "studio";

/** A server over a real store, whose jobs change as the test says and not otherwise. */
export function openLiveServer() {
  const folder = mkdtempSync(join(tmpdir(), "kinora-live-"));
  let us = Date.now() * 1000;
  const nowUs = () => ++us;
  const store = openStore(join(folder, "kinora.db"), { nowUs });
  const settings = Settings.parse({});
  const service = openJobService({
    store,
    scheduler: {
      wake: () => undefined,
      stopJob: async () => undefined,
      prefetch: () => undefined,
      state: () => ({ slots: 1, running: [], places: [] }),
      waitSec: () => 0,
      estimateSec: () => null,
      stop: async () => undefined,
    },
    settings,
    preferences: fakePremises().preferences,
    nowUs,
    makeId: () => Bun.randomUUIDv7(),
    jobsFolder: join(folder, "jobs"),
    freeBytes: async () => 1e12,
    ffmpeg: () => ({ ok: true, detail: "" }),
  });
  const { url, stop } = openServer(
    {
      service,
      settings,
      ...fakePremises(),
      version: "1.2.3",
      noop: true,
      data: openDataFolder(`${ROOT}/dist/data`),
      voices: [],
      styles: [],
      languages: [],
      queue: () => ({ depth: {}, places: [], threads: 2, oldestWaiting: null, nextStartSec: 0 }),
      samples: { find: () => Promise.reject(new Error("no samples here")) },
      nowUs,
      logFailure: (message) => console.error(message),
    },
    { host: "127.0.0.1", port: 0, machine: MACHINE, graceMs: 100 },
  );
  let stopped = false;
  const close = async () => {
    if (stopped) return;
    stopped = true;
    await stop();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  afterAll(close);
  return {
    url,
    service,
    close,
    /** Stores a job; answers it. */
    async add(fields: object = {}): Promise<JobRecord> {
      const { job } = await service.submit(readSubmission({ kind: "noop", prompt: "Bees", ...fields }, { noop: true }));
      return job;
    },
    change: (id: string, change: JobChange) => store.write((tx) => tx.changeJob(id, change)),
    log: (id: string, message: string) =>
      store.write((tx) => tx.addLogs([{ jobId: id, timeUs: nowUs(), level: "INFO", stage: null, message }])),
    expire: () => store.write((tx) => tx.expire({ eventsUs: nowUs() }, 1_000_000)),
  };
}
export type LiveServer = ReturnType<typeof openLiveServer>;

export type Message = Record<string, unknown> & { event: string; seq?: number; job_id?: string; snapshot?: boolean };

/** A socket that keeps what it hears. */
export async function connect(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws`, { headers } as never);
  const heard: Message[] = [];
  let wake: () => void = () => undefined;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.onclose = ({ code, reason }) => {
      resolve({ code, reason });
      wake();
    };
  });
  socket.onmessage = ({ data }) => {
    heard.push(JSON.parse(String(data)));
    wake();
  };
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error("The socket was refused."));
  });
  const until = async (test: () => boolean) => {
    while (!test()) await new Promise<void>((resolve) => (wake = resolve));
  };
  return {
    socket,
    heard,
    closed,
    say: (message: object | string | Uint8Array<ArrayBuffer>) =>
      socket.send(typeof message === "object" && !(message instanceof Uint8Array) ? JSON.stringify(message) : message),
    until,
    /** Waits until everything said before has been answered. */
    async settle() {
      const pongs = () => heard.filter(({ event }) => event === "pong").length;
      const before = pongs();
      socket.send('{"event":"ping"}');
      await until(() => pongs() > before || socket.readyState === WebSocket.CLOSED);
    },
    events: () => heard.filter(({ seq }) => seq !== undefined),
    close: () => socket.close(),
  };
}
