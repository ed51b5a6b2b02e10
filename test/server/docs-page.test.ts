import { expect, test } from "bun:test";
import { chromium } from "playwright-core";
import { serve } from "./serving.ts";

const executablePath = ["chromium", "chromium-browser", "google-chrome"].map((name) => Bun.which(name)).find((path) => path !== null);
const { url } = serve();

test.skipIf(!executablePath)("the documentation shows every call in a browser, keeps to its policy and asks nobody else", async () => {
  const browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) said.push(request.url());
    });
    await page.goto(`${url}/docs`);
    await page.click("#operations-Films-generate .opblock-summary-control");
    await page.waitForSelector("#operations-Films-generate .opblock-body .parameters-col_description");
    expect(await page.locator(".opblock").count()).toBeGreaterThan(18);
    expect(said).toEqual([]);
  } finally {
    await browser.close();
  }
});
