import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpus } from "node:os";
import type { Browser, Page } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { stop } from "../client/serving.ts";
import { type Server, until } from "../helpers/server.ts";
import { startProgram } from "./program.ts";
import { findBarriers, isTooWide, type Visit, type VisitOptions, visit } from "./visit.ts";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (!hasChromium) return;
  [server, browser] = await Promise.all([startProgram({ args: ["--limits-body", "2000000"] }), openChromium()]);
  await until(
    () => server.call("GET", "/ready"),
    ({ status }) => status === 200,
  );
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  await stop(server);
});

/** Opens a section, does something in it, and finds nothing to complain of. */
async function inSection(section: string, act: (page: Page, visit: Visit) => Promise<void>, options?: VisitOptions): Promise<void> {
  const visited = await visit(browser, `${server.url}/settings?section=${section}`, options);
  try {
    await act(visited.page, visited);
    expect(visited.complaints).toEqual([]);
  } finally {
    await visited.page.context().close();
  }
}

const row = (page: Page, name: string) => page.locator(`.set-row[data-name="${name}"]`);
const saved = (page: Page, name: string) => row(page, name).getByText("Saved", { exact: true }).waitFor();
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const preferences = async () => (await server.call("GET", "/mcp/preferences")).body;
const setting = async (path: string) =>
  (await server.call("GET", "/mcp/settings")).body.settings.find((one: { path: string }) => one.path === path);

/** Leaves the field, which keeps what stands in it. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await field(page, label).press("Enter");
}

const FAILS = { status: 503, contentType: "application/problem+json", body: '{"code":"disk_full","detail":"The disk is full."}' };
/** Has the server refuse changes until what it answers is called. */
async function failChanges(page: Page, path: string): Promise<() => Promise<void>> {
  await page.route(`**${path}`, (route) => (route.request().method() === "PUT" ? route.fulfill(FAILS) : route.continue()));
  return () => page.unroute(`**${path}`);
}

