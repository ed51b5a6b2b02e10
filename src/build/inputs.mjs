// What set-up and packing depend on, as hashes. Plain JavaScript: it runs on node before anything is installed, and on Bun when data is packed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** @typedef {{ packers: Record<string, { inputs: string, outputs: Record<string, string> }> }} Manifest What has been packed: for each packer a hash of what it was made from, and a hash of each file it made. */

/** @param {string[]} parts */
const hash = (parts) => {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(`${part.length}:${part}`);
  return digest.digest("hex").slice(0, 32);
};

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** A hash that changes when other packages would be installed. @param {string} root */
export function hashPackages(root) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { dependencies, devDependencies, optionalDependencies, trustedDependencies } = manifest;
  return hash([JSON.stringify([dependencies, devDependencies, optionalDependencies, trustedDependencies]), read(join(root, "bun.lock"))]);
}

/** The packers, by file name, sorted. @param {string} root @returns {string[]} */
export function listPackers(root) {
  return readdirSync(join(root, "src/build"))
    .filter((name) => /^pack-.*\.ts$/.test(name))
    .sort();
}

/** A hash of everything that decides what a packer makes: its source with all it imports, and what is the same for all. @param {string} root @param {string} packer @param {string} [shared] */
export function hashPacker(root, packer, shared = hashShared(root)) {
  return hash([shared, ...filesToHash(root, sourcesOf(join(root, "src/build", packer)))]);
}

/** The packing itself, AssemblyScript sources, and the versions of all packages. @param {string} root */
function hashShared(root) {
  const files = [join(root, "bun.lock"), join(root, "src/build/pack.ts"), ...assemblySources(join(root, "src"))];
  return hash(filesToHash(root, files));
}

/** @param {string} root @param {Iterable<string>} files */
const filesToHash = (root, files) => [...files].sort().flatMap((file) => [relative(root, file), read(file)]);

/** The packers whose files are missing or were made from something else. @param {string} root @returns {string[]} */
export function listStalePackers(root) {
  const folder = join(root, "dist/data");
  const { packers } = readManifest(folder);
  const shared = hashShared(root);
  return listPackers(root).filter((packer) => {
    const made = packers[packer];
    return (
      made?.inputs !== hashPacker(root, packer, shared) ||
      !Object.keys(made.outputs).every((name) => existsSync(join(folder, `${name}.zst`)))
    );
  });
}

/** @param {string} folder @returns {Manifest} */
export function readManifest(folder) {
  try {
    return { packers: {}, ...JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) };
  } catch {
    return { packers: {} };
  }
}

/** A source file and what it imports by relative path, all the way down. @param {string} entry @param {Set<string>} [seen] @returns {Set<string>} */
function sourcesOf(entry, seen = new Set()) {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  for (const [, path] of read(entry).matchAll(/(?:from|import\(|import|new URL\()\s*["'](\.[^"']+)["']/g)) {
    sourcesOf(resolve(dirname(entry), String(path)), seen);
  }
  return seen;
}

/** @param {string} folder @returns {string[]} */
function assemblySources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return folder.endsWith("assembly") ? [path] : [];
    return assemblySources(path);
  });
}
