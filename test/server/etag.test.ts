import { describe, expect, test } from "bun:test";
import { isFresh, readIfMatch } from "../../src/server/etag.ts";
import { canonicalJson, readIdempotencyKey } from "../../src/server/idempotency.ts";

const TAGS: [header: string, tags: string[]][] = [
  ['"a"', ["a"]],
  ['"a", "b,c" ,"d"', ["a", "b,c", "d"]],
  ["*", ["*"]],
  ['W/"a", "b"', ["b"]],
  ['W/"a"', []],
  ['""', [""]],
];
test.each(TAGS)("If-Match %s names its strong tags", (header, tags) =>
  expect(readIfMatch(new Headers({ "if-match": header }))).toEqual(tags),
);

test.each(["a", '"a" "b"', '"a', "", '*, "a"', "W/a"])("If-Match %s is no list of tags", (header) =>
  expect(() => readIfMatch(new Headers({ "if-match": header }))).toThrow(expect.objectContaining({ code: "invalid_request" })),
);

test("without If-Match a revision is required", () =>
  expect(() => readIfMatch(new Headers())).toThrow(expect.objectContaining({ code: "revision_required" })));

const FRESH: [header: string | undefined, fresh: boolean][] = [
  [undefined, false],
  ['"a"', true],
  ['"b", W/"a"', true],
  ["*", true],
  ['"b"', false],
  ["a", false],
];
test.each(FRESH)("If-None-Match %s", (header, fresh) =>
  expect(isFresh(new Headers(header ? { "if-none-match": header } : {}), "a")).toBe(fresh),
);

describe("an idempotency key", () => {
  const read = (key: string | undefined, body: unknown = {}) =>
    readIdempotencyKey(new Request("http://h/", { headers: key === undefined ? {} : { "idempotency-key": key } }), "mcp", body);

  test("is what was sent, with a digest of the body however it was written", () => {
    const key = read("k~!1", JSON.parse('{"b":[1,{"d":2,"c":null}],"a":"x"}'));
    expect(key).toEqual({ scope: "mcp", key: "k~!1", digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(read("k", JSON.parse('{ "a": "x", "b": [1.0, {"c": null, "d": 2}] }'))?.digest).toBe(key!.digest);
    expect(read("k", { a: "y" })?.digest).not.toBe(key!.digest);
  });

  test("is absent when none was sent", () => expect(read(undefined)).toBeUndefined());

  test.each(["", "a b", "é", "x".repeat(256), "a\tb"])("%j is refused", (key) =>
    expect(() => read(key)).toThrow(expect.objectContaining({ code: "invalid_request" })),
  );
});

test("canonical JSON sorts names at every depth and keeps the order of lists", () =>
  expect(canonicalJson({ b: [2, 1, { z: 1, a: "é\n" }], a: { "10": 1, "9": 2 } })).toBe(
    '{"a":{"10":1,"9":2},"b":[2,1,{"a":"é\\n","z":1}]}',
  ));
