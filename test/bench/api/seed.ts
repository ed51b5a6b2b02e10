import { join } from "node:path";
import { READY_STYLES } from "../../../src/domain/job.ts";
import type { JobStatus } from "../../../src/domain/job-record.ts";
import { seededRandom } from "../../../src/domain/seed.ts";
import { readSubmission } from "../../../src/domain/submit.ts";
import { newJob } from "../../../src/service/submit.ts";
import { openStore } from "../../../src/store/open.ts";

const WORDS = "river mountain night city ocean winter forest light garden train bread history whale music bridge desert".split(" ");
const BATCH = 2000;

/** Fills the database of a data folder with jobs of a year, most of them over and none that may begin. */
export async function seedJobs(data: string, count: number): Promise<void> {
  const random = seededRandom(1);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const now = Date.now() * 1000;
  const { request: asked, origin } = readSubmission({ prompt: "A river", run_at: "2099-01-01T00:00:00Z" }, { noop: false });
  if (asked.kind !== "generate") throw new Error("A film was asked for.");
  const template = asked.film;
  const store = openStore(join(data, "kinora.db"), { nowUs: () => now });
  for (let made = 0; made < count; made += BATCH) {
    await store.write((tx) => {
      for (let index = made; index < Math.min(count, made + BATCH); index++) {
        const createdUs = now - Math.floor((1 - index / count) * 365 * 86_400e6);
        const film = {
          ...template,
          prompt: `The ${pick(WORDS)} and the ${pick(WORDS)} ${pick(WORDS)} ${index}`,
          style: pick(READY_STYLES),
        };
        const request = { ...asked, film: { ...film, duration_target: 10 + Math.floor(random() * 590) } };
        const submission = { request, origin, priority: 1 + Math.floor(random() * 10) };
        const job = newJob(submission, Bun.randomUUIDv7("hex", Math.floor(createdUs / 1000)), createdUs);
        const status = pick<JobStatus>(["completed", "completed", "completed", "completed", "failed", "cancelled", "pending"]);
        const over = { status, waitingFor: null, progress: status === "completed" ? 100 : Math.floor(random() * 99) } as const;
        const times = { updatedUs: createdUs + Math.floor(random() * 3600e6), startedUs: createdUs, finishedUs: createdUs + 60e6 };
        tx.insertJob(status === "pending" ? job : { ...job, ...over, ...times });
      }
    });
  }
  store.close();
}
