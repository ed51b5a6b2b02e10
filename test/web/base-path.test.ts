import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { makeNoop, stop } from "../client/serving.ts";
import { openProxy } from "../helpers/proxy.ts";
import { type Server, until } from "../helpers/server.ts";
import { startProgram } from "./program.ts";
import { visit } from "./visit.ts";

const BASE = "/home/kinora";
let server: Server;
let browser: Browser;
let proxies: Record<string, ReturnType<typeof openProxy>>;

beforeAll(async () => {
  if (!hasChromium) return;
  const args = ["--base-path", BASE];
  [server, browser] = await Promise.all([startProgram({ args }), openChromium()]);
  proxies = {
    keeps: openProxy({ base: BASE, to: server.url, strip: false }),
    strips: openProxy({ base: BASE, to: server.url, strip: true }),
  };
  await until(
    () => server.call("GET", "/ready"),
    ({ status }) => status === 200,
  );
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  for (const proxy of Object.values(proxies)) await proxy.stop();
  await stop(server);
});

const PAGES = ["Jobs", "Create", "Analytics", "Settings", "Dashboard"];

describe.skipIf(!hasChromium)("the pages below a base path", () => {
  test.each(["keeps", "strips"])("go from one to another, live, behind a proxy that %s the path", async (kind) => {
    const { url } = proxies[kind]!;
    const { page, complaints } = await visit(browser, `${url}/settings?section=about`);
    const outside: string[] = [];
    page.on("request", (request) => request.url().startsWith(url) || request.url().startsWith("data:") || outside.push(request.url()));
    await page.getByText(BASE, { exact: true }).waitFor();
    for (const name of PAGES) {
      await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
      await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
      expect(new URL(page.url()).pathname).toStartWith(`${BASE}/`);
    }
    await page.locator('.live[data-kind="live"]').waitFor();
    await page.reload();
    await page.locator('.live[data-kind="live"]').waitFor();
    await page.goto(`${url}/jobs`);
    await page.locator('.live[data-kind="live"]').waitFor();
    const id = await makeNoop(server, 0, { prompt: "Bees" });
    await page.locator(`main a[href$="/jobs/${id}"]`).locator("visible=true").first().waitFor();
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
    await page.context().close();
  });
});
