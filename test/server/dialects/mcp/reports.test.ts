import { expect, test } from "bun:test";
import { ask, serve } from "../../serving.ts";

const { url } = serve();

test.each(["/mcp/reports/daily", "/mcp/reports/weekly/"])("the report at %s finds what it is dressed in", async (path) => {
  const page = await (await ask(url, `GET ${path}`)).text();
  for (const [, address] of page.matchAll(/<link [^>]*href="([^"]+)"/g)) {
    const { pathname } = new URL(address!, url + path);
    expect({ pathname, status: (await ask(url, `GET ${pathname}`)).status }).toEqual({ pathname, status: 200 });
  }
});
