import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { makeNoop, stop } from "../client/serving.ts";
import { type Server, until, untilOver } from "../helpers/server.ts";
import { startProgram } from "./program.ts";
import { findBarriers, isTooWide, untilReady, type Visit, type VisitOptions, visit } from "./visit.ts";

const HOSTILE = "<script>document.title='x'</script> \u202Eright to left\u202C مرحبا 👩‍👩‍👧‍👦 '; DROP TABLE jobs; --";
const FILMS = 30;
const WAITS_MS = 600_000;

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (!hasChromium) return;
  [server, browser] = await Promise.all([startProgram(), openChromium()]);
  await untilReady(server);
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  await stop(server);
});

async function allOver(): Promise<boolean> {
  const { pending, in_progress } = (await server.call("GET", "/mcp/jobs?limit=1")).body.summary;
  return pending + in_progress === 0;
}

/** Opens the list, does something there, and finds nothing to complain of. */
async function onPage(query: string, act: (page: Page, visit: Visit) => Promise<void>, options?: VisitOptions): Promise<void> {
  const visited = await visit(browser, `${server.url}/jobs${query}`, options);
  try {
    await act(visited.page, visited);
    expect(visited.complaints).toEqual([]);
  } finally {
    await visited.page.context().close();
  }
}

const rows = (page: Page) => page.locator("tbody tr[data-id]");
const firstPrompt = (page: Page) => rows(page).first().locator("a").first();
const checks = (page: Page) => rows(page).getByRole("checkbox");
const dock = (page: Page) => page.locator(".jobs-dock");
const untilRows = (page: Page, count: number) =>
  page.waitForFunction((count) => document.querySelectorAll("tbody tr[data-id]").length === count, count);
const untilFirst = (page: Page, prompt: string) =>
  page.waitForFunction((prompt) => document.querySelector("tbody tr[data-id] a")?.textContent === prompt, prompt);

/** Cancels what waits, so that the next test begins with nothing to do. */
async function cancelAll(): Promise<void> {
  await server.call("POST", "/mcp/bulk", { json: { action: "cancel", filter: {} } });
  await until(allOver, (are) => are);
}

test.skipIf(!hasChromium)("where there are no jobs, three ways to begin are shown, until the first one comes", () =>
  onPage("", async (page) => {
    await page.getByRole("heading", { name: "No videos yet" }).waitFor();
    expect(await page.locator(".no-jobs li a").count()).toBe(3);
    await page
      .getByText(/ready in about/)
      .first()
      .waitFor();
    await makeNoop(server, 0, { prompt: "The first" });
    await untilFirst(page, "The first");
  }),
);

