import { join } from "node:path";
import type { DataName, DataSource } from "../domain/data.ts";
import { KinoraError } from "../domain/error.ts";

/** The product's data files: from inside the executable when this is one, else from the project's `dist/data`. Opens nothing yet, keeps nothing. */
export function openData(): DataSource {
  const embedded = new Map(Bun.embeddedFiles.map((blob) => [(blob as Blob & { name: string }).name, blob]));
  return embedded.size > 0 ? openEmbedded(embedded) : openDataFolder(join(import.meta.dir, "../../dist/data"));
}

/** Data files from `NAME.zst` in a folder: what `bun build.ts data` wrote. */
export function openDataFolder(folder: string): DataSource {
  return async (name: DataName) => {
    const file = Bun.file(`${folder}/${name}.zst`);
    if (!(await file.exists())) throw new KinoraError("data_missing", `${name} has not been packed. Run: npm run setup`);
    return unpack(file);
  };
}

function openEmbedded(files: Map<string, Blob>): DataSource {
  return async (name) => {
    const file = files.get(`${name}.zst`);
    if (!file) throw new KinoraError("data_missing", `${name} is not inside this program. Build it again: npm run build`);
    return unpack(file);
  };
}

const unpack = async (file: Blob) => new Uint8Array(await Bun.zstdDecompress(await file.bytes()));
