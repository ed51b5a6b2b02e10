import { stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { KinoraError } from "../domain/error.ts";
import { checkOutputFolder } from "../system/files.ts";
import { dataFolder } from "./data-folder.ts";
import type { Flag, Parsed } from "./flags.ts";
import type { OpenStudio, Surroundings } from "./studio.ts";

/** What `kinora styles` takes beside what every list does. */
export const SHEET_FLAGS: Flag[] = [
  { name: "sheet", value: "FILE", kind: "text", help: "Draw every style, setting, palette and look of captions on one sheet, a JPEG" },
  { name: "data", value: "FOLDER", kind: "text", help: "Where the sheet is drawn (default $XDG_DATA_HOME/kinora)" },
];

const SHEET_BYTES = 5e6;
const NAME = "styles.jpg";

/** Where the sheet goes: the file named, or styles.jpg in the folder named. Throws where it cannot stand there in the end. */
async function sheetPath(given: string, cwd: string): Promise<string> {
  if (given.trim() === "") throw new KinoraError("output_unwritable", `--sheet is empty. Name a file such as ${NAME}.`);
  const path = resolve(cwd, given);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENAMETOOLONG") throw new KinoraError("output_unwritable", `The name ${basename(path)} is too long.`);
  });
  if (given.endsWith("/") || found?.isDirectory()) return join(path, NAME);
  const extension = extname(path).toLowerCase();
  if (extension === "") return `${path}.jpg`;
  if (extension !== ".jpg" && extension !== ".jpeg")
    throw new KinoraError("invalid_request", `A sheet is a JPEG file: --sheet ${basename(path, extname(path))}.jpg`);
  return path;
}

/** `kinora styles --sheet FILE`: returns the exit status. */
export async function makeSheet(values: Parsed["values"], around: Surroundings, openStudio: OpenStudio): Promise<number> {
  const file = await sheetPath(String(values.sheet), around.cwd);
  await checkOutputFolder(dirname(file), SHEET_BYTES, "--sheet");
  const folder = dataFolder(values.data as string | undefined, around.env, around.cwd);
  const studio = await openStudio({ dataFolder: folder, workers: 1 });
  try {
    const { width, height, pictures } = await studio.task("sheet", { file }, around.interrupted);
    around.stdout.write(
      values.json ? `${JSON.stringify({ sheet: file, width, height, pictures })}\n` : `${file}: ${pictures} pictures, ${width}x${height}\n`,
    );
    return 0;
  } finally {
    await studio.close();
  }
}
