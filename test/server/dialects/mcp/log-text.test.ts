import { expect, test } from "bun:test";
import { toTextLine } from "../../../../src/server/dialects/mcp/log-text.ts";

const said = (message: string) => toTextLine({ timeUs: 0, level: "INFO", stage: "plan", message });
const BEGIN = "1970-01-01T00:00:00.000000Z INFO    plan: ";

test.each([
  ["Planned 9 scenes", "Planned 9 scenes"],
  ["one\ntwo\r\nthree\rfour\u2028five", "one\n  two\n  three\n  four\n  five"],
  ["\u001b[2Jgone\u0007 \u0000 \u009b1m", "\\u001b[2Jgone\\u0007 \\u0000 \\u009b1m"],
  ["\u202etxet\u202c", "\\u202etxet\\u202c"],
  ["a\ttab, 日本, שלום, 👩‍👩‍👧", "a\ttab, 日本, שלום, 👩‍👩‍👧"],
])("the message %j is shown and does nothing", (message, text) => expect(said(message)).toBe(`${BEGIN}${text}\n`));
