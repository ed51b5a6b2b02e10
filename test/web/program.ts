import { join } from "node:path";
import { newDataFolder, type ServeOptions, type Server, startServer } from "../helpers/server.ts";
import { ROOT } from "../helpers/sources.ts";

/** The compiled program, or its source where KINORA_FROM is `source`: pages are quicker to change that way. */
export const command = (): string[] | undefined =>
  process.env.KINORA_FROM === "source" ? [process.execPath, join(ROOT, "src/main.ts")] : undefined;

/** The program as people run it, with a data folder of its own unless one is given. */
export async function startProgram({ data, ...options }: Partial<ServeOptions> = {}): Promise<Server> {
  const source = command();
  return startServer({ ...options, data: data ?? (await newDataFolder()), ...(source && { command: source }) });
}
