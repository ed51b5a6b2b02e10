import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Asked, ask, serve } from "./serving.ts";

const { service, url, failures } = serve();
const folder = mkdtempSync(join(tmpdir(), "kinora-media-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ID = "0199f3a0-7c1e-7b3a-9c55-000000000001";
const CONTENT = "0123456789".repeat(100);
const CHANGED = new Date("2026-11-20T12:00:00.500Z");

for (const name of ["film.mp4", "film.jpg", "film.srt", "film.vtt", "film.json", "empty.mp4"]) {
  writeFileSync(join(folder, name), name === "empty.mp4" ? "" : CONTENT);
  utimesSync(join(folder, name), CHANGED, CHANGED);
  service.files.set(`${ID}/1/${name}`, join(folder, name));
}
mkdirSync(join(folder, "folder.mp4"));
service.files.set(`${ID}/1/folder.mp4`, join(folder, "folder.mp4"));
service.files.set(`${ID}/1/gone.mp4`, join(folder, "gone.mp4"));

const get = (name: string, headers: Record<string, string> = {}, method = "GET") =>
  ask(url, `${method} /media/${ID}/1/${name}`, { headers } as Asked);
const film = await get("film.mp4");
const etag = film.headers.get("etag")!;

describe("a file of a film", () => {
  const TYPES: [name: string, type: string][] = [
    ["film.mp4", "video/mp4"],
    ["film.jpg", "image/jpeg"],
    ["film.srt", "application/x-subrip; charset=utf-8"],
    ["film.vtt", "text/vtt; charset=utf-8"],
    ["film.json", "application/json"],
  ];
  test.each(TYPES)("%s comes whole as %s", async (name, type) => {
    const answer = await get(name);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-length")).toBe("1000");
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
    expect(answer.headers.get("last-modified")).toBe("Fri, 20 Nov 2026 12:00:00 GMT");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-disposition")).toBe("inline");
    expect(await answer.text()).toBe(CONTENT);
  });

  test("has no content for HEAD, but its length", async () => {
    const answer = await get("film.mp4", {}, "HEAD");
    expect(answer.headers.get("content-length")).toBe("1000");
    expect(await answer.text()).toBe("");
  });

  test("that is empty is empty", async () => expect(await (await get("empty.mp4")).text()).toBe(""));

  test("is saved under a name that tells what it is", async () => {
    const answer = await get("film.mp4?download=1");
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="kinora-${ID}-film.mp4"`);
    expect((await get("film.mp4?download=0")).headers.get("content-disposition")).toBe("inline");
  });

  const PARTS: [range: string, status: number, content: string, range: string | null][] = [
    ["bytes=0-9", 206, "0123456789", "bytes 0-9/1000"],
    ["bytes=995-", 206, "56789", "bytes 995-999/1000"],
    ["bytes=-3", 206, "789", "bytes 997-999/1000"],
    ["bytes=990-2000", 206, "0123456789", "bytes 990-999/1000"],
    ["bytes=5-2", 200, CONTENT, null],
    ["lines=1-2", 200, CONTENT, null],
    ["bytes=0-1,4-5", 200, CONTENT, null],
  ];
  test.each(PARTS)("of %s answers %d", async (range, status, content, said) => {
    const answer = await get("film.mp4", { range });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-range")).toBe(said);
    expect(await answer.text()).toBe(content);
  });

  test.each(["bytes=1000-", "bytes=5000-6000"])("has nothing at %s", async (range) => {
    const answer = await get("film.mp4", { range });
    expect(answer.status).toBe(416);
    expect(answer.headers.get("content-range")).toBe("bytes */1000");
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect((await get("film.mp4", { range }, "HEAD")).status).toBe(200);
  });

  const CONDITIONS: [headers: Record<string, string>, status: number][] = [
    [{ "if-none-match": etag }, 304],
    [{ "if-none-match": `"x", W/${etag}` }, 304],
    [{ "if-none-match": '"x"' }, 200],
    [{ "if-none-match": '"x"', "if-modified-since": "Fri, 20 Nov 2026 12:00:00 GMT" }, 200],
    [{ "if-modified-since": "Fri, 20 Nov 2026 12:00:00 GMT" }, 304],
    [{ "if-modified-since": "Fri, 20 Nov 2026 11:59:59 GMT" }, 200],
    [{ "if-modified-since": "yesterday" }, 200],
    [{ range: "bytes=0-1", "if-range": etag }, 206],
    [{ range: "bytes=0-1", "if-range": '"x"' }, 200],
    [{ range: "bytes=5000-", "if-range": '"x"' }, 200],
    [{ range: "bytes=0-1", "if-none-match": etag }, 304],
  ];
  test.each(CONDITIONS)("asked for with %j answers %d", async (headers, status) =>
    expect((await get("film.mp4", headers)).status).toBe(status),
  );

  const NOT_THERE = [
    `/media/${ID}/1/other.mp4`,
    `/media/${ID}/2/film.mp4`,
    `/media/${ID}/1/gone.mp4`,
    `/media/${ID}/1/folder.mp4`,
    `/media/${ID}/0/film.mp4`,
    `/media/${ID}/01/film.mp4`,
    `/media/${ID}/1e0/film.mp4`,
    `/media/${ID}/99999999999999999999/film.mp4`,
    `/media/${ID}/1/..%2f1%2ffilm.mp4`,
    `/media/${ID}/1/film.mp4%00`,
    `/media/x/1/film.mp4`,
  ];
  test.each(NOT_THERE.map((path) => [path]))("%s is not there", async (path) => {
    const answer = await ask(url, `GET ${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(failures).toEqual([]);
  });
});
