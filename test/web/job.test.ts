import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openStore } from "../../src/store/open.ts";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { stop } from "../client/serving.ts";
import { fillLongLog, LONG_LOG_JOB, RARE_WORDS } from "../helpers/long-log.ts";
import { newDataFolder, type Server } from "../helpers/server.ts";
import { startReady } from "./history.ts";
import { findBarriers, isTooWide, type Visit, type VisitOptions, visit } from "./visit.ts";

const LINES = 120_000;
const HOSTILE = `<script>document.title="got in"</script> \u202eright to left\u202c 👩‍👩‍👧‍👦 ${"word ".repeat(3980)}`.slice(0, 19_900);

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (!hasChromium) return;
  const data = await newDataFolder();
  const nowUs = Date.now() * 1000;
  const store = openStore(join(data, "kinora.db"), { nowUs: () => nowUs });
  await fillLongLog(store, { lines: LINES, beganUs: nowUs - LINES * 900 });
  store.close();
  [server, browser] = await Promise.all([startReady(data), openChromium()]);
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  await stop(server);
});

/** `expected` is what the console may say; `judged` lets axe in, past the content policy. */
type Options = VisitOptions & { expected?: RegExp; judged?: boolean };

async function at(path: string, act: (page: Page) => Promise<void>, { expected, judged, width = 1280, theme = "dark" }: Options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme, ...(judged && { bypassCSP: true }) });
  const visited: Visit = await visit(browser, server.url + path, { context });
  try {
    await act(visited.page);
    expect(visited.complaints.filter((said) => !expected?.test(said))).toEqual([]);
  } finally {
    await visited.page.context().close();
  }
}

async function submit(request: object): Promise<string> {
  const { body } = await server.call("POST", "/mcp/generate", { json: { quality: "480p", effort: "draft", ...request } });
  return body.job_id;
}

const TWO = { scenes: [{ narration: "A lighthouse stands on a cliff." }, { narration: "Ships pass below it at night." }] };
const row = (page: Page, line: number) => page.locator(".log-row").filter({ has: page.locator("a", { hasText: new RegExp(`^${line}$`) }) });

describe.skipIf(!hasChromium)("The page of a job", () => {
  test("shows a film from its planning to its end, without being loaded anew", async () => {
    const id = await submit({ storyboard: TWO, title: "The lighthouse", review: true });
    await at(
      `/jobs/${id}`,
      async (page) => {
        await page.getByRole("heading", { level: 1, name: "The lighthouse" }).waitFor();
        expect(await page.locator(".job-id").textContent()).toContain(id);
        await page.getByRole("button", { name: "Edit narrations" }).click();
        const first = page.getByRole("textbox", { name: "Narration of scene 1", exact: true });
        await first.fill("A lighthouse stands on a high cliff.");
        const { headers, body } = await server.call("GET", `/mcp/storyboard/${id}`);
        await server.call("PUT", `/mcp/storyboard/${id}`, {
          json: { ...body, title: "Theirs" },
          headers: { "if-match": headers.get("etag")! },
        });
        // The browser itself says that the server refused.
        const told = page.waitForEvent("console", (message) => message.text().includes("412"));
        await page.getByRole("button", { name: "Save, approve and render" }).click();
        await told;
        await page.getByText("Someone else has saved this storyboard meanwhile").waitFor();
        expect(await first.inputValue()).toBe("A lighthouse stands on a high cliff.");
        await page.getByRole("button", { name: "Save, approve and render" }).click();
        await page.getByRole("button", { name: "Download at 100%" }).waitFor();
        await page.locator(".scene-still img").first().waitFor({ timeout: 40_000 });
        await page.locator("video").waitFor({ timeout: 40_000 });
        await page.getByRole("link", { name: "Download", exact: true }).waitFor();
        await page.getByText("Completed: ").waitFor();
        await page.getByRole("button", { name: "Play from scene 2" }).click();
        await page.waitForFunction(() => {
          const video = document.querySelector("video")!;
          return !video.paused && video.currentTime > 1;
        });
        const scenes = await page.locator(".scene-still img").count();
        expect(scenes).toBe((await server.call("GET", `/mcp/storyboard/${id}`)).body.scenes.length);
        expect(await page.getByRole("link", { name: "Edit and run again" }).first().getAttribute("href")).toBe(`/create?from=${id}`);
      },
      { expected: /412/ },
    );
  }, 90_000);

  test("of one that failed tells why, and the way on", () =>
    at(
      `/jobs/${LONG_LOG_JOB}`,
      async (page) => {
        await page.getByRole("heading", { name: "Rendering failed" }).waitFor();
        await page.getByText("Retry the job once the cause is mended").first().waitFor();
        await page.getByText("a retry goes on from there").waitFor();
        expect(await page.locator('[data-kind="main"]:visible').allInnerTexts()).toContain("Retry");
        await page.getByRole("link", { name: `line ${LINES - 1}` }).click();
        await row(page, LINES - 1)
          .and(page.locator("[data-marked]"))
          .waitFor();
        expect(await findBarriers(page)).toEqual([]);
      },
      { judged: true },
    ));

  test("that there is not leads back", async () => {
    const { page } = await visit(browser, `${server.url}/jobs/01990000-0000-7000-8000-000000000000`);
    await page.getByRole("heading", { name: "There is no such job" }).waitFor();
    await page.getByRole("link", { name: "All jobs" }).waitFor();
    await page.context().close();
  });

  test("shows a hostile prompt as text, also where there is little room", async () => {
    const id = await submit({ prompt: HOSTILE, run_at: new Date(Date.now() + 3_600_000).toISOString() });
    for (const [width, theme] of [
      [320, "dark"],
      [1440, "light"],
    ] as const) {
      await at(
        `/jobs/${id}`,
        async (page) => {
          await page.getByRole("heading", { level: 1 }).filter({ hasText: "<script>" }).waitFor();
          await page.getByText("Nothing has been said yet.").waitFor();
          expect(await page.title()).toStartWith("<script>");
          await page.getByRole("button", { name: "Show all" }).click();
          expect(await isTooWide(page)).toBe(false);
          expect([width, theme, await findBarriers(page)]).toEqual([width, theme, []]);
        },
        { width, theme, judged: true },
      );
    }
    await at(`/jobs/${id}`, async (page) => {
      await page.getByRole("button", { name: "Cancel", exact: true }).click();
      await page.getByRole("button", { name: "Cancel the job" }).click();
      await page.getByRole("heading", { name: "This job was cancelled" }).waitFor();
      await page.getByRole("button", { name: "Retry" }).click();
      await page.getByRole("button", { name: "Cancel", exact: true }).waitFor();
      await server.call("POST", `/mcp/cancel/${id}`);
    });
  }, 40_000);
});

