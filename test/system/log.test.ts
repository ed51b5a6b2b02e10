import { describe, expect, test } from "bun:test";
import { formatLine, LOG_LEVELS, openLog } from "../../src/system/log.ts";

const time = new Date("2026-11-20T17:00:00.123Z");

describe("a log", () => {
  test.each([
    ["debug", 4],
    ["info", 3],
    ["warning", 2],
    ["error", 1],
  ] as const)("of level %s has %i of one line each", (level, count) => {
    const lines: string[] = [];
    const log = openLog({ level, write: (line) => void lines.push(line), now: () => time });
    for (const name of LOG_LEVELS) log[name]("x");
    expect(lines).toEqual(LOG_LEVELS.slice(4 - count).map((name) => `2026-11-20T17:00:00.123Z ${name}: x\n`));
  });

  test.each([
    ["line feeds", "a\nb\r\nc", {}, "a\\nb\\u000d\\nc"],
    ["a terminal's codes", "\u001b[31mred\u0007\u009b2J", {}, "\\u001b[31mred\\u0007\\u009b2J"],
    ["what turns text round", "abc\u202etxt.exe", {}, "abc\\u202etxt.exe"],
    ["separators", "a\u2028b", {}, "a\\u2028b"],
    ["other letters, left as they are", "日本 é ü 🎬", {}, "日本 é ü 🎬"],
    ["fields", "saved", { job: "0190-ab", bytes: 7, ok: true, none: undefined, nil: null }, "saved job=0190-ab bytes=7 ok=true nil=null"],
    ["fields with spaces and quotes", "x", { title: 'a "b"\n', empty: "" }, 'x title="a \\"b\\"\\n" empty=""'],
  ])("keeps to its line with %s", (_, message, fields, said) =>
    expect(formatLine(time, "info", message, fields)).toBe(`2026-11-20T17:00:00.123Z info: ${said}\n`),
  );
});
