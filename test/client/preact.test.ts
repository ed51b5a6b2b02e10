import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { cancelJob } from "../../src/client/actions.ts";
import { createJob } from "../../src/client/create.ts";
import { listJobs } from "../../src/client/lists.ts";
import { RUNNING_STATUSES } from "../../src/domain/job-record.ts";
import { type Server, until } from "../helpers/server.ts";
import { ROOT } from "../helpers/sources.ts";
import { bundle, hasChromium, openChromium } from "./chromium.ts";
import type { KinoraPage } from "./page.tsx";
import { makeNoop, startFromSource, stop } from "./serving.ts";
import { openWire, type Wire } from "./wire.ts";

declare const kinora: KinoraPage;
const CSP = "default-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const HTML =
  '<!doctype html><html lang="en"><title>Jobs</title><link rel="icon" href="/test/icon.svg"><body><script type="module" src="/test/page.js"></script>';

let server: Server;
let browser: Browser;
let wire: Wire;
let page: Page;
let asked: string[];
let complaints: string[];
let sockets: number;

beforeAll(async () => {
  if (!hasChromium) return;
  const [started, opened, script] = await Promise.all([startFromSource(), openChromium(), bundle(join(import.meta.dir, "page.tsx"))]);
  [server, browser] = [started, opened];
  wire = openWire(server.url, {
    "/test/page": { type: "text/html", body: HTML, headers: { "content-security-policy": CSP } },
    "/test/page.js": { type: "text/javascript", body: script },
    "/test/icon.svg": { type: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  });
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  wire.stop();
  await stop(server);
});

beforeEach(async () => {
  if (!hasChromium) return;
  [asked, complaints, sockets] = [[], [], 0];
  page = await browser.newPage();
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  page.on(
    "console",
    (message) => message.type() === "error" && !message.text().includes("Failed to load resource") && complaints.push(message.text()),
  );
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("websocket", (socket) => {
    sockets++;
    socket.on("close", () => sockets--);
  });
  await page.goto(`${wire.url}/test/page`);
});
afterEach(async () => {
  if (!hasChromium) return;
  await page.close();
  await cancelAll();
  expect(complaints).toEqual([]);
});

const show = (shown: Parameters<KinoraPage["show"]>[0]) => page.evaluate((shown) => kinora.show(shown), shown);
const make = (noop_ms: number) => page.evaluate((noop_ms) => kinora.job!.createVideoJob({ kind: "noop", noop_ms }), noop_ms);
const state = () => page.evaluate(() => ({ ...kinora.job!, told: kinora.told }));
const untilState = (isSo: (state: Awaited<ReturnType<typeof stateOf>>) => boolean) => until(stateOf, isSo, 20_000);
const stateOf = state;
const cancelAll = async () => {
  const client = { baseUrl: server.url };
  const { jobs } = await listJobs({ kind: "noop", status: ["pending", ...RUNNING_STATUSES] }, client);
  for (const { job_id } of jobs) await cancelJob(job_id, client).catch(() => undefined);
};
const questions = () => asked.filter((line) => line.startsWith("GET /mcp/status/")).length;
const hide = (visibility: "hidden" | "visible") =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visibility);

