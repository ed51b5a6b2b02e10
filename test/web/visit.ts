import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Server, until } from "../helpers/server.ts";
import { ROOT } from "../helpers/sources.ts";

export type Visit = {
  page: Page;
  /** Errors of scripts, of the content policy and of loading that the console was told. */
  complaints: string[];
  /** What has been asked of the server, as `GET /mcp/jobs`. */
  asked: string[];
};

export type VisitOptions = { width?: number; theme?: "light" | "dark"; context?: BrowserContext };

/** What the console says of answers that a test asks for: 400 and 409 are the server's word on what was sent. */
const EXPECTED = /Failed to load resource.*\b(400|409)\b|net::ERR_(FAILED|ABORTED)/;

/** Longest wait for anything on a page, ms: less than a test may take, so that it says what it has waited for. */
const PATIENCE_MS = 40_000;

/** A page of the server in a browser of its own, or in a context that is given. */
export async function visit(browser: Browser, url: string, { width = 1280, theme = "dark", context }: VisitOptions = {}): Promise<Visit> {
  const own = context ?? (await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme }));
  const page = await own.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const [complaints, asked]: [string[], string[]] = [[], []];
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(url);
  return { page, complaints, asked };
}

/** What axe-core finds wrong with a page as it stands, in one line each; the context has to bypass the content policy. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8") });
  // biome-ignore lint/suspicious/noExplicitAny: axe is not known to the types of pages
  const { violations } = await page.evaluate(() => (globalThis as any).axe.run());
  type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
  return (violations as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** Whether something sticks out at the side. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Makes the page believe that it is hidden, or seen. */
export const hide = (page: Page, visibility: "hidden" | "visible"): Promise<void> =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visibility);

/** How many jobs the server has. */
export const countJobs = async ({ call }: Pick<Server, "call">): Promise<number> => (await call("GET", "/mcp/jobs")).body.pagination.total;

/** Waits until the server can take work: until then pages are told that it cannot, and the browser's console says so. */
export const untilReady = ({ call }: Pick<Server, "call">): Promise<unknown> =>
  until(
    () => call("GET", "/api/v1/jobs/health"),
    ({ status }) => status === 200,
  );
