import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { makeNoop, stop } from "../client/serving.ts";
import { type Server, untilOver } from "../helpers/server.ts";
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

/** Opens a page, does something there, and finds nothing to complain of. */
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

const workOf = (page: Page, id: string) => page.locator(".works article", { has: page.locator(`a[href$="/jobs/${id}"]`) });
const happened = (page: Page, id: string, what: string) =>
  page.locator(".activity li", { has: page.locator(`a[href$="/jobs/${id}"]`) }).filter({ hasText: what });
const bars = (page: Page) => page.locator(".finished .bars a");
const searchOf = (page: Page) => new URL(page.url()).searchParams;

const HOSTILE = `<script>globalThis.broken = true</script> \u202Eleft? \u{1F469}\u200D\u{1F680} ${"long".repeat(4000)}`;

describe.skipIf(!hasChromium)("Dashboard", () => {
  test("a server without any job says what to do first; the first job turns that into the dashboard by itself", async () => {
    const fresh = await startReady();
    try {
      await at(
        "/",
        async (page) => {
          await page.getByText("No film has been made here yet").waitFor();
          const prompts = page.locator(".first-prompts a");
          expect(await prompts.count()).toBe(3);
          expect(await prompts.first().getAttribute("href")).toMatch(/^\/create\?prompt=/);
          await makeNoop(fresh, 500);
          await page.getByRole("region", { name: "Key figures" }).waitFor();
        },
        { on: fresh },
      );
    } finally {
      await stop(fresh);
    }
  });

  test("a job appears in the works, is done by a worker, and moves on to completed without a reload", () =>
    at("/", async (page, { asked }) => {
      await page.getByText("Nothing is in the works.").waitFor();
      const id = await makeNoop(server, 2500);
      await workOf(page, id).waitFor();
      await page.locator(`.workers a[href$="/jobs/${id}"]`).waitFor();
      await happened(page, id, "Completed").waitFor();
      await workOf(page, id).waitFor({ state: "detached" });
      expect(asked.filter((call) => call === "GET /")).toHaveLength(1);
    }));

  test("a job is cancelled after a question", () =>
    at("/", async (page) => {
      const id = await makeNoop(server, 60_000);
      await workOf(page, id).getByRole("button").click();
      await page.getByRole("button", { name: "Not now" }).click();
      expect((await server.call("GET", `/mcp/status/${id}`)).body.finished_at).toBeNull();
      await workOf(page, id).getByRole("button").click();
      await page.getByRole("button", { name: "Cancel the job" }).click();
      expect((await untilOver(server, id)).status).toBe("cancelled");
      await happened(page, id, "Cancelled").waitFor();
    }));

  test("a click on a stage, a kind of end or a bar opens the list of its jobs", () =>
    at("/?range=30d", async (page) => {
      await page.locator(".depths a", { hasText: "Waiting" }).click();
      await page.waitForURL("**/jobs?status=pending");
      await page.goBack();
      await page.locator(".kinds a", { hasText: "Failed" }).click();
      await page.waitForURL("**/jobs?status=failed&from=*");
      await page.goBack();
      await bars(page).nth(-2).click();
      await page.waitForURL("**/jobs?*");
      expect(searchOf(page).get("status")).toBe("completed,failed,cancelled");
      expect(Date.parse(searchOf(page).get("to")!) - Date.parse(searchOf(page).get("from")!)).toBe(86_400_000);
    }));

  test("the range is in the address; every number is the server's", () =>
    at("/", async (page) => {
      const figure = page.locator(".kpi", { hasText: "Jobs" }).locator(".big");
      for (const [range, label] of [
        ["30d", "30 days"],
        ["24h", "24 hours"],
      ] as const) {
        await page.getByRole("radio", { name: label }).check();
        expect(searchOf(page).get("range")).toBe(range);
        const { created } = (await server.call("GET", `/mcp/analytics?range=${range}`)).body.summary;
        await page
          .locator(".kpi .big", { hasText: new RegExp(`^${created}$`) })
          .first()
          .waitFor();
      }
      await page.reload();
      await figure.waitFor();
      expect(await page.getByRole("radio", { name: "24 hours" }).isChecked()).toBe(true);
    }));

  test("the chart is a table as well, and its figures and a report can be downloaded", () =>
    at("/?range=30d", async (page) => {
      await page.getByRole("button", { name: "Finished jobs a day: show as a table" }).click();
      const { outcomes } = (await server.call("GET", "/mcp/analytics?range=30d")).body;
      expect(await page.locator(".figure-table tbody tr").count()).toBe(outcomes.length);
      const download = async (start: () => Promise<void>) => {
        const [file] = await Promise.all([page.waitForEvent("download"), start()]);
        return Bun.file((await file.path())!).text();
      };
      const csv = await download(() => page.getByRole("link", { name: "Finished jobs a day: download as CSV" }).click());
      expect(csv.trim().split("\n")).toHaveLength(outcomes.length + 1);
      const report = await download(async () => {
        await page.getByRole("button", { name: "Report", exact: true }).click();
        await page.getByRole("menuitem", { name: "This month, CSV" }).click();
      });
      expect(report).toContain("completed");
    }));

  test("bars are walked by arrow keys, and opened by Enter", () =>
    at("/?range=30d", async (page) => {
      const last = bars(page).last();
      await last.waitFor();
      expect(await bars(page).evaluateAll((all) => all.filter((bar) => (bar as HTMLElement).tabIndex === 0).length)).toBe(1);
      await last.focus();
      await page.keyboard.press("ArrowLeft");
      const said = await page.evaluate(() => document.activeElement?.querySelector(".unseen")?.textContent);
      expect(said).toMatch(/: \d+ jobs?, \d+ completed, \d+ failed, \d+ cancelled$/);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/jobs?*");
    }));

  test("figures that cannot be had are said, and asked for again on request", () =>
    at("/", async (page, visited) => {
      await page.route("**/mcp/analytics**", (route) =>
        route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"detail":"The disk is full."}' }),
      );
      await page.goto(`${server.url}/?range=30d`);
      await page.getByText("The disk is full.").waitFor();
      await page.locator(".works").waitFor();
      await page.unroute("**/mcp/analytics**");
      await page.getByRole("button", { name: "Try again" }).click();
      await bars(page).last().waitFor();
      visited.complaints.splice(0);
    }));

  for (const theme of ["dark", "light"] as const)
    for (const width of [320, 1440])
      test(`nothing is in anybody's way at ${width} px in ${theme}, whatever is in a prompt`, async () => {
        const { job_id: id } = (await server.call("POST", "/mcp/generate", { json: { prompt: HOSTILE } })).body;
        await server.call("POST", `/mcp/cancel/${id}`);
        const running = await makeNoop(server, 60_000);
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, bypassCSP: true });
        await at(
          "/",
          async (page) => {
            await bars(page).last().waitFor();
            await workOf(page, running).waitFor();
            await page.getByText("<script>globalThis.broken").first().waitFor();
            expect(await page.evaluate(() => "broken" in globalThis)).toBe(false);
            expect(await isTooWide(page)).toBe(false);
            expect(await findBarriers(page)).toEqual([]);
          },
          { context },
        ).finally(() => server.call("POST", `/mcp/cancel/${running}`));
      });
});
