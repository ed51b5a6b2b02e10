import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Target } from "./targets.ts";

/** What becomes one executable: `main` and `workers` lie in `source`; `data` are files to embed as they are; `define` are constants of the program; without a `target` it is for this machine. */
export type Binary = {
  source: string;
  main: string;
  workers: string[];
  data: string[];
  define: Record<string, string>;
  outfile: string;
  target?: Target;
};

/** Compiles to one file without reading anything of the folder that it later runs in; returns its size in bytes. Same input, same bytes. */
export async function buildBinary({ source, main, workers, data, define, outfile, target }: Binary): Promise<number> {
  // The name of the file goes into its bytes, so the unfinished one has the same name in a folder beside it.
  const folder = `${dirname(outfile)}/.build-${process.pid}`;
  const unfinished = `${folder}/kinora${target?.ending ?? ""}`;
  mkdirSync(folder, { recursive: true });
  try {
    const result = await Bun.build({
      entrypoints: [main, ...workers, ...data],
      root: source,
      target: "bun",
      format: "esm",
      minify: true,
      bytecode: true,
      // Elysia would look at files of forms with it; Kinora takes none.
      external: ["file-type"],
      loader: { ".zst": "file" },
      naming: { asset: "[name].[ext]" },
      define: { "process.env.NODE_ENV": '"production"', ...define },
      compile: { outfile: unfinished, autoloadDotenv: false, autoloadBunfig: false, ...(target && { target: target.bun }) },
    });
    if (!result.success) throw new AggregateError(result.logs, "The program does not compile.");
    renameSync(unfinished, outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return statSync(outfile).size;
}

/** The thread entries in `src/workers` and the packed files in `dist/data`, as `buildBinary` wants them. */
export function listParts(root: string): { workers: string[]; data: string[] } {
  const list = (folder: string, ending: string) =>
    readdirSync(`${root}/${folder}`)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${root}/${folder}/${name}`);
  return { workers: list("src/workers", ".worker.ts"), data: list("dist/data", ".zst") };
}
