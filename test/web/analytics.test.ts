import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { stop } from "../client/serving.ts";
import type { Server } from "../helpers/server.ts";
import { startReady, startWithHistory } from "./history.ts";
import { findBarriers, isTooWide, type Visit, type VisitOptions, visit } from "./visit.ts";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (hasChromium) [server, browser] = await Promise.all([startWithHistory(), openChromium()]);
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  await stop(server);
});

async function at(
  path: string,
  act: (page: Page, visit: Visit) => Promise<void>,
  { on = server, ...options }: VisitOptions & { on?: Server } = {},
) {
  const visited = await visit(browser, on.url + path, options);
  try {
    await act(visited.page, visited);
    expect(visited.complaints).toEqual([]);
  } finally {
    await visited.page.context().close();
  }
}

const figure = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const plot = (page: Page, name: string) => figure(page, name).getByRole("slider");
const measured = async (query: string) => (await server.call("GET", `/mcp/analytics?${query}`)).body;
const searchOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

const SECTIONS = [
  "Success rate",
  "Queue depth by stage",
  "Render time by length",
  "Render time by style",
  "Time per stage",
  "What was made",
  "Success by priority",
  "Cost",
];

describe.skipIf(!hasChromium)("Analytics", () => {
  test("every section is a chart, a table and a file", () =>
    at("/analytics", async (page) => {
      await plot(page, "Success rate").locator("canvas").waitFor();
      for (const name of SECTIONS) {
        await page.getByRole("button", { name: `${name}: show as a table` }).click();
        await figure(page, name).locator("tbody tr").first().waitFor();
        const link = figure(page, name).getByRole("link", { name: `${name}: download as CSV` });
        const answer = await server.call("GET", (await link.getAttribute("href"))!);
        expect([name, answer.status, answer.headers.get("content-type")]).toEqual([name, 200, expect.stringContaining("text/csv")]);
        await page.getByRole("button", { name: `${name}: show as a chart` }).click();
      }
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Success rate: download as CSV" }).click(),
      ]);
      expect(await Bun.file((await file.path())!).text()).toContain("completed");
    }));

  test("tables say what the server measured", () =>
    at("/analytics?range=90d", async (page) => {
      await page.getByRole("button", { name: "Success by priority: show as a table" }).click();
      const rows = await figure(page, "Success by priority").locator("tbody tr").allInnerTexts();
      const { success_by_priority } = await measured("range=90d");
      expect(rows).toHaveLength(success_by_priority.length);
      for (const { priority, completed, failed } of success_by_priority)
        expect(rows.some((row) => row.includes(String(priority)) && row.includes(String(completed)) && row.includes(String(failed)))).toBe(
          true,
        );
    }));

  test("range, style and priority are in the address, and come back with it", () =>
    at("/analytics", async (page) => {
      await page.getByRole("radio", { name: "7 days" }).check();
      await page.getByRole("button", { name: "Style", exact: true }).click();
      await page.getByRole("menuitem", { name: "Social" }).click();
      await page.getByRole("button", { name: "Priority", exact: true }).click();
      await page.getByRole("menuitem", { name: "Normal (5)" }).click();
      const wanted = { range: "7d", style: "social", priority: "5" };
      expect(searchOf(page)).toEqual(wanted);
      const completed = async () => {
        const { summary } = await measured("range=7d&style=social&priority=5");
        await page.locator(".figures", { hasText: `${summary.completed} completed` }).waitFor();
      };
      await completed();
      await page.reload();
      await completed();
      expect(searchOf(page)).toEqual(wanted);
      await page.getByRole("button", { name: "Style: Social" }).click();
      await page.getByRole("menuitem", { name: "Any style" }).click();
      expect(searchOf(page)).toEqual({ range: "7d", priority: "5" });
    }));

  test("arrow keys walk along a chart, and what is there is said", () =>
    at("/analytics?range=30d", async (page) => {
      const chart = plot(page, "Success rate");
      await chart.locator("canvas").waitFor();
      const said = () => chart.getAttribute("aria-valuetext");
      await chart.focus();
      const last = await said();
      await page.keyboard.press("ArrowLeft");
      expect(await said()).not.toBe(last);
      expect(await said()).toMatch(/: .*\d+ completed, \d+ failed/);
      await chart.locator(".plot-tip").waitFor();
      await page.keyboard.press("Home");
      expect(await chart.getAttribute("aria-valuenow")).toBe("0");
      await page.keyboard.press("Escape");
      await chart.locator(".plot-tip").waitFor({ state: "detached" });
    }));

  test("the pointer tells what is under it, and charts are as wide as their place", () =>
    at("/analytics?range=30d", async (page) => {
      const chart = plot(page, "Queue depth by stage");
      await chart.locator("canvas").waitFor();
      await chart.hover({ position: { x: 200, y: 80 } });
      await chart.locator(".plot-tip", { hasText: "Oldest waited" }).waitFor();
      await page.setViewportSize({ width: 600, height: 800 });
      await page.waitForFunction(() => {
        const [box, canvas] = [document.querySelector(".plot")!, document.querySelector(".plot canvas")!];
        return Math.abs(box.clientWidth - canvas.clientWidth) <= 1;
      });
    }));

  test("charts take the colours of another theme without being asked for again", () =>
    at("/analytics", async (page) => {
      const canvas = plot(page, "Success rate").locator("canvas");
      await canvas.waitFor();
      const picture = () => canvas.evaluate((node) => (node as HTMLCanvasElement).toDataURL());
      const dark = await picture();
      await page.emulateMedia({ colorScheme: "light" });
      await page.waitForFunction((before) => document.querySelector<HTMLCanvasElement>(".of-success canvas")!.toDataURL() !== before, dark);
    }));

  test("where nothing happened it is said since when anybody has looked", async () => {
    const fresh = await startReady();
    try {
      await at(
        "/analytics?range=7d",
        async (page) => {
          await page.getByText(/No job has been completed or failed in the last 7 days\. Measured since/).waitFor();
          await page.getByRole("link", { name: "set rates in Settings" }).waitFor();
        },
        { on: fresh },
      );
    } finally {
      await stop(fresh);
    }
  });

  test("figures that cannot be had are said, with a way to ask again", () =>
    at("/jobs", async (page, visited) => {
      await page.route("**/mcp/analytics**", (route) =>
        route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"detail":"The disk is full."}' }),
      );
      await page.goto(`${server.url}/analytics`);
      await page.getByText("The disk is full.").waitFor();
      await page.unroute("**/mcp/analytics**");
      await page.getByRole("button", { name: "Try again" }).click();
      await plot(page, "Success rate").waitFor();
      visited.complaints.splice(0);
    }));

  for (const theme of ["dark", "light"] as const)
    for (const width of [320, 1440])
      test(`nothing is in anybody's way at ${width} px in ${theme}`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, bypassCSP: true });
        await at(
          "/analytics",
          async (page) => {
            await plot(page, "Success rate").locator("canvas").waitFor();
            await page.getByRole("button", { name: "Queue depth by stage: show as a table" }).click();
            expect(await isTooWide(page)).toBe(false);
            expect(await findBarriers(page)).toEqual([]);
          },
          { context },
        );
      });
});
