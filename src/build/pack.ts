import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { DATA_NAMES, type DataName } from "../domain/data.ts";
import { hashPacker, listPackers, listStalePackers, type Manifest, readManifest } from "./inputs.mjs";

/** What a packer file exports: some of the data files, made from npm packages. Same packages, same bytes. */
export type Pack = () => Promise<Partial<Record<DataName, Uint8Array>>>;

const LEVEL = 15;

/** Runs every stale `pack-*.ts` of the project in `root`, writes `NAME.zst` into `dist/data` and says in its manifest what was made from what. */
export async function packData(root: string, tell: (line: string) => void = () => {}): Promise<void> {
  const folder = `${root}/dist/data`;
  mkdirSync(folder, { recursive: true });
  for (const packer of listStalePackers(root)) {
    tell(`Packing data: ${packer.replace(/^pack-|\.ts$/g, "")}`);
    const inputs = hashPacker(root, packer);
    const outputs = await runPacker(`${root}/src/build/${packer}`, folder);
    const { packers } = readManifest(folder);
    await writeManifest(folder, { packers: { ...packers, [packer]: { inputs, outputs } } });
  }
  await forget(root, folder);
}

async function runPacker(file: string, folder: string): Promise<Record<string, string>> {
  const { pack } = (await import(file)) as { pack: Pack };
  const outputs: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(await pack())) {
    if (!DATA_NAMES.includes(name as DataName)) throw new Error(`${file} makes ${name}, which domain/data.ts does not name`);
    const packed = Bun.zstdCompressSync(new Uint8Array(bytes), { level: LEVEL });
    await writeBeside(`${folder}/${name}.zst`, packed);
    outputs[name] = new Bun.CryptoHasher("sha256").update(bytes).digest("hex").slice(0, 32);
  }
  return outputs;
}

/** Packers that have gone are dropped from the manifest, and files that none makes from the folder. */
async function forget(root: string, folder: string): Promise<void> {
  const { packers } = readManifest(folder);
  const kept = Object.fromEntries(listPackers(root).flatMap((name) => (packers[name] ? [[name, packers[name]]] : [])));
  const made = new Set(Object.values(kept).flatMap(({ outputs }) => Object.keys(outputs)));
  for (const file of readdirSync(folder)) {
    if (file.endsWith(".zst") && !made.has(file.slice(0, -4))) rmSync(`${folder}/${file}`);
  }
  await writeManifest(folder, { packers: kept });
}

const writeManifest = (folder: string, manifest: Manifest) =>
  writeBeside(`${folder}/manifest.json`, new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));

async function writeBeside(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  await Bun.write(beside, bytes);
  renameSync(beside, path);
}
