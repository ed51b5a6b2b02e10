import type { DataName, DataSource } from "../domain/data.ts";
import { KinoraError } from "../domain/error.ts";

/** Data files from `NAME.zst` in a folder: what `bun build.ts data` wrote. */
export function openDataFolder(folder: string): DataSource {
  return async (name: DataName) => {
    const file = Bun.file(`${folder}/${name}.zst`);
    if (!(await file.exists())) throw new KinoraError("data_missing", `${name} has not been packed. Run: npm run setup`);
    return new Uint8Array(await Bun.zstdDecompress(await file.bytes()));
  };
}
