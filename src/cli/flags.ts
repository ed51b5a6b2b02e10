import { parseArgs } from "node:util";
import { KinoraError } from "../domain/error.ts";
import { findNearest } from "./nearest.ts";

/** A flag of a command: what it is called, what it takes, and one line of help. */
export type Flag = { name: string; value?: string; kind: "text" | "number" | "switch"; help: string; short?: string };

/** What arguments say: options by name, and the words that belong to none. */
export type Parsed = { values: Record<string, string | number | boolean>; positionals: string[] };

/** Reads a command's arguments; anything it does not know is `invalid_request` with the name of what was meant. */
export function parseFlags(flags: Flag[], args: string[]): Parsed {
  const options = Object.fromEntries(
    flags.map(({ name, kind, short }) => [
      name,
      { type: kind === "switch" ? ("boolean" as const) : ("string" as const), ...(short && { short }) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return {
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(flags, name, value as string | boolean)])),
      positionals,
    };
  } catch (error) {
    if (error instanceof KinoraError) throw error;
    throw new KinoraError("invalid_request", sayParseError(error as Error, flags));
  }
}

/** The options of a command that takes no words of its own; a word is `invalid_request`. */
export function parseOptions(flags: Flag[], args: string[]): Parsed["values"] {
  const { values, positionals } = parseFlags(flags, args);
  if (positionals.length > 0)
    throw new KinoraError("invalid_request", `${JSON.stringify(positionals[0])} is no option. All are listed by --help.`);
  return values;
}

function convert(flags: Flag[], name: string, value: string | boolean): string | number | boolean {
  if (flags.find((flag) => flag.name === name)?.kind !== "number") return value;
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) throw new KinoraError("invalid_request", `--${name} takes a number, not "${value}".`);
  return number;
}

function sayParseError(error: Error, flags: Flag[]): string {
  const unknown = /Unknown option '(-[^']*)'/.exec(error.message)?.[1];
  if (!unknown) return `${error.message.split(". ")[0]}.`;
  const names = flags.map(({ name }) => `--${name}`);
  const near = findNearest(unknown, names) ?? names.find((name) => name.startsWith(unknown.slice(0, 5)));
  return `There is no option ${unknown}.${near ? ` Did you mean ${near}?` : ""} All are listed by --help.`;
}

/** Help lines for flags, aligned. */
export function describeFlags(flags: Flag[]): string {
  const left = flags.map(({ name, value, short }) => `  ${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`);
  const width = Math.max(...left.map((text) => text.length)) + 2;
  return flags.map(({ help }, index) => `${left[index]!.padEnd(width)}${help}`).join("\n");
}
