import { describe, expect, test } from "bun:test";
import { compressAnswer } from "../../src/server/compress.ts";

const LONG = JSON.stringify({ jobs: Array.from({ length: 200 }, (_, place) => ({ place, prompt: "A river" })) });
const asked = (encoding: string, method = "GET") =>
  new Request("http://here/mcp/jobs", { method, headers: { "accept-encoding": encoding } });
const answer = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { status: 202, headers: { "content-type": "application/json", "cache-control": "no-store", ...headers } });

describe("answers of the API", () => {
  test("are sent compressed to those that take it, and are the same then", async () => {
    const sent = await compressAnswer(answer(LONG), asked("br, gzip"));
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      "content-encoding": "gzip",
      vary: "accept-encoding",
      "cache-control": "no-store",
    });
    expect(sent.status).toBe(202);
    const bytes = new Uint8Array(await sent.arrayBuffer());
    expect(bytes.length).toBeLessThan(LONG.length / 4);
    expect(new TextDecoder().decode(Bun.gunzipSync(bytes))).toBe(LONG);
  });

  test.each<[why: string, response: Response, request: Request]>([
    ["nobody asked for it", answer(LONG), asked("identity")],
    ["gzip is refused", answer(LONG), asked("gzip;q=0, br")],
    ["they are short", answer("{}"), asked("gzip")],
    ["they have a tag by which they are changed", answer(LONG, { etag: '"1"' }), asked("gzip")],
    ["they are a download", answer(LONG, { "content-disposition": "attachment" }), asked("gzip")],
    ["they are no JSON", answer(LONG, { "content-type": "text/csv" }), asked("gzip")],
  ])("are left as they are when %s", async (_, response, request) => {
    const text = await response.clone().text();
    const sent = await compressAnswer(response, request);
    expect(sent.headers.get("content-encoding")).toBeNull();
    expect(sent.status).toBe(202);
    expect(await sent.text()).toBe(text);
  });
});