describe.skipIf(!hasChromium)("useAsyncJob", () => {
  test.each(["live", "asking"] as const)("makes a job and follows it to its end, %s", async (way) => {
    await show({ what: "hook", way });
    await untilState(({ jobId, isPolling, isLoading, canCancel }) => jobId === null && !isPolling && !isLoading && !canCancel);
    const jobId = await make(700);
    await untilState((now) => now.isPolling && now.canCancel && now.jobId === jobId);
    const end = await untilState(({ isComplete, isPolling }) => isComplete && !isPolling);
    expect(end).toMatchObject({ jobId, status: "success", progress: 1, error: null, isLoading: false, canCancel: false });
    expect(end.told.filter((told) => told === "success")).toHaveLength(1);
    expect(end.told.at(-2)).toBe("at 1");
  });

  test("hears events in place of asking while the socket is up", async () => {
    await show({ what: "hook", way: "live" });
    await make(1500);
    await untilState(({ isComplete }) => isComplete);
    expect(questions()).toBeLessThan(8);
  });

  test("does not ask while the page is hidden, and goes on when it returns", async () => {
    await show({ what: "hook", way: "asking" });
    const jobId = await make(60_000);
    await until(
      async () => questions(),
      (count) => count >= 3,
    );
    await hide("hidden");
    await page.waitForTimeout(150);
    const before = questions();
    await page.waitForTimeout(400);
    expect(questions()).toBe(before);
    await cancelJob(jobId, { baseUrl: server.url });
    await hide("visible");
    expect(await untilState(({ isComplete }) => isComplete)).toMatchObject({ status: "cancelled", isPolling: false });
  });

  test("stops, starts, cancels and forgets", async () => {
    await show({ what: "hook", way: "live", autoStart: false });
    const jobId = await make(60_000);
    expect(await state()).toMatchObject({ jobId, isPolling: false, canCancel: true });
    await page.evaluate(() => kinora.job!.startPolling());
    await untilState(({ isPolling, status }) => isPolling && status === "processing");
    await page.evaluate(() => kinora.job!.stopPolling());
    await untilState(({ isPolling }) => !isPolling);
    await page.evaluate(() => kinora.job!.cancelCurrentJob());
    expect(await state()).toMatchObject({ status: "cancelled", isComplete: true, canCancel: false, isLoading: false });
    await page.evaluate(() => kinora.job!.cancelCurrentJob());
    expect(await state()).toMatchObject({ error: expect.stringContaining("cannot be cancelled") });
    await page.evaluate(() => kinora.job!.reset());
    expect(await state()).toMatchObject({ jobId: null, status: null, error: null, progress: 0 });
  });

  test("forgets a job that is being made when it is told to", async () => {
    await show({ what: "hook", way: "live" });
    const jobId = await page.evaluate(() => {
      const making = kinora.job!.createVideoJob({ kind: "noop", noop_ms: 60_000 });
      kinora.job!.reset();
      return making;
    });
    expect(jobId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await state()).toMatchObject({ jobId: null, isLoading: false, isPolling: false });
  });

  test("tells why a job could not be made", async () => {
    await show({ what: "hook", way: "live" });
    await page.evaluate(() => kinora.job!.createVideoJob({ prompt: "" }).catch(() => undefined));
    expect(await untilState(({ error }) => error !== null)).toMatchObject({
      isLoading: false,
      error: expect.stringContaining("prompt"),
      told: [expect.stringContaining("error: prompt")],
    });
  });

  test("leaves nothing behind when its component goes", async () => {
    await show({ what: "hook", way: "live" });
    await make(60_000);
    await until(
      async () => sockets,
      (count) => count === 1,
    );
    await show({ what: "nothing" });
    await until(
      async () => sockets,
      (count) => count === 0,
    );
    await show({ what: "hook", way: "asking" });
    await make(60_000);
    await until(
      async () => questions(),
      (count) => count >= 3,
    );
    await show({ what: "nothing" });
    await page.waitForTimeout(150);
    const before = questions();
    await page.waitForTimeout(400);
    expect(questions()).toBe(before);
  });
});

describe.skipIf(!hasChromium)("<AsyncJobStatus>", () => {
  const text = (selector: string) => page.locator(selector).textContent();

  test("shows badge, bar, message and time left, then the film", async () => {
    const { job_id } = await createJob(
      { script: "Rivers begin small. They end as seas.", quality: "480p", effort: "draft" },
      { baseUrl: server.url },
    );
    await show({ what: "job", jobId: job_id });
    const bar = page.getByRole("progressbar", { name: "Progress of the film" });
    await bar.waitFor();
    expect(await text(".kinora-job-badge")).toMatch(/Waiting|Processing/);
    expect(await text(".kinora-job-message")).not.toBe("");
    const first = Number(await bar.getAttribute("aria-valuenow"));
    await until(
      async () => Number(await bar.getAttribute("aria-valuenow").catch(() => 100)),
      (now) => now > first,
    );
    const video = page.locator("video.kinora-job-video");
    await video.waitFor();
    expect(await text(".kinora-job-badge")).toBe("Complete");
    await until(
      () => video.evaluate((video: HTMLVideoElement) => video.duration),
      (duration) => duration > 1,
    );
    expect(await video.locator("track").getAttribute("kind")).toBe("captions");
    expect(await bar.count()).toBe(0);
    expect(await faults()).toEqual([]);
  }, 60_000);

  test("cancels and tries again by its buttons, and says so", async () => {
    const jobId = await makeNoop(server, 60_000);
    await show({ what: "job", jobId });
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect((await page.getByRole("status").textContent())?.trim()).toBe("Cancelled");
    expect(await faults()).toEqual([]);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    await cancelJob(jobId, { baseUrl: server.url });
    await page.getByRole("button", { name: "Try again" }).waitFor();
  });

  test("says what went wrong", async () => {
    const id = "01890000-0000-7000-8000-000000000000";
    await show({ what: "job", jobId: id });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("no job");
  });

  /** What axe finds wrong. */
  async function faults(): Promise<string[]> {
    await page.evaluate(readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate("axe.run()");
    return (found as { violations: { id: string; nodes: { html: string }[] }[] }).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
    );
  }
});
