import { join } from "node:path";
import { openStore } from "../../../src/store/open.ts";
import { openChromium } from "../../client/chromium.ts";
import { fillLongLog, LONG_LOG_JOB } from "../../helpers/long-log.ts";
import { newDataFolder, removeDataFolder, startServer } from "../../helpers/server.ts";

const LINES = 1_000_000;
const SCROLL_MS = 5000;

/** A log of a million lines: until its last lines are there, frames a second while it is scrolled, and the heap. */
export async function benchLog(): Promise<void> {
  const data = await newDataFolder();
  const nowUs = Date.now() * 1000;
  const store = openStore(join(data, "kinora.db"), { nowUs: () => nowUs });
  await fillLongLog(store, { lines: LINES, beganUs: nowUs - LINES * 900 });
  store.close();
  const server = await startServer({ data });
  const browser = await openChromium();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 940 } })).newPage();
  await page.goto(`${server.url}/jobs/${LONG_LOG_JOB}`);
  await page.waitForSelector(".log-row .log-words:not(:empty)");
  const shown = await page.evaluate(() => performance.now());
  await page.locator(".log-box").hover();
  const frames = page.evaluate(countFrames, SCROLL_MS);
  for (let wheel = 0; wheel < 60; wheel++) {
    await page.mouse.wheel(0, wheel % 20 === 19 ? -40_000 : -900);
    await page.waitForTimeout(70);
  }
  const { perSec, worst } = await frames;
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  console.log(`${LINES.toLocaleString("en")} lines: shown after ${shown.toFixed(0)} ms`);
  console.log(`scrolled: ${perSec.toFixed(0)} frames a second, the longest ${worst.toFixed(0)} ms; heap ${(usedSize / 1e6).toFixed(0)} MB`);
  await browser.close();
  await server.end("SIGTERM");
  await removeDataFolder(data);
}

/** Runs in the page. */
function countFrames(ms: number): Promise<{ perSec: number; worst: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    let [count, last, worst] = [0, began, 0];
    const frame = (now: number) => {
      count++;
      worst = Math.max(worst, now - last);
      last = now;
      if (now - began < ms) requestAnimationFrame(frame);
      else resolve({ perSec: (count / (now - began)) * 1000, worst });
    };
    requestAnimationFrame(frame);
  });
}
