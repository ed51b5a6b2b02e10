import { describe, expect, test } from "bun:test";
import { Elysia } from "elysia";
import { startServer } from "../../src/server/start.ts";

const start = (app: unknown = new Elysia().get("/", "here"), more: object = {}) =>
  startServer({ app: app as Elysia, host: "127.0.0.1", port: 0, ...more });

describe("a server", () => {
  test("says where it answers, and answers no more when it has stopped", async () => {
    const { url, stop } = start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(url)).text()).toBe("here");
    await stop();
    await expect(fetch(url)).rejects.toThrow();
  });

  test("says that something else listens there, and takes the port when that has gone", async () => {
    const first = start();
    const port = Number(new URL(first.url).port);
    expect(() => start(undefined, { port })).toThrow(
      expect.objectContaining({ code: "address_in_use", message: expect.stringContaining(`${port}`) }),
    );
    await first.stop();
    await start(undefined, { port }).stop();
  });

  test("says that there is no such address", () =>
    expect(() => start(undefined, { host: "203.0.113.7" })).toThrow(expect.objectContaining({ code: "config_invalid" })));

  test("lets what is under way end", async () => {
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const app = new Elysia().get("/", async () => {
      begun.resolve();
      await go.promise;
      return "done";
    });
    const { url, stop } = start(app);
    const answer = fetch(url).then((response) => response.text());
    await begun.promise;
    const stopped = stop();
    go.resolve();
    expect(await answer).toBe("done");
    await stopped;
  });

  test("ends what would never end", async () => {
    const begun = Promise.withResolvers<void>();
    const app = new Elysia().get("/", () => {
      begun.resolve();
      return new Promise<string>(() => undefined);
    });
    const { url, stop } = start(app, { graceMs: 50 });
    const answer = fetch(url).catch(() => "cut off");
    await begun.promise;
    await stop();
    expect(await answer).toBe("cut off");
  });
});

test.each([
  ["0.0.0.0", /^http:\/\/127\.0\.0\.1:/],
  ["::1", /^http:\/\/\[::1\]:/],
  ["localhost", /^http:\/\/localhost:/],
])("listening on %s is reached at %p", async (host, url) => {
  const server = start(undefined, { host });
  expect(server.url).toMatch(url);
  await server.stop();
});
