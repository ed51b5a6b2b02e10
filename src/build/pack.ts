import { mkdirSync } from "node:fs";
import { Glob } from "bun";
import { DATA_NAMES, type DataName } from "../domain/data.ts";

/** What a packer file exports: some of the data files, made from npm packages. Same packages, same bytes. */
export type Pack = () => Promise<Partial<Record<DataName, Uint8Array>>>;

/** Runs every `pack-*.ts` beside this file and writes `NAME.zst` into `folder`. */
export async function packData(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const file of [...new Glob("pack-*.ts").scanSync(import.meta.dir)].sort()) {
    const { pack } = (await import(`./${file}`)) as { pack: Pack };
    for (const [name, bytes] of Object.entries(await pack())) {
      if (!DATA_NAMES.includes(name as DataName)) throw new Error(`${file} makes ${name}, which domain/data.ts does not name`);
      await Bun.write(`${folder}/${name}.zst`, new Uint8Array(Bun.zstdCompressSync(new Uint8Array(bytes), { level: 15 })));
    }
  }
}
