import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { isLoopback } from "../../src/system/loopback.ts";
import { askThisMachine } from "../../src/system/outbound.ts";

let server: Bun.Server<undefined>;
const url = (path: string) => `http://127.0.0.1:${server.port}${path}`;
beforeAll(() => {
  server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    routes: {
      "/fine": () => new Response("fine"),
      "/away": () => Response.redirect("http://203.0.113.1/"),
      "/long": () => new Response("x".repeat(1_000_000)),
      "/never": () => new Promise<Response>(() => undefined),
    },
  });
});
afterAll(() => server.stop(true));

describe("a server of this machine", () => {
  test("answers with status and body", async () =>
    expect(await askThisMachine(url("/fine"), { timeoutMs: 5000 })).toEqual({ status: 200, body: "fine" }));
  test("cannot send elsewhere", async () => expect(await askThisMachine(url("/away"), { timeoutMs: 5000 })).toMatchObject({ status: 302 }));
  test("cannot fill the memory", async () => expect((await askThisMachine(url("/long"), { timeoutMs: 5000 })).body).toHaveLength(65_536));

  test("is not waited for longer than it may take", async () => {
    const error = await askThisMachine(url("/never"), { timeoutMs: 50 }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "provider_unavailable", message: expect.stringContaining("not within 0.05 s") });
  });

  test("is given up when nobody waits any more", async () => {
    const signal = AbortSignal.timeout(20);
    await expect(askThisMachine(url("/never"), { timeoutMs: 60_000, signal })).rejects.toBe(
      await new Promise((done) => signal.addEventListener("abort", () => done(signal.reason))),
    );
  });

  test.each([
    "http://203.0.113.1/",
    "https://127.0.0.1/",
    "file:///etc/passwd",
    "http://127.0.0.1.example.org/",
    "http://localhost.example/",
    "",
  ])("is not at %p", async (address) =>
    expect(await askThisMachine(address, { timeoutMs: 50 }).catch((error) => error.code)).toBe("invalid_request"),
  );
});

test.each([
  ["localhost", true],
  ["LOCALHOST", true],
  ["127.0.0.1", true],
  ["127.8.9.10", true],
  ["::1", true],
  ["[::1]", true],
  ["::ffff:127.0.0.1", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.0.0.1.example", false],
  ["10.0.0.1", false],
  ["128.0.0.1", false],
])("%s is loopback: %p", (host, is) => expect(isLoopback(host)).toBe(is));
