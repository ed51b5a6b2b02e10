import { describe, expect, test } from "bun:test";
import { ask, serve } from "./serving.ts";

const { url, failures } = serve();

describe("what browsers are shown", () => {
  const FILES: [path: string, type: string, content: string][] = [
    ...["/", "/jobs", "/jobs/0199f3a0", "/create", "/analyze", "/analytics", "/settings", "/jobs?status=failed&anything=1"].map(
      (path): [string, string, string] => [path, "text/html; charset=utf-8", "<title>Kinora</title>"],
    ),
    ["/icon.svg", "image/svg+xml", "<svg"],
    ["/manifest.webmanifest", "application/manifest+json", "start_url"],
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

  test.each([
    ["/", "default-src 'self'"],
    ["/docs", "default-src 'none'"],
  ])("%s asks nothing of anyone else, and runs nothing that is written in it", async (path, rule) => {
    const answer = await ask(url, `GET ${path}`);
    const policy = answer.headers.get("content-security-policy")!;
    expect(policy).toContain(rule);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const page = await answer.text();
    expect(page).not.toMatch(/<script>|<style>|\son\w+=|\sstyle=/);
    const written = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    const addresses = written.filter((address) => !address.startsWith("data:")).map((address) => new URL(address, url).pathname);
    for (const address of addresses)
      expect({ address, status: (await ask(url, `GET ${address}`)).status }).toEqual({ address, status: 200 });
  });

  test.each([
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["identity", null],
    ["br;q=0, GZIP ; q=0.5", "gzip"],
    ["gzip; q=0.0, br;Q=0", null],
  ])("to those that take %s the pages come as such, for good where their name says what is in them", async (taken, encoding) => {
    const shell = await (await ask(url, "GET /")).text();
    const script = shell.match(/assets\/main-[^"]+/)![0];
    const answer = await fetch(`${url}/${script}`, { headers: { "accept-encoding": taken }, decompress: false } as RequestInit);
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("vary")).toBe("accept-encoding");
    expect((await answer.bytes()).length).toBeGreaterThan(1000);
  });

  test("what is not of this version is not found", async () => {
    expect((await ask(url, "GET /assets/main-gone.js")).status).toBe(404);
  });
});
