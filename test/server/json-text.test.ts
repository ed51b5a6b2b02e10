import { describe, expect, test } from "bun:test";
import { readJsonText } from "../../src/server/json-text.ts";

const READ: [text: string, value: unknown][] = [
  ['{"a":1,"b":[true,null,"x"]}', { a: 1, b: [true, null, "x"] }],
  [' { "a" : { "a" : 1 } , "b" : { "a" : 2 } } ', { a: { a: 1 }, b: { a: 2 } }],
  ['["a","a",{"a":"a"}]', ["a", "a", { a: "a" }]],
  ['{"a":"\\"b\\":","c":"\\\\"}', { a: '"b":', c: "\\" }],
  ['{"a":"}{][","b":"__proto__"}', { a: "}{][", b: "__proto__" }],
  ['"\\ud83d\\ude00 😀"', "😀 😀"],
  [`${"[".repeat(64)}${"]".repeat(64)}`, JSON.parse(`${"[".repeat(64)}${"]".repeat(64)}`)],
];

test.each(READ)("%s is read", (text, value) => expect(readJsonText(text)).toEqual(value));

const MANY = `{${Array.from({ length: 200_001 }, (_, index) => `"${index}":0`).join()}}`;

const REFUSED: [why: string, text: string, message: string][] = [
  ["nothing", "", "not valid JSON"],
  ["a part", '{"a":', "not valid JSON"],
  ["an open text", '{"a', "not valid JSON"],
  ["a text that ends in a backslash", '"\\', "not valid JSON"],
  ["brackets that do not match", '[{"a":1]}', "not valid JSON"],
  ["more closed than opened", "]]]]", "not valid JSON"],
  ["single quotes", "{'a':1}", "not valid JSON"],
  ["a bare line break in a text", '"a\nb"', "not valid JSON"],
  ["NaN", '{"a":NaN}', "not valid JSON"],
  ["a field twice", '{"a":1,"a":2}', "has the field a twice"],
  ["a field twice, once with an escape", '{"a":1,"\\u0061":2}', "has the field a twice"],
  ["a field twice, deep down", '[[{"b":{"a":1,"c":[],"a":2}}]]', "has the field a twice"],
  ["__proto__", '{"__proto__":{"a":1}}', "__proto__"],
  ["__proto__ with an escape", '{"\\u005f_proto__":{}}', "__proto__"],
  ["half a surrogate pair", '{"a":"\\ud800"}', "half a surrogate pair"],
  ["the other half", '{"a":["x\\udc00"]}', "half a surrogate pair"],
  ["depth 65", "[".repeat(65) + "]".repeat(65), "deeper than 64"],
  ["depth 100,000", "[".repeat(100_000), "deeper than 64"],
  ["depth 100,000 of objects", '{"a":'.repeat(100_000), "deeper than 64"],
  ["more names than anyone has", MANY, "more than 200,000 names"],
];

describe("refused is", () => {
  test.each(REFUSED)("%s", (_, text, message) => {
    expect(() => readJsonText(text)).toThrow(
      expect.objectContaining({ code: "invalid_request", message: expect.stringContaining(message) }),
    );
  });
});
