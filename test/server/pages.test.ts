import { describe, expect, test } from "bun:test";
import { ask, serve } from "./serving.ts";

const { url, failures } = serve();

describe("what browsers are shown", () => {
  const FILES: [path: string, type: string, content: string][] = [
    ...["/", "/jobs", "/jobs/0199f3a0", "/create", "/analyze", "/analytics", "/settings", "/jobs?status=failed&anything=1"].map(
      (path): [string, string, string] => [path, "text/html; charset=utf-8", "<title>Kinora</title>"],
    ),
    ["/page.css", "text/css; charset=utf-8", "color-scheme"],
    ["/docs", "text/html; charset=utf-8", "docs/swagger-ui.js"],
    ["/swagger", "text/html; charset=utf-8", "docs/swagger-ui.js"],
    ["/docs/start.js", "text/javascript; charset=utf-8", "openapi.json"],
    ["/docs/swagger-ui.js", "text/javascript; charset=utf-8", "SwaggerUIBundle"],
    ["/docs/swagger-ui.css", "text/css; charset=utf-8", ".swagger-ui"],
  ];
  test.each(FILES)("%s is %s", async (path, type, content) => {
    const answer = await ask(url, `GET ${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(await answer.text()).toContain(content);
    const again = await ask(url, `GET ${path}`, { headers: { "if-none-match": answer.headers.get("etag")! } });
    expect(again.status).toBe(304);
    expect(failures).toEqual([]);
  });

  test.each(["/", "/docs"])("%s asks nothing of anyone else, and runs nothing that is written in it", async (path) => {
    const answer = await ask(url, `GET ${path}`);
    const policy = answer.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const page = await answer.text();
    expect(page).not.toMatch(/<script>|<style>|\son\w+=|\sstyle=/);
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    for (const address of addresses.filter((address) => !address.startsWith("data:")))
      expect({ address, status: (await fetch(new URL(address, url + path))).status }).toEqual({ address, status: 200 });
  });
});
