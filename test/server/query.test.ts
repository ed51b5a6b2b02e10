import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { splitAddress } from "../../src/server/address.ts";
import { digits, digitsOr, oneOf, readQuery, repeatable } from "../../src/server/query.ts";

const Query = z.object({
  limit: digitsOr(50, { most: 100 }),
  offset: digitsOr(0, { most: Number.MAX_SAFE_INTEGER, strict: true }),
  priority: digits({ least: 1, most: 10, strict: true }).optional(),
  order: oneOf(["asc", "desc"]).default("desc"),
  search: z.string().optional(),
  status: repeatable(z.string().optional()),
});
const USUAL = { limit: 50, offset: 0, order: "desc" } as const;

const READ: [query: string, value: object][] = [
  ["", USUAL],
  ["?", USUAL],
  ["?&&", USUAL],
  ["?limit=7", { ...USUAL, limit: 7 }],
  ["?limit=0", { ...USUAL, limit: 0 }],
  ["?limit=007", { ...USUAL, limit: 7 }],
  ["?limit=1000", { ...USUAL, limit: 100 }],
  [`?limit=${"9".repeat(400)}`, { ...USUAL, limit: 100 }],
  ["?offset=9007199254740991", { ...USUAL, offset: Number.MAX_SAFE_INTEGER }],
  ["?priority=10&order=asc", { ...USUAL, priority: 10, order: "asc" }],
  ["?search=a+b%20c%C3%A9%2B", { ...USUAL, search: "a b cé+" }],
  ["?search=a=b", { ...USUAL, search: "a=b" }],
  ["?status=a&status=b,c", { ...USUAL, status: "a,b,c" }],
];

test.each(READ)("%s is read", (query, value) => expect(readQuery(query, Query)).toEqual(value as never));

const REFUSED: [query: string, path: string, message: string][] = [
  ...["-1", "1e9", "NaN", "0x10", "1e309", "", "%201", "1.0", "+1", "٣", "1_0"].map((value): [string, string, string] => [
    `?limit=${value}`,
    "limit",
    "must be digits",
  ]),
  ["?offset=9007199254740992", "offset", "must be digits, 0 to 9007199254740991"],
  ["?offset=9223372036854775808", "offset", "must be digits"],
  ["?priority=0", "priority", "must be digits, 1 to 10"],
  ["?priority=11", "priority", "must be digits, 1 to 10"],
  ["?order=up", "order", "must be asc or desc"],
  ["?limit=1&limit=1", "limit", "more than once"],
  ["?search=a&search=b", "search", "more than once"],
  ["?nothing=1", "nothing", "is not a parameter"],
  ["?__proto__=1", "__proto__", "is not a parameter"],
  ["?constructor=1", "constructor", "is not a parameter"],
  ["?LIMIT=1", "LIMIT", "is not a parameter"],
];

describe("refused is", () => {
  test.each(REFUSED)("%s", (query, path, message) => {
    const faults = [expect.objectContaining({ path, message: expect.stringContaining(message) })];
    expect(() => readQuery(query, Query)).toThrow(expect.objectContaining({ code: "invalid_request", faults }));
  });

  test.each(["?search=%", "?search=%zz", "?search=%ff", "?search=%ed%a0%80", "?%ff=1"])("%s, as no UTF-8", (query) =>
    expect(() => readQuery(query, Query)).toThrow(expect.objectContaining({ code: "invalid_request" })),
  );
});

const ADDRESSES: [url: string, path: string, search: string][] = [
  ["http://h/", "/", ""],
  ["http://h", "/", ""],
  ["http://h?x", "/", "?x"],
  ["http://localhost:80/a/b?c=d&e#f", "/a/b", "?c=d&e"],
  ["http://h/a#f?g", "/a", ""],
  ["http://[/x", "/x", ""],
];
test.each(ADDRESSES)("%s is split", (url, path, search) => expect(splitAddress(url)).toEqual({ path, search }));