describe.skipIf(!hasChromium)("the list of jobs", () => {
  beforeAll(async () => {
    if (!hasChromium) return;
    let last = "";
    for (let film = 1; film <= FILMS; film++)
      last = await makeNoop(server, 0, { prompt: `Film ${film} of the sea`, priority: film % 2 ? 5 : 8 });
    await makeNoop(server, 0, { prompt: HOSTILE });
    await untilOver(server, last);
    await until(allOver, (are) => are);
  });

  test("a new job appears by itself, runs, is cancelled and runs again, all without loading anew", () =>
    onPage("", async (page) => {
      await untilRows(page, 25);
      await page.evaluate(() => Object.assign(globalThis, { same: true }));
      await makeNoop(server, WAITS_MS, { prompt: "Only just thought of" });
      await untilFirst(page, "Only just thought of");
      const row = rows(page).first();
      await row.getByText("Rendering").waitFor();
      expect(await rows(page).count()).toBe(25);
      await row.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: /^Cancel/ }).click();
      await page.getByRole("button", { name: "Cancel the job" }).click();
      await row.getByText("Cancelled").waitFor();
      await row.getByRole("button", { name: "Retry" }).click();
      await row.getByText("Rendering").waitFor();
      expect(await page.evaluate(() => "same" in globalThis)).toBe(true);
      await cancelAll();
    }));

  test("the address says what is shown, and brings it back", () =>
    onPage("?search=film&sort_by=priority&sort_order=asc&limit=10&offset=10", async (page) => {
      await untilRows(page, 10);
      expect(await page.getByRole("searchbox").inputValue()).toBe("film");
      expect(await dock(page).textContent()).toContain("11–20 of 30");
      await page.getByRole("button", { name: "Next page" }).click();
      await dock(page).getByText("21–30 of 30").waitFor();
      expect(page.url()).toEndWith("/jobs?search=film&sort_by=priority&sort_order=asc&limit=10&offset=20");
      const shown = await firstPrompt(page).textContent();
      await page.reload();
      await untilRows(page, 10);
      expect(await firstPrompt(page).textContent()).toBe(shown);
      await page.goBack();
      await dock(page).getByText("11–20 of 30").waitFor();
    }));

  test("tabs, filters and columns narrow and sort by the API's names", () =>
    onPage("", async (page) => {
      await untilRows(page, 25);
      await page.getByRole("navigation", { name: "Status" }).getByText("Completed").click();
      await page.getByRole("button", { name: "Priority", exact: true }).first().click();
      await page.getByRole("menuitemradio", { name: "High" }).click();
      await dock(page).getByText("1–15 of 15").waitFor();
      await page.getByRole("columnheader", { name: "Created" }).getByRole("button").click();
      await untilFirst(page, "Film 2 of the sea");
      expect(await page.getByRole("columnheader", { name: "Created" }).getAttribute("aria-sort")).toBe("ascending");
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ status: "completed", priority: "8", sort_order: "asc" });
      await page.getByRole("button", { name: "Clear filters" }).click();
      await dock(page)
        .getByText(/^1–25 of \d+$/)
        .waitFor();
    }));

  test("a search is asked for once typing rests, at once by Enter, and says when nothing fits", () =>
    onPage("", async (page, { asked }) => {
      await untilRows(page, 25);
      const before = asked.length;
      await page.keyboard.press("/");
      await page.keyboard.type("film 17");
      await page.keyboard.press("Enter");
      await untilFirst(page, "Film 17 of the sea");
      expect(asked.slice(before).filter((each) => each === "GET /mcp/jobs").length).toBeLessThanOrEqual(2);
      await page.getByRole("searchbox").fill("nothing like it");
      await page.getByText("No jobs match").waitFor();
      await page.locator(".empty").getByRole("button", { name: "Clear filters" }).click();
      await untilRows(page, 25);
    }));

  test("what cannot be asked is told in the API's words, with a way out", () =>
    onPage("?status=nonsense&limit=many", async (page) => {
      await page.getByText("The filter in this address cannot be used").waitFor();
      expect(await page.getByRole("alert").textContent()).toContain("must be one or several of pending");
      await page.getByRole("button", { name: "Clear the filter" }).click();
      await untilRows(page, 25);
      expect(new URL(page.url()).search).toBe("");
    }));

  test("going back finds the selection and the place on the page; new jobs wait meanwhile", () =>
    onPage("", async (page) => {
      await untilRows(page, 25);
      await checks(page).nth(14).click();
      await checks(page)
        .nth(16)
        .click({ modifiers: ["Shift"] });
      await page.evaluate(() => scrollTo(0, 300));
      await page.waitForFunction(() => scrollY === 300);
      const first = await firstPrompt(page).textContent();
      await rows(page).nth(15).locator("a").first().click();
      await page.waitForURL("**/jobs/*");
      await page.goBack();
      await dock(page).getByText("3 selected").waitFor();
      await page.waitForFunction(() => scrollY === 300);
      await makeNoop(server, 0, { prompt: "Came while something was selected" });
      await page.getByRole("button", { name: "1 new job" }).waitFor();
      expect(await firstPrompt(page).textContent()).toBe(first);
      expect(await page.evaluate(() => scrollY)).toBe(300);
      await page.getByRole("button", { name: "1 new job" }).click();
      await untilFirst(page, "Came while something was selected");
    }));

  test("the page and all that match are selected apart; the server finds and cancels the latter", () =>
    onPage("?search=to+be+cancelled&limit=10", async (page) => {
      await page.getByText("No jobs match").waitFor();
      for (let job = 0; job < 12; job++) await makeNoop(server, WAITS_MS, { prompt: `To be cancelled ${job}` });
      await untilRows(page, 10);
      await dock(page).getByText("1–10 of 12").waitFor();
      await page.getByRole("checkbox", { name: "Select this page" }).click();
      await dock(page).getByText("10 selected").waitFor();
      expect(await dock(page).getByRole("button", { name: "Cancel 10" }).isEnabled()).toBe(true);
      expect(await dock(page).getByRole("button", { name: "Retry 0" }).isEnabled()).toBe(false);
      await dock(page).getByRole("button", { name: "Select all 12 that match" }).click();
      await dock(page).getByRole("button", { name: "Cancel 12" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Cancel 12 jobs" }).click();
      await page.getByText("12 jobs cancelled").waitFor();
      await page.waitForFunction(() => document.querySelectorAll('tbody [data-status="cancelled"].status').length === 10);
      const href = await dock(page).getByRole("link", { name: "Export 12" }).getAttribute("href");
      expect((await server.call("GET", href!)).body.trim().split("\n")).toHaveLength(13);
    }));

  test("everything can be done with keys alone", () =>
    onPage("?search=film&limit=10", async (page) => {
      await untilRows(page, 10);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Film 29 of the sea");
      await page.keyboard.press("x");
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("Shift+X");
      await dock(page).getByText("3 selected").waitFor();
      await page.keyboard.press("r");
      await page.getByText("None of the selected jobs has failed or been cancelled.").waitFor();
      await page.keyboard.press("k");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/jobs/*");
    }));

  test("hostile words are words, and nobody meets a barrier", async () => {
    for (const theme of ["dark", "light"] as const)
      for (const width of [320, 1440]) {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme, bypassCSP: true });
        await onPage(
          "?search=DROP&limit=10",
          async (page) => {
            await untilRows(page, 1);
            expect(await firstPrompt(page).textContent()).toContain("<script>document.title='x'</script>");
            expect(await page.title()).toBe("Jobs · Kinora");
            await page.getByRole("button", { name: "Clear the search" }).click();
            await untilRows(page, 10);
            await checks(page).first().click();
            expect(await isTooWide(page)).toBe(false);
            expect(await findBarriers(page)).toEqual([]);
          },
          { context },
        );
      }
  });
});
