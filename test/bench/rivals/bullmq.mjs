// @ts-nocheck: BullMQ is no dependency of Kinora.
// node bullmq.mjs FOLDER PORT ROLE JOBS IN_FLIGHT KEEP: submits and works (both), or one of them. Prints the seconds that it took as JSON.
import { createRequire } from "node:module";

const [folder, port, role, jobs, inFlight, keep] = process.argv.slice(2);
const { Queue, Worker } = createRequire(`${folder}/package.json`)("bullmq");
const count = Number(jobs);
const connection = { host: "127.0.0.1", port: Number(port), maxRetriesPerRequest: null };
const settings = keep === "keep" ? {} : { removeOnComplete: true };

/** Resolves once every job is recorded as done. */
function work() {
  return new Promise((resolve, reject) => {
    let done = 0;
    const worker = new Worker("noop", async () => undefined, { connection, concurrency: 8 });
    worker.on("completed", () => ++done === count && resolve(worker));
    worker.on("failed", (_, error) => reject(error));
    if (role === "worker") worker.waitUntilReady().then(() => console.log("ready"));
  });
}

async function submit() {
  const queue = new Queue("noop", { connection, defaultJobOptions: settings });
  await queue.waitUntilReady();
  let next = 0;
  const client = async () => {
    while (next < count) await queue.add("noop", { prompt: `No-op ${next++}` });
  };
  const started = Date.now();
  await Promise.all(Array.from({ length: Number(inFlight) }, client));
  return started;
}

const worked = role === "submit" ? undefined : work();
const started = role === "worker" ? 0 : await submit();
await worked;
console.log(JSON.stringify(role === "worker" ? { ended: Date.now() } : { started, ended: Date.now() }));
process.exit(0);
