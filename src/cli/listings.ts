import { describeFlags, type Flag, parseOptions } from "./flags.ts";
import { makeSheet, SHEET_FLAGS } from "./sheet.ts";
import type { OpenStudio, Surroundings } from "./studio.ts";

/** A voice as it is listed. */
export type ListedVoice = { id: string; language: string; gender: string; description: string; provider: string };
/** A style as it is listed: `fields` are what it can be told. */
export type ListedStyle = { name: string; description: string; fields?: { name: string; description: string }[] };
/** What can be listed. */
export type Listing = { voices: ListedVoice[]; styles: ListedStyle[] };

const FLAGS: Flag[] = [
  { name: "json", kind: "switch", help: "As JSON" },
  { name: "help", kind: "switch", short: "h", help: "Show this" },
];

/** `kinora voices`: the voices that can speak, by language. */
export function listVoices(args: string[], around: Surroundings, { voices }: Listing): number {
  const rows = voices.map(({ id, language, gender, description }) => [id, language, gender, description]);
  return list("voices", args, around, voices, ["VOICE", "LANGUAGE", "GENDER", ""], rows);
}

/** `kinora styles`: the styles that a film can have, or a sheet of pictures of all that films can look like. */
export async function listStyles(args: string[], around: Surroundings, { styles }: Listing, openStudio: OpenStudio): Promise<number> {
  const flags = [...SHEET_FLAGS, ...FLAGS];
  const values = parseOptions(flags, args);
  if (values.sheet !== undefined && !values.help) return makeSheet(values, around, openStudio);
  const rows = styles.flatMap(({ name, description, fields = [] }) => [
    [name, description],
    ...fields.map((field) => ["", `${field.name}: ${field.description}`]),
  ]);
  return list("styles", args, around, styles, ["STYLE", ""], rows, flags);
}

function list(
  name: string,
  args: string[],
  around: Surroundings,
  items: object[],
  head: string[],
  rows: string[][],
  flags = FLAGS,
): number {
  const values = parseOptions(flags, args);
  if (values.help) around.stdout.write(`Usage: kinora ${name} [options]\n\n${describeFlags(flags)}\n`);
  else if (values.json) around.stdout.write(`${JSON.stringify(items, null, 2)}\n`);
  else around.stdout.write(drawTable([head, ...rows]));
  return 0;
}

/** Rows of text with aligned columns. */
export function drawTable(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]! + 2))
          .join("")
          .trimEnd()}\n`,
    )
    .join("");
}
