import { afterAll, describe, expect, test } from "bun:test";
import { chromium } from "playwright-core";
import { OWN_ADDRESSES } from "../../src/domain/base-path.ts";
import { Settings } from "../../src/domain/settings.ts";
import { createApp } from "../../src/server/app.ts";
import { openProxy } from "../helpers/proxy.ts";
import { ask, serve } from "./serving.ts";

const BASE = "/home/kinora";
const { url, service, means } = serve({ settings: Settings.parse({ base_path: `${BASE}/` }) });
const origin = new URL(url).origin;
const keeping = openProxy({ base: BASE, to: url, strip: false });
const stripping = openProxy({ base: BASE, to: url, strip: true });
afterAll(() => Promise.all([keeping.stop(), stripping.stop()]));

const WAYS: [string, string, string][] = [
  ["the server itself, below the base path", url, BASE],
  ["the server itself, without it", origin, ""],
  ["a proxy that keeps the path", keeping.url, BASE],
  ["a proxy that takes it away", stripping.url, BASE],
];

test("the server tells its address with the base path", () => expect(url).toEndWith(BASE));

describe.each(WAYS)("through %s", (_, at) => {
  test.each([
    ["GET /", 200, "text/html; charset=utf-8"],
    ["GET /jobs", 200, "text/html; charset=utf-8"],
    ["GET /docs", 200, "text/html; charset=utf-8"],
    ["GET /docs/start.js", 200, "text/javascript; charset=utf-8"],
    ["GET /docs/swagger-ui.css", 200, "text/css; charset=utf-8"],
    ["GET /openapi.json", 200, "application/json"],
    ["GET /asyncapi.json", 200, "application/json"],
    ["GET /mcp/jobs", 200, "application/json"],
    ["GET /api/v1/jobs/list", 404, "application/problem+json"],
    ["GET /ready", 200, "application/json"],
    ["GET /mcp/status/nothing", 404, "application/problem+json"],
    ["GET /other", 404, "application/problem+json"],
    ["DELETE /mcp/jobs", 405, "application/problem+json"],
  ])("%s answers %i", async (line, status, type) => {
    const answer = await ask(at, line);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toStartWith(type);
  });

  test("the API's document says that it is below the base path", async () =>
    expect(await (await ask(at, "GET /openapi.json")).json()).toMatchObject({ servers: [{ url: BASE }] }));

  test("a new job is told with an address below the base path", async () => {
    const answer = await ask(at, "POST /mcp/generate", { body: { prompt: "Rivers" } });
    const { job_id } = (await answer.json()) as { job_id: string };
    expect(answer.headers.get("location")).toBe(`${BASE}/mcp/status/${job_id}`);
  });

  test("a film's file is read", async () => {
    const { id } = service.add({ status: "completed" });
    service.files.set(`${id}/1/film.vtt`, import.meta.path);
    expect((await ask(at, `GET /media/${id}/1/film.vtt`)).status).toBe(200);
  });

  test("a socket is answered", async () => {
    const socket = new WebSocket(`${at.replace("http", "ws")}/ws`);
    const heard = new Promise((resolve, reject) => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(data));
      socket.onclose = reject;
    });
    socket.onopen = () => socket.send(JSON.stringify({ event: "ping" }));
    expect(await heard).toEqual({ event: "pong" });
    socket.close();
  });

  test("a stream begins", async () => {
    const stop = new AbortController();
    const answer = await fetch(`${at}/events`, { signal: stop.signal });
    expect(answer.headers.get("content-type")).toStartWith("text/event-stream");
    stop.abort();
  });
});

test("a page is sent to its address without the slash, wherever a proxy has put it", async () => {
  for (const at of [url, origin, keeping.url, stripping.url]) {
    const answer = await ask(at, "GET /docs/?a=1");
    expect(answer.status).toBe(308);
    expect(new URL(answer.headers.get("location")!, `${at}/docs/`).href).toBe(`${at}/docs?a=1`);
  }
});

test("both the base path and the base path with a slash are the first page", async () => {
  for (const at of [url, `${url}/`, `${url}?a=1`]) expect((await fetch(at, { redirect: "manual" })).status).toBe(200);
});

test("what only resembles the base path is not found", async () => {
  for (const path of ["/home", "/home/kinor", `${BASE}2/mcp/jobs`, `${BASE}${BASE}/mcp/jobs`])
    expect((await fetch(origin + path)).status).toBe(404);
});

test("no base path can hide an address of Kinora's own", () => {
  const { routes } = createApp({ ...means, settings: Settings.parse({}) });
  const first = new Set(routes.map(({ path }) => path.split("/")[1]!).filter((name) => name !== ""));
  expect(first.size).toBeGreaterThan(15);
  expect([...first].filter((name) => !OWN_ADDRESSES.includes(name as never))).toEqual([]);
});

const executablePath = ["chromium", "chromium-browser", "google-chrome"].map((name) => Bun.which(name)).find((path) => path !== null);

test.skipIf(!executablePath)("the documentation opens behind both proxies", async () => {
  const browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
  try {
    for (const at of [keeping.url, stripping.url]) {
      const page = await browser.newPage();
      const failed: string[] = [];
      page.on("response", (response) => response.ok() || failed.push(`${response.status()} ${response.url()}`));
      await page.goto(`${at}/docs`);
      await page.waitForSelector("#operations-Films-generate");
      expect(failed).toEqual([]);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