describe.skipIf(!hasChromium)("the page Settings", () => {
  test("a preference is kept as soon as it is chosen, and shown everywhere at once", () =>
    inSection("general", async (page) => {
      await page.getByRole("radio", { name: "Light" }).check();
      await saved(page, "theme");
      expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
      await field(page, "Style").selectOption("documentary");
      await saved(page, "style");
      await field(page, "Play films by themselves").click();
      await saved(page, "autoplay");
      await type(page, "Ask for figures every", "2.5");
      await saved(page, "refresh_interval");
      expect(await preferences()).toMatchObject({ theme: "light", style: "documentary", autoplay: true, refresh_interval: 2.5 });
      await page.reload();
      await field(page, "Style").waitFor();
      expect(await field(page, "Style").inputValue()).toBe("documentary");
      expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
    }));

  test("what cannot be is said beside its field, in its own unit; nothing typed is lost", () =>
    inSection("general", async (page, { asked }) => {
      await type(page, "Ask for figures every", "1");
      await row(page, "refresh_interval").getByText("The interval must be from 2 to 300 s.").waitFor();
      expect(await field(page, "Ask for figures every").getAttribute("aria-invalid")).toBe("true");
      await page.getByRole("link", { name: "Limits and quotas" }).click();
      await type(page, "Longest silence of a job", "a while");
      await row(page, "limits.stall_time").getByText("must be from 0.08 to 1,440 min").waitFor();
      await page.getByRole("link", { name: "General" }).click();
      expect(await field(page, "Ask for figures every").inputValue()).toBe("1");
      expect(asked.filter((line) => line.startsWith("PUT"))).toEqual([]);
      await field(page, "Ask for figures every").press("Escape");
      expect(await field(page, "Ask for figures every").inputValue()).toBe("2.5");
    }));

  test("a change that fails stays in its field with the reason, and can be tried again", () =>
    inSection("limits", async (page, { complaints }) => {
      const mend = await failChanges(page, "/mcp/settings");
      await type(page, "Jobs taken within an hour", "1,200");
      const failed = row(page, "limits.jobs_per_hour");
      await failed.getByText("Not saved. The disk is full.").waitFor();
      expect(await field(page, "Jobs taken within an hour").inputValue()).toBe("1,200");
      await mend();
      await failed.getByRole("button", { name: "Try again" }).click();
      await saved(page, "limits.jobs_per_hour");
      expect(await setting("limits.jobs_per_hour")).toMatchObject({ value: 1200, origin: "page" });
      await failed.getByRole("button", { name: "Put back 0, no limit" }).click();
      await failed.getByRole("button").waitFor({ state: "detached" });
      expect(await field(page, "Jobs taken within an hour").evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await setting("limits.jobs_per_hour")).toMatchObject({ value: 0, origin: "default" });
      expect(complaints.splice(0)).toEqual([expect.stringContaining("503")]);
    }));

  test("sizes and times are kept in the server's units, and what a flag sets is shown with who set it", () =>
    inSection("limits", async (page) => {
      await type(page, "Longest silence of a job", "7.5");
      await saved(page, "limits.stall_time");
      expect(await setting("limits.stall_time")).toMatchObject({ value: 450 });
      const fixed = page.locator(".set-row").filter({ hasText: "Largest request" });
      expect(await fixed.textContent()).toContain("2 MBSet by the flag --limits-body");
      expect(await fixed.locator("input").count()).toBe(0);
      await page.getByRole("link", { name: "Storage and retention" }).click();
      await type(page, "Room for finished parts", "1.5");
      await saved(page, "limits.cache");
      expect(await setting("limits.cache")).toMatchObject({ value: 1_500_000_000 });
    }));

  test("films are not thrown away without a question", () =>
    inSection("storage", async (page) => {
      await type(page, "Finished jobs with their films", "30");
      await page.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
      expect(await field(page, "Finished jobs with their films").inputValue()).toBe("0");
      await type(page, "Finished jobs with their films", "30");
      await page.getByRole("dialog").getByRole("button", { name: "Keep 30 days" }).click();
      await saved(page, "keep.jobs");
      expect(await setting("keep.jobs")).toMatchObject({ value: 30 });
    }));

  test("the cache is cleared after a question, and what went is told", () =>
    inSection("storage", async (page) => {
      await page.getByText("Everything else").waitFor();
      await page.getByRole("button", { name: "Clear the cache" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Clear the cache" }).click();
      await page.locator(".set-done").waitFor();
    }));

  test("messages of the system are asked for when they are switched on, and it is said where they cannot be", async () => {
    const LABEL = "Tell when a job ends while this page is hidden";
    const context = await browser.newContext({ permissions: ["notifications"] });
    await inSection(
      "general",
      async (page) => {
        await field(page, LABEL).click();
        await saved(page, "notifications");
        expect(await preferences()).toMatchObject({ notifications: true });
      },
      { context },
    );
    await inSection("general", async (page) => {
      await page.getByText("It is on, but this browser has not been given leave.").waitFor();
      await page.getByRole("button", { name: "Allow in this browser" }).click();
      await row(page, "notifications").locator(".fault").waitFor();
      await field(page, LABEL).click();
      await saved(page, "notifications");
      await page.addInitScript(() => Object.defineProperty(globalThis, "isSecureContext", { value: false }));
      await page.reload();
      await row(page, "notifications").getByText("only pages that come by HTTPS, or from this computer").waitFor();
      expect(await field(page, LABEL).isDisabled()).toBe(true);
    });
  });

  test("rates are kept in a currency, and can be unset", () =>
    inSection("rates", async (page) => {
      await field(page, "Currency").selectOption("CHF");
      await saved(page, "currency");
      await type(page, "An hour of computing", "0.125");
      await row(page, "compute_per_hour").getByText("Now CHF").waitFor();
      await saved(page, "compute_per_hour");
      expect(await preferences()).toMatchObject({ currency: "CHF", compute_per_hour: 0.125 });
      await type(page, "An hour of computing", "");
      await row(page, "compute_per_hour").getByText("Now CHF").waitFor({ state: "detached" });
      expect(await preferences()).toMatchObject({ compute_per_hour: null });
    }));

  test("what can be downloaded is there, for the period that is chosen", () =>
    inSection("export", async (page) => {
      const get = async (name: string) => {
        const link = (await page.getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";
        return { link, status: (await server.call("GET", link)).status };
      };
      await page.getByRole("radio", { name: "Month" }).check();
      await field(page, "Any day of it").fill("2026-02-10");
      await page.getByText("February 2026", { exact: true }).waitFor();
      expect(await get("Open to print")).toEqual({ link: "/mcp/reports/monthly?format=html&date=2026-02-10", status: 200 });
      expect(await get("CSV")).toEqual({ link: "/mcp/reports/monthly?format=csv&date=2026-02-10", status: 200 });
      expect(await get("JSON, for programs")).toEqual({ link: "/mcp/export?format=json", status: 200 });
      expect(await get("CSV, for spreadsheets")).toEqual({ link: "/mcp/export?format=csv", status: 200 });
    }));

  test("what the server is can be read and copied, also where the browser calls the page insecure", () =>
    inSection("about", async (page) => {
      await page.getByText(`${server.data}/kinora.db`).waitFor();
      expect(await page.locator(".set-main").textContent()).toContain(`${cpus().length} processors`);
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.getByRole("button", { name: "Copy the path of database" }).click();
      await page.getByRole("button", { name: "Copied" }).waitFor();
      for (const name of ["API documentation", "OpenAPI", "AsyncAPI, for live events"]) {
        const link = await page.getByRole("link", { name, exact: true }).getAttribute("href");
        expect((await server.call("GET", link!)).status).toBe(200);
      }
    }));

  test("by the keyboard alone: a section, a field, back to where one was", () =>
    inSection("general", async (page) => {
      await page.getByRole("link", { name: "Rates" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Rates", level: 1 }).waitFor();
      await page.getByLabel("A GB kept for a month").focus();
      await page.keyboard.type("0.02");
      await page.keyboard.press("Tab");
      await saved(page, "storage_per_gb_month");
      await page.goBack();
      await page.getByRole("heading", { name: "General", level: 1 }).waitFor();
    }));

  test("when the server does not tell its settings, that is said, and asked again", () =>
    inSection("general", async (page, { complaints }) => {
      await field(page, "Style").waitFor();
      await page.route("**/mcp/settings", (route) => route.fulfill({ ...FAILS, status: 500 }));
      await page.reload();
      await page.getByRole("alert").getByText("Settings could not be had").waitFor();
      await page.unroute("**/mcp/settings");
      await page.getByRole("button", { name: "Try again" }).click();
      await field(page, "Style").waitFor();
      expect(complaints.splice(0)).toEqual([expect.stringContaining("500")]);
    }));
});

describe.skipIf(!hasChromium)("every section", () => {
  const SECTIONS = ["general", "limits", "storage", "rates", "export", "about"];
  const SIZES = [320, 1440].flatMap((width) => (["dark", "light"] as const).map((theme): [number, "dark" | "light"] => [width, theme]));
  test.each(SIZES)("is open to all at %i px, %s", async (width, theme) => {
    await server.call("PUT", "/mcp/preferences", { json: { theme: "system" } });
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme, bypassCSP: true });
    await inSection(
      "general",
      async (page) => {
        for (const section of SECTIONS) {
          await page.goto(`${server.url}/settings?section=${section}`);
          await page.locator(".set-group .panel").first().waitFor();
          if (section === "limits") {
            await type(page, "Jobs that may wait", "none");
            await page.locator("[aria-invalid=true]").waitFor();
          }
          expect({ section, barriers: await findBarriers(page), isTooWide: await isTooWide(page) }).toEqual({
            ...{ section, barriers: [], isTooWide: false },
          });
        }
      },
      { context },
    );
  });
});
