import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../src/build/setup-programs.mjs";

/** Whether there is a browser here; where there is none, tests in one are left out. */
export const hasChromium = findBrowser() !== undefined;

/** A real browser without a window. Throws where there is none. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("There is no Chromium here: apt-get install chromium");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** A program for a page, in one file. */
export async function bundle(entry: string): Promise<string> {
  const built = await Bun.build({
    entrypoints: [entry],
    target: "browser",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return built.outputs[0]!.text();
}
