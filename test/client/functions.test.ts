import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { approve, cancelJob, prefetchJob, retryJob } from "../../src/client/actions.ts";
import { bulkJobs, exportUrl, filmsUrl } from "../../src/client/bulk.ts";
import { createJob } from "../../src/client/create.ts";
import { KinoraApiError } from "../../src/client/errors.ts";
import { estimateJob, getRequest } from "../../src/client/estimate.ts";
import { checkServiceHealth } from "../../src/client/health.ts";
import { getJobStatistics, listJobs, listUserJobs } from "../../src/client/lists.ts";
import { getLogs, logsUrl } from "../../src/client/logs.ts";
import type { ClientOptions } from "../../src/client/options.ts";
import { pollJobUntilComplete } from "../../src/client/poll.ts";
import { getJobDetails, getJobStatus, getResult } from "../../src/client/status.ts";
import { getStoryboard, putStoryboard } from "../../src/client/storyboards.ts";
import type { Server } from "../helpers/server.ts";
import { startFromSource, stop } from "./serving.ts";

let server: Server;
let client: ClientOptions;
beforeAll(async () => {
  server = await startFromSource();
  client = { baseUrl: server.url };
});
afterAll(() => stop(server));

const refusal = (promise: Promise<unknown>): Promise<KinoraApiError> =>
  promise.then(
    () => {
      throw new Error("It was not refused.");
    },
    (error) => {
      expect(error).toBeInstanceOf(KinoraApiError);
      return error;
    },
  );

const noop = (noop_ms: number) => createJob({ kind: "noop", noop_ms }, client);

describe("a film", () => {
  test("is made, followed to its end, changed and made again", async () => {
    const made = await createJob({ script: "Rivers begin small. They end as seas.", quality: "480p", effort: "draft" }, client);
    expect(made).toMatchObject({ status: "pending", canonical_status: "pending" });
    const seen: number[] = [];
    const job = await pollJobUntilComplete(made.job_id, {
      ...client,
      intervalMs: 100,
      onProgress: ({ progress }) => seen.push(progress),
    });
    expect(job).toMatchObject({ job_id: made.job_id, status: "success", progress: 1, message: "Complete", error: null, retry_count: 0 });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const film = await getResult(made.job_id, client);
    expect(job.result).toEqual({ video_id: made.job_id, video_path: film.video_url, duration: film.duration });
    const other = await getJobStatus(made.job_id, { ...client, dialect: "api-v1" });
    expect(other).toEqual({ ...job, estimated_time_remaining: null });

    const { storyboard, etag } = await getStoryboard(made.job_id, client);
    const saved = await putStoryboard(made.job_id, { ...storyboard, title: "Streams" }, etag, client);
    expect(saved.storyboard.title).toBe("Streams");
    expect(await refusal(putStoryboard(made.job_id, storyboard, etag, client))).toMatchObject({ status: 412, code: "stale_revision" });
    expect((await approve(made.job_id, client)).status).not.toBe("success");
    await pollJobUntilComplete(made.job_id, { ...client, intervalMs: 100 });
    expect((await getJobDetails(made.job_id, client)).revision).toBe(2);
    const { logs, next } = await getLogs(made.job_id, { level: "INFO", limit: 3 }, client);
    expect(logs).toHaveLength(3);
    expect(next).toBe(logs[2]!.seq);
    expect((await getLogs(made.job_id, { after: next, limit: 1 }, client)).logs[0]!.seq).toBeGreaterThan(next);
    expect(await (await fetch(logsUrl(made.job_id, {}, client))).text()).toContain("plan: ");
  }, 120_000);
});

