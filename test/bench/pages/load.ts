import { gzipSync } from "node:zlib";
import type { CDPSession, Page } from "playwright-core";
import { openChromium } from "../../client/chromium.ts";
import { median } from "../measure.ts";

/** Chromium's own preset "Slow 4G": milliseconds of latency, bytes a second. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 188_743, uploadThroughput: 86_400 };
const ADDRESSES = ["/", "/jobs", "/create", "/analytics", "/settings"];

/** What is transferred until a page rests, bytes, as brotli and as gzip: the body of everything that is no answer of the API. */
export async function benchWeight(url: string): Promise<void> {
  const browser = await openChromium();
  for (const address of ADDRESSES) {
    const page = await browser.newPage();
    let [brotli, gzip] = [0, 0];
    page.on("response", async (response) => {
      const path = new URL(response.url()).pathname;
      if (/^\/(mcp|api|media|health|ready)\b/.test(path) || response.status() !== 200) return;
      const body = await response.body().catch(() => Buffer.alloc(0));
      const { responseBodySize } = await response.request().sizes();
      brotli += responseBodySize;
      gzip += gzipSync(body, { level: 9 }).length;
    });
    await page.goto(url + address, { waitUntil: "load" });
    await page.waitForTimeout(2500);
    console.log(`${address.padEnd(12)} ${(brotli / 1000).toFixed(1)} KB brotli, ${(gzip / 1000).toFixed(1)} KB gzip`);
    await page.close();
  }
  await browser.close();
}

/** Largest contentful paint and the moment at which the page is usable (`[data-ready]`, or the main heading, is there), ms, slowed down; beside a bare page. */
export async function benchPaint(url: string, runs: number): Promise<void> {
  const browser = await openChromium();
  for (const address of ["/health", ...ADDRESSES]) {
    const [paints, usables]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await slowDown(await context.newCDPSession(page));
      const { paint, usable } = await timePage(page, url + address, address === "/health");
      paints.push(paint);
      usables.push(usable);
      await context.close();
    }
    console.log(
      `${address.padEnd(12)} largest paint ${median(paints).toFixed(0)} ms, usable ${median(usables).toFixed(0)} ms (median of ${runs})`,
    );
  }
  await browser.close();
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

async function timePage(page: Page, address: string, bare: boolean): Promise<{ paint: number; usable: number }> {
  await page.addInitScript(() => {
    const seen = window as unknown as { largest: number };
    seen.largest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector(bare ? "pre" : "main h1, main [data-ready], main table tbody tr");
  const usable = await page.evaluate(() => performance.now());
  await page.waitForTimeout(3000);
  return { paint: await page.evaluate(() => (window as unknown as { largest: number }).largest), usable };
}
