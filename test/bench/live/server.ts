// A server of its own process for the benches of what is live: `bun server.ts kinora|bare`. Does what its parent says, and tells when events were saved.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Settings } from "../../../src/domain/settings.ts";
import { readSubmission } from "../../../src/domain/submit.ts";
import { openServer } from "../../../src/server/open.ts";
import { openJobService } from "../../../src/service/jobs.ts";
import { openStore } from "../../../src/store/open.ts";
import { openDataFolder } from "../../../src/system/data.ts";
import { ROOT } from "../../helpers/sources.ts";
import { fakePremises } from "../../server/fake-premises.ts";
import type { FromServer, ToServer } from "./talk.ts";

const tell = (message: FromServer) => void process.send!(message);
/** Milliseconds since 1970, to a fraction, the same in every process. */
const nowMs = (): number => performance.timeOrigin + performance.now();
const nowUs = (): number => Math.round(nowMs() * 1000);

type Emitter = {
  url: string;
  jobId: string;
  emit: (count: number) => Promise<void>;
  log: (lines: string[]) => Promise<void>;
  stop: () => Promise<void>;
};
/** Told of each event as soon as it is saved. */
type Saved = (seq: number, ms: number) => void;

async function openKinora(saved: Saved): Promise<Emitter> {
  const folder = mkdtempSync(join(tmpdir(), "kinora-bench-live-"));
  const store = openStore(join(folder, "kinora.db"), { nowUs });
  store.listen((events) => {
    for (const { seq } of events) saved(seq, nowMs());
  });
  const settings = Settings.parse({});
  const scheduler = {
    wake: () => undefined,
    stopJob: async () => undefined,
    prefetch: () => undefined,
    state: () => ({ slots: 1, running: [], places: [] }),
    waitSec: () => 0,
    estimateSec: () => null,
    stop: async () => undefined,
  };
  const premises = fakePremises();
  const service = openJobService({
    preferences: premises.preferences,
    ...{ store, scheduler, settings, nowUs, makeId: () => Bun.randomUUIDv7(), jobsFolder: join(folder, "jobs") },
    freeBytes: async () => 1e12,
    ffmpeg: () => ({ ok: true, detail: "" }),
  });
  const { url, stop } = openServer(
    {
      ...{ service, settings, nowUs, version: "bench", noop: true, data: openDataFolder(`${ROOT}/dist/data`) },
      ...premises,
      ...{ voices: [], styles: [], languages: [], samples: { find: () => Promise.reject(new Error("No samples here.")) } },
      queue: () => ({ depth: {}, places: [], threads: 2, oldestWaiting: null, nextStartSec: 0 }),
      logFailure: (message) => console.error(message),
    },
    { host: "127.0.0.1", port: 0, machine: "bench" },
  );
  const { job } = await service.submit(readSubmission({ kind: "noop", prompt: "A film of bees" }, { noop: true }));
  let step = 0;
  return {
    url,
    jobId: job.id,
    async emit(count) {
      const change = () => store.write((tx) => tx.changeJob(job.id, { step: `Rendering scene ${++step}` }));
      await Promise.all(Array.from({ length: count }, change));
    },
    log: (lines) =>
      store.write((tx) =>
        tx.addLogs(lines.map((message) => ({ jobId: job.id, timeUs: nowUs(), level: "DEBUG" as const, stage: null, message }))),
      ),
    async stop() {
      await stop();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The least that Bun can do: what is told is written to all sockets. */
async function openBare(saved: Saved): Promise<Emitter> {
  let seq = 0;
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request, server) => (server.upgrade(request) ? undefined : new Response("", { status: 426 })),
    websocket: { open: (socket) => void socket.subscribe("all"), message: (socket) => void socket.send('{"event":"pong"}') },
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    jobId: "",
    async emit(count) {
      for (let index = 0; index < count; index++) {
        const body = { event: "job_status_update", job_id: Bun.randomUUIDv7(), status: "pending", waiting_for: "slot" };
        const rest = { overall_progress: 0, current_step: `Rendering scene ${++seq}`, estimated_time_remaining: null };
        saved(seq, nowMs());
        server.publish("all", JSON.stringify({ seq, ...body, ...rest }));
      }
    },
    log: async () => undefined,
    stop: async () => void (await server.stop(true)),
  };
}

/** When events were saved, by turns number and milliseconds, in memory of one size. */
const times = new Float64Array(500_000);
let noted = 0;
const emitter = await (process.argv[2] === "bare" ? openBare : openKinora)((seq, ms) => {
  times[noted++] = seq;
  times[noted++] = ms;
});

/** So many events a second for so long, in equal steps however long each takes; where the disk was slow, the next comes after half a step at least. */
async function run(perSec: number, seconds: number): Promise<void> {
  const each = Math.max(1, Math.round(perSec / 100));
  const startMs = nowMs();
  for (let sent = 0; sent < perSec * seconds; sent += each) {
    await Bun.sleep(Math.max(perSec <= 100 ? 500 / perSec : 0, startMs + (sent / perSec) * 1000 - nowMs()));
    await emitter.emit(each);
  }
}

process.on("message", async (message: ToServer) => {
  if (message.say === "run") {
    noted = 0;
    await run(message.perSec, message.seconds);
    tell({ say: "ran", times: times.slice(0, noted) });
  } else if (message.say === "log") {
    for (let left = message.lines, line = 0; left > 0; left -= 5000) {
      const count = Math.min(5000, left);
      await emitter.log(
        Array.from({ length: count }, () => `frame= ${++line} fps= 30 q=28.0 size= ${line * 3} KiB bitrate= 912.4kbits/s speed=1.02x`),
      );
    }
    tell({ say: "logged" });
  } else {
    await emitter.stop();
    process.exit();
  }
});
process.on("disconnect", () => process.exit());
tell({ say: "open", url: emitter.url, jobId: emitter.jobId });
