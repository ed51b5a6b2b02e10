import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { makeNoop, stop } from "../client/serving.ts";
import { removeDataFolder, type Server, until, untilOver } from "../helpers/server.ts";
import { startProgram } from "./program.ts";
import { findBarriers, hide, isTooWide, untilReady, type Visit, type VisitOptions, visit } from "./visit.ts";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (!hasChromium) return;
  [server, browser] = await Promise.all([startProgram(), openChromium()]);
  await untilReady(server);
  await server.call("PUT", "/mcp/preferences", { json: { refresh_interval: 2, notifications: true } });
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  await stop(server);
});

/** Opens a page, does something on it, and finds nothing to complain of. */
async function onPage(path: string, act: (page: Page, visit: Visit) => Promise<void>, options?: VisitOptions): Promise<void> {
  const visited = await visit(browser, server.url + path, options);
  try {
    await visited.page.locator(".live[data-kind=live]").waitFor();
    await act(visited.page, visited);
    expect(visited.complaints).toEqual([]);
  } finally {
    await visited.page.context().close();
  }
}

const at = (page: Page, pattern: RegExp) => page.waitForURL((url) => pattern.test(url.pathname + url.search));
const box = (page: Page) => page.getByRole("combobox", { name: "Search or jump to" });
const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });
const hasListened = (page: Page) => page.waitForFunction(() => localStorage.getItem("kinora.notifications") !== null);
const badge = (page: Page, kind: string) => page.locator(`.live[data-kind=${kind}]`).waitFor();

