import { readFileSync } from "node:fs";
import { join } from "node:path";

declare const KINORA_VERSION: string | undefined;
declare const KINORA_CODE: string | undefined;

const ROOT = join(import.meta.dir, "../..");
let code: string | undefined;

/** The product's version, as in package.json. */
export function productVersion(): string {
  return typeof KINORA_VERSION === "string" ? KINORA_VERSION : JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")).version;
}

/**
 * 32 hexadecimal digits that change when anything does that decides what a film looks or sounds like: source, packages, packed data.
 * The same from source as in the program built of it. Read once a thread (some 10 ms from source, nothing in the program).
 */
export function codeVersion(): string {
  code ??= typeof KINORA_CODE === "string" ? KINORA_CODE : hashCode(ROOT);
  return code;
}

function hashCode(root: string): string {
  const digest = new Bun.CryptoHasher("sha256");
  const sources = [...new Bun.Glob("src/**/*.{ts,tsx,sql,json}").scanSync(root)].filter((path) => !path.startsWith("src/build/"));
  for (const path of [...sources.sort(), "bun.lock"]) digest.update(`${path}\0${readFileSync(`${root}/${path}`, "utf8")}\0`);
  return digest
    .update(JSON.stringify(packedHashes(root)))
    .digest("hex")
    .slice(0, 32);
}

function packedHashes(root: string): [string, string][] {
  try {
    const { packers } = JSON.parse(readFileSync(`${root}/dist/data/manifest.json`, "utf8")) as {
      packers: Record<string, { outputs: Record<string, string> }>;
    };
    return Object.values(packers)
      .flatMap(({ outputs }) => Object.entries(outputs))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}
