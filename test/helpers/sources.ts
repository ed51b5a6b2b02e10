import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One file of `src`: `room` is its first folder, or its name when it lies in none; `code` is without comments. */
export type Source = { path: string; room: string; code: string; lines: number; imports: Import[] };

/** `to` is a path below `src` for relative imports and the package's name for others. */
export type Import = { specifier: string; relative: boolean; to: string };

export const ROOT = join(import.meta.dir, "../..");

/** Every TypeScript file of the product, but for AssemblyScript, which has rules of its own. */
export function readSources(): Source[] {
  return [...new Bun.Glob("**/*.{ts,tsx}").scanSync(`${ROOT}/src`)]
    .filter((path) => !path.includes("/assembly/"))
    .sort()
    .map((path) => toSource(path, readFileSync(`${ROOT}/src/${path}`, "utf8")));
}

export function toSource(path: string, text: string): Source {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const room = path.includes("/") ? (path.split("/")[0] as string) : path.replace(/\.\w+$/, "");
  const specifiers = [...code.matchAll(/^\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/gm)];
  return {
    path,
    room,
    code,
    lines: text.split("\n").length,
    imports: specifiers.map((found) => toImport(path, (found[1] ?? found[2]) as string)),
  };
}

function toImport(path: string, specifier: string): Import {
  if (specifier.startsWith(".")) return { specifier, relative: true, to: join(path, "..", specifier) };
  const depth = specifier.startsWith("@") ? 2 : 1;
  const to = /^(node|bun):/.test(specifier) ? specifier : specifier.split("/").slice(0, depth).join("/");
  return { specifier, relative: false, to };
}