describe.skipIf(!hasChromium)("The log of a job", () => {
  test("begins at its end, follows, and stops following when it is scrolled up", () =>
    at(`/jobs/${LONG_LOG_JOB}`, async (page) => {
      await row(page, LINES).waitFor();
      const follow = page.getByRole("button", { name: /^Follow/ });
      expect(await follow.textContent()).toBe("Following");
      const box = page.getByRole("log", { name: "Lines of the log" });
      await box.focus();
      await page.keyboard.press("Home");
      await row(page, 1).waitFor();
      await page.getByText("Follow", { exact: true }).waitFor();
      await page.keyboard.press("PageDown");
      await row(page, 30).waitFor();
      expect(await page.locator(".log-row").count()).toBeLessThan(100);
      await follow.click();
      await row(page, LINES).waitFor();
    }));

  test("is searched as a whole, and shown by level", () =>
    at(`/jobs/${LONG_LOG_JOB}`, async (page) => {
      await page.getByRole("searchbox", { name: "Search the whole log" }).fill(RARE_WORDS.toUpperCase());
      await page.getByText("2 matches", { exact: true }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByText("1 of 2", { exact: true }).waitFor();
      expect(await row(page, 50_000).locator("mark").textContent()).toBe(RARE_WORDS);
      await page.keyboard.press("Enter");
      await row(page, 100_000).and(page.locator("[data-marked]")).waitFor();
      expect(new URL(page.url()).hash).toBe("#L100000");
      await page.getByRole("radio", { name: /^Warning/ }).check();
      await row(page, 100_000).locator("b", { hasText: "WARNING" }).waitFor();
      await page.waitForFunction(() => [...document.querySelectorAll(".log-words")].every(({ textContent }) => textContent !== "…"));
      expect(new Set(await page.locator(".log-row b").allInnerTexts())).toEqual(new Set(["WARNING"]));
    }));

  test("opens at the line that the address names, and copies the link to one", () =>
    at(`/jobs/${LONG_LOG_JOB}#L4321`, async (page) => {
      await row(page, 4321).and(page.locator("[data-marked]")).waitFor();
      await row(page, 4322).getByRole("link").click();
      await row(page, 4322).and(page.locator("[data-marked]")).waitFor();
      expect(new URL(page.url()).hash).toBe("#L4322");
      await page.getByRole("button", { name: "Wrap long lines" }).click();
      await row(page, 4322).waitFor();
      const raw = await page.getByRole("link", { name: "Raw text" }).getAttribute("href");
      const answer = await fetch(server.url + raw);
      expect(answer.headers.get("content-disposition")).toStartWith("inline");
      await answer.body?.cancel();
    }));
});