describe.skipIf(!hasChromium)("the shell", () => {
  test("keys lead to every page, and rest while something is typed", () =>
    onPage("/analyze", async (page) => {
      for (const [keys, path] of [
        ["gd", /^\/$/],
        ["gj", /^\/jobs$/],
        ["ga", /^\/analytics$/],
        ["gs", /^\/settings$/],
        ["gz", /^\/analyze$/],
        ["gc", /^\/create$/],
      ] as const) {
        await page.keyboard.type(keys);
        await at(page, path);
      }
      await page.getByRole("textbox", { name: "The prompt" }).focus();
      await page.keyboard.type("gj?");
      expect(new URL(page.url()).pathname).toBe("/create");
      expect(await page.locator("dialog[open]").count()).toBe(0);
    }));

  test("the keys are listed, and Escape closes the list", () =>
    onPage("/analyze", async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
      await page.getByText("Search jobs, or jump to a page").waitFor();
      await page.keyboard.type("gj");
      expect(new URL(page.url()).pathname).toBe("/analyze");
      await page.keyboard.press("Escape");
      await until(
        () => page.locator("dialog").count(),
        (count) => count === 0,
      );
    }));

  test("jobs, pages and actions are found by keyboard alone", async () => {
    const jobId = await makeNoop(server, 0, { prompt: "A needle in <b>hay</b>" });
    await untilOver(server, jobId);
    await onPage("/analyze", async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("option", { name: /needle in <b>hay/ }).waitFor();
      await page.keyboard.type("needle");
      const found = page.getByRole("option", { name: /needle in/ }).first();
      await until(
        () => page.getByRole("option").count(),
        (count) => count === 2,
      );
      expect(await found.getAttribute("aria-selected")).toBe("true");
      expect(await box(page).getAttribute("aria-activedescendant")).toBe(await found.getAttribute("id"));
      await page.keyboard.press("Enter");
      await at(page, new RegExp(jobId));
      await page.keyboard.press("Control+k");
      await box(page).waitFor();
      await page.keyboard.type(jobId.slice(0, 13));
      await page.getByRole("option", { name: /needle in/ }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await at(page, /^\/jobs\?search=/);
      await page.keyboard.press("Control+k");
      await box(page).waitFor();
      await page.keyboard.type("keyboard");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await box(page).waitFor();
      await page.keyboard.type("settings");
      await page.keyboard.press("Enter");
      await at(page, /^\/settings$/);
      await page.keyboard.press("Control+k");
      await box(page).waitFor();
      await page.keyboard.press("Escape");
      await until(
        () => page.locator("dialog").count(),
        (count) => count === 0,
      );
    });
  });

  test("the report of today can be downloaded from anywhere", () =>
    onPage("/analyze", async (page) => {
      await page.keyboard.press("Control+k");
      await box(page).waitFor();
      await page.keyboard.type("download today");
      await page.getByRole("option", { name: "Download the report of today" }).waitFor();
      const download = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      expect((await download).suggestedFilename()).toEndWith(".csv");
    }));

  test("colours are chosen in the menu by keyboard, at once and for good", () =>
    onPage("/analyze", async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      expect(await theme()).toBe("dark");
      await page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
      await page.getByRole("menuitemradio", { name: "Light" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await until(theme, (now) => now === "light");
      await until(
        async () => (await server.call("GET", "/mcp/preferences")).body.theme,
        (kept) => kept === "light",
      );
      await page.reload();
      expect(await theme()).toBe("light");
      await server.call("PUT", "/mcp/preferences", { json: { theme: "system" } });
    }));

  test("ends are told of by the bell, until they have been seen", () =>
    onPage("/analyze", async (page) => {
      await hasListened(page);
      const jobId = await makeNoop(server, 0, { prompt: "Told of by the bell" });
      await page.getByRole("button", { name: "Notifications, 1 not seen" }).click();
      await page.getByRole("menuitem", { name: /Told of by the bell/ }).click();
      await at(page, new RegExp(jobId));
      await page.getByRole("button", { name: "Notifications", exact: true }).waitFor();
      await makeNoop(server);
      await page.getByRole("button", { name: "Notifications, 1 not seen" }).waitFor();
      await page.reload();
      await page.getByRole("button", { name: "Notifications, 1 not seen" }).click();
      await page.getByRole("menuitem", { name: "Mark all as seen" }).click();
      await page.getByRole("button", { name: "Notifications", exact: true }).waitFor();
    }));

  test("two tabs hear of the same things", async () => {
    const context = await browser.newContext();
    await onPage(
      "/analyze",
      async (page) => {
        const other = await visit(browser, `${server.url}/analyze`, { context });
        await badge(other.page, "live");
        const jobId = await makeNoop(server, 60_000, { prompt: "In both" });
        for (const tab of [page, other.page]) await tab.locator("nav .count").waitFor();
        await server.call("POST", `/mcp/cancel/${jobId}`);
        for (const tab of [page, other.page]) await tab.locator("nav .count").waitFor({ state: "detached" });
        await makeNoop(server);
        await bell(page)
          .and(page.getByRole("button", { name: /not seen/ }))
          .waitFor();
        await bell(page).click();
        await page.getByRole("menuitem", { name: "Mark all as seen" }).click();
        await other.page.getByRole("button", { name: "Notifications", exact: true }).waitFor();
        expect(other.complaints).toEqual([]);
      },
      { context },
    );
  });

  test("paused pages ask nothing, hidden ones neither; both go on where they were", async () => {
    const [one, other] = await Promise.all(["/analyze", "/create"].map((path) => visit(browser, server.url + path)));
    for (const { page } of [one!, other!]) {
      await badge(page, "live");
      await hasListened(page);
    }
    await one!.page.locator(".live").click();
    await badge(one!.page, "paused");
    await hide(other!.page, "hidden");
    await one!.page.waitForTimeout(300);
    const before = [one!.asked.length, other!.asked.length];
    await makeNoop(server);
    await one!.page.waitForTimeout(3500);
    expect([one!.asked.length, other!.asked.length]).toEqual(before as [number, number]);
    await one!.page.locator(".live").click();
    await badge(one!.page, "live");
    await hide(other!.page, "visible");
    for (const { page, asked, complaints } of [one!, other!]) {
      await until(
        async () => asked.lastIndexOf("GET /mcp/queue"),
        (index) => index >= 0,
      );
      await page.getByRole("button", { name: /not seen/ }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test("a hidden page has the system tell, without asking anything", async () => {
    const context: BrowserContext = await browser.newContext();
    await context.addInitScript(() => {
      const told: string[] = [];
      class Stub {
        static permission = "granted";
        constructor(_title: string, { body }: { body: string }) {
          told.push(body);
        }
      }
      Object.assign(globalThis, { Notification: Stub, told });
    });
    await onPage(
      "/analyze",
      async (page, { asked }) => {
        await until(async () => asked.includes("GET /mcp/preferences"), Boolean);
        await hide(page, "hidden");
        await page.waitForTimeout(300);
        const before = asked.length;
        await makeNoop(server, 0, { prompt: "Seen\nby nobody" });
        const told = () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
        expect(await until(told, ({ length }) => length > 0)).toEqual(["“\u2068Seen by nobody\u2069” is ready."]);
        expect(asked.length).toBe(before);
      },
      { context },
    );
  });

  test("after a restart of the server the page is live again by itself", async () => {
    const first = await startProgram();
    await untilReady(first);
    const { page } = await visit(browser, `${first.url}/analyze`);
    await badge(page, "live");
    await first.end("SIGTERM");
    await badge(page, "reconnecting");
    await page.getByText(/Reconnecting, \d+ s/).waitFor();
    const second = await startProgram({ data: first.data, args: ["--port", new URL(first.url).port] });
    await badge(page, "live");
    await makeNoop(second, 60_000);
    await page.locator("nav .count").waitFor();
    await page.context().close();
    await second.end("SIGTERM");
    await removeDataFolder(second.data);
  });

  test.each([
    ["light", 1440],
    ["dark", 320],
  ] as const)("there are no barriers in what opens over pages, %s at %d px", async (theme, width) => {
    await untilOver(server, await makeNoop(server, 0, { prompt: "w".repeat(900) }));
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 800 }, colorScheme: theme });
    await onPage(
      "/analyze",
      async (page) => {
        const check = async () => {
          expect(await findBarriers(page)).toEqual([]);
          expect(await isTooWide(page)).toBe(false);
        };
        await page.keyboard.press("Control+k");
        await page.getByRole("option", { name: /www/ }).first().waitFor();
        await check();
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await page.getByRole("dialog").waitFor();
        await check();
        await page.keyboard.press("Escape");
        await bell(page).click();
        await page.getByRole("menu").waitFor();
        await check();
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Menu", exact: true }).click();
        await page.getByRole("menu").waitFor();
        await check();
      },
      { context },
    );
  });
});
