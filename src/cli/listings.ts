import { describeFlags, type Flag, parseOptions } from "./flags.ts";
import type { Surroundings } from "./studio.ts";

/** A voice as it is listed. */
export type ListedVoice = { id: string; language: string; gender: string; description: string; provider: string };
/** A style as it is listed. */
export type ListedStyle = { name: string; description: string };
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

/** `kinora styles`: the styles that a film can have. */
export function listStyles(args: string[], around: Surroundings, { styles }: Listing): number {
  const rows = styles.map(({ name, description }) => [name, description]);
  return list("styles", args, around, styles, ["STYLE", ""], rows);
}

function list(name: string, args: string[], around: Surroundings, items: object[], head: string[], rows: string[][]): number {
  const values = parseOptions(FLAGS, args);
  if (values.help) around.stdout.write(`Usage: kinora ${name} [options]\n\n${describeFlags(FLAGS)}\n`);
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