describe("a video job", () => {
  test("is made, listed by its user, counted and cancelled", async () => {
    const video_request = {
      user_id: "ada",
      title: "Rivers",
      script_content: "Rivers begin small.",
      platform: "tiktok",
      voice_name: "none",
    };
    const made = await createJob({ video_request, priority: 8 }, client);
    expect(made).toMatchObject({ status: "pending", canonical_status: null });
    expect((await listUserJobs("ada", { page_size: 5 }, client)).jobs[0]).toMatchObject({
      job_id: made.job_id,
      message: expect.stringContaining('There is no voice "none"'),
      estimated_time_remaining: null,
    });
    expect(await listUserJobs("nobody", {}, client)).toMatchObject({ jobs: [], total: 0, page: 1 });
    await cancelJob(made.job_id, { ...client, dialect: "api-v1" });
    expect(await getJobStatistics("ada", client)).toMatchObject({ total: 1, cancelled: 1, processing: 0 });
  });
});

describe("a job", () => {
  test("is cancelled and tried again, in both dialects", async () => {
    for (const dialect of ["mcp", "api-v1"] as const) {
      const { job_id } = await noop(60_000);
      expect(await cancelJob(job_id, { ...client, dialect })).toMatchObject({ job_id, status: "cancelled", message: "Cancelled" });
      expect(await refusal(cancelJob(job_id, { ...client, dialect }))).toMatchObject({ status: 409, code: "wrong_state" });
      expect((await retryJob(job_id, client)).status).toMatch(/pending|processing/);
      await cancelJob(job_id, client);
    }
  });

  test("is listed by what is asked for", async () => {
    const { job_id } = await createJob({ kind: "noop", prompt: "zebras", priority: 9 }, client);
    const page = await listJobs({ search: "zebras", priority: 9, status: ["pending", "completed", "rendering"], limit: 10 }, client);
    expect(page.jobs.map((job) => job.job_id)).toEqual([job_id]);
    expect(page.pagination).toMatchObject({ total: 1, limit: 10, offset: 0 });
    expect(page.summary.total_jobs).toBeGreaterThan(1);
  });

  test("is prepared ahead of its turn", async () => {
    const run_at = new Date(Date.now() + 3_600_000).toISOString();
    const { job_id, canonical_status } = await createJob({ prompt: "Tea", run_at, quality: "480p" }, client);
    expect(canonical_status).toBe("pending");
    expect(await prefetchJob(job_id, client)).toMatchObject({ status: "pending", message: "Waiting for its time" });
    await cancelJob(job_id, client);
  });

  test("is made once, however often its request is sent", async () => {
    let sent = 0;
    const lossy: ClientOptions["fetch"] = async (url, init) => {
      const response = await fetch(url, init);
      if (++sent === 1) throw new TypeError("The answer is lost.");
      return response;
    };
    const before = (await getJobStatistics(undefined, client)).total;
    const { job_id } = await createJob({ kind: "noop" }, { ...client, fetch: lossy });
    expect(sent).toBe(2);
    expect((await getJobStatistics(undefined, client)).total).toBe(before + 1);
    expect((await createJob({ kind: "noop", prompt: "a" }, { ...client, idempotencyKey: "k1" })).job_id).not.toBe(job_id);
    expect(await refusal(createJob({ kind: "noop", prompt: "b" }, { ...client, idempotencyKey: "k1" }))).toMatchObject({
      code: "key_reused",
    });
  });

  test("that does not exist is said to be missing", async () => {
    const id = "01890000-0000-7000-8000-000000000000";
    for (const ask of [getJobStatus, getResult, cancelJob, retryJob, getJobDetails, pollJobUntilComplete])
      expect(await refusal(ask(id, client))).toMatchObject({ status: 404, code: "not_found" });
    expect(await refusal(getJobStatus("../../health", client))).toMatchObject({ status: 404 });
  });

  test("that is asked for wrongly is refused with every fault", async () => {
    const error = await refusal(createJob({ prompt: "x", priority: 99, fps: 1 as never }, client));
    expect(error).toMatchObject({ status: 400, code: "invalid_request" });
    expect(error.faults.map(({ path }) => path)).toEqual(expect.arrayContaining(["priority", "fps"]));
  });

  test("is asked after once in five seconds, and at once after something was done to it", async () => {
    const { job_id } = await noop(60_000);
    let asked = 0;
    const counting = {
      ...client,
      fetch: (url: string, init: RequestInit) => {
        asked++;
        return fetch(url, init);
      },
    };
    const first = await getJobStatus(job_id, counting);
    expect(await getJobStatus(job_id, counting)).toBe(first);
    expect(asked).toBe(1);
    await getJobStatus(job_id, { ...counting, maxAgeMs: 0 });
    expect(asked).toBe(2);
    await cancelJob(job_id, client);
    expect((await getJobStatus(job_id, counting)).status).toBe("cancelled");
    expect(asked).toBe(2);
  });

  test("is no longer asked after once the signal fires", async () => {
    const { job_id } = await noop(60_000);
    const abort = new AbortController();
    const polling = pollJobUntilComplete(job_id, { ...client, signal: abort.signal, onProgress: () => abort.abort(new Error("enough")) });
    expect(polling).rejects.toThrow("enough");
    await polling.catch(() => undefined);
    expect(getJobStatus(job_id, { ...client, maxAgeMs: 0, signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
    await cancelJob(job_id, client);
  });
});

describe("many jobs", () => {
  test("are cancelled by their ids and tried again by a filter", async () => {
    const [one, two] = [await noop(60_000), await noop(60_000)];
    expect(await bulkJobs("cancel", { job_ids: [one.job_id, two.job_id, "none"] }, client)).toMatchObject({ done: 2, failed: 1 });
    const filter = { status: ["cancelled"], kind: "noop", search: one.job_id } as const;
    expect(await bulkJobs("retry", { filter }, client)).toMatchObject({
      action: "retry",
      remaining: 0,
      results: [{ job_id: one.job_id, outcome: "done", reason: null }],
    });
    expect(await refusal(bulkJobs("cancel", { filter: { search: " " } }, client))).toMatchObject({ status: 400 });
    await cancelJob(one.job_id, client);
  });

  test("are exported, and their films where there are any", async () => {
    const { job_id } = await createJob({ kind: "noop", prompt: "walrus" }, client);
    const rows = (await (await fetch(exportUrl("json", { filter: { search: "walrus" } }, client))).json()) as { job_id: string }[];
    expect(rows.map((row) => row.job_id)).toEqual([job_id]);
    expect(await (await fetch(exportUrl("csv", { job_ids: [job_id] }, client))).text()).toContain("walrus");
    expect((await fetch(filmsUrl({ job_ids: [job_id] }, client))).status).toBe(409);
  });
});

describe("a request", () => {
  test("is estimated before it is made, and given back after", async () => {
    const request = {
      prompt: "Tea",
      duration_target: 20,
      quality: "480p",
      run_at: new Date(Date.now() + 3_600_000).toISOString(),
    } as const;
    const { duration, waiting, stages } = await estimateJob(request, client);
    expect([duration, stages.length]).toEqual([20, 8]);
    expect(waiting).toBeGreaterThan(3500);
    expect(await refusal(estimateJob({ prompt: "" }, client))).toMatchObject({ status: 400, code: "invalid_request" });
    const { job_id } = await createJob(request, client);
    const asked = await getRequest(job_id, client);
    expect(asked).toMatchObject({ job_id, revision: 1, request: { prompt: "Tea", duration_target: 20, quality: "480p" } });
    const again = await createJob(asked.request, client);
    expect((await getRequest(again.job_id, client)).request).toEqual(asked.request);
    await bulkJobs("cancel", { job_ids: [job_id, again.job_id] }, client);
  });
});

test("health is told, also where nobody answers", async () => {
  expect(await checkServiceHealth(client)).toMatchObject({ healthy: true, reachable: true });
  expect(await checkServiceHealth({ baseUrl: "http://127.0.0.1:1" })).toMatchObject({ healthy: false, reachable: false, version: null });
});
