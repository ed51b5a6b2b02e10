/** How grave a line is, the least grave first. */
export const LOG_LEVELS = ["debug", "info", "warning", "error"] as const;
export type LogLevelName = (typeof LOG_LEVELS)[number];

/** What belongs to a line beside its words: who, how much, since when. Absent values are left out. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** The program's own diary: one line each, never for results. */
export type Log = Record<LogLevelName, (message: string, fields?: LogFields) => void>;

/** A diary that can be told to say more or less from now on. */
export type TunableLog = Log & { setLevel: (level: LogLevelName) => void };

/** A diary that writes what is at least as grave as `level`, as `2026-11-20T17:00:00.000Z info: message key=value`. */
export function openLog({ level, write, now }: { level: LogLevelName; write: (line: string) => void; now: () => Date }): TunableLog {
  let least = LOG_LEVELS.indexOf(level);
  const entry = (name: LogLevelName) => (message: string, fields?: LogFields) => {
    if (LOG_LEVELS.indexOf(name) >= least) write(formatLine(now(), name, message, fields));
  };
  const setLevel = (name: LogLevelName) => {
    least = LOG_LEVELS.indexOf(name);
  };
  return { debug: entry("debug"), info: entry("info"), warning: entry("warning"), error: entry("error"), setLevel };
}

/** One line with its line feed, whatever was said: time after RFC 3339 in UTC, control characters and line separators escaped. */
export function formatLine(time: Date, level: LogLevelName, message: string, fields: LogFields = {}): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  const pairs = said.map(([key, value]) => ` ${key}=${quote(value as string)}`).join("");
  return `${time.toISOString()} ${level}: ${escapeControls(message)}${pairs}\n`;
}

/** Text with nothing in it that moves a terminal's cursor, changes its colours or ends a line. */
export const escapeControls = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\\]/gu, (found) => {
    if (found === "\\") return "\\\\";
    if (found === "\n") return "\\n";
    if (found === "\t") return "\\t";
    return `\\u${found.codePointAt(0)!.toString(16).padStart(4, "0")}`;
  });

const quote = (value: string | number | boolean | null): string =>
  typeof value === "string" && !/^[\w./:@+-]+$/.test(value) ? `"${escapeControls(value).replaceAll('"', '\\"')}"` : String(value);
