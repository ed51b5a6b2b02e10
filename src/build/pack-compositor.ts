import type { Pack } from "./pack.ts";

const SOURCE = "src/picture/compositor/assembly/index.ts";

/** The compositor: AssemblyScript to WebAssembly with SIMD, no garbage collector, memory left to the host. */
export const pack: Pack = async () => ({ "compositor.wasm": await compileCompositor() });

/** Compiles the compositor; throws with the compiler's own words. */
async function compileCompositor(): Promise<Uint8Array> {
  const asc = await import("assemblyscript/asc");
  const flags = [
    "--outFile",
    "out.wasm",
    "--runtime",
    "stub",
    "--enable",
    "simd",
    "--enable",
    "relaxed-simd",
    "-O3",
    "--noAssert",
    "--initialMemory",
    "1",
  ];
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([SOURCE, ...flags], {
    readFile: async (name, base) => {
      const file = Bun.file(`${import.meta.dir}/../../${base === "." ? "" : `${base}/`}${name}`);
      return (await file.exists()) ? file.text() : null;
    },
    writeFile: (name, contents) => {
      if (name === "out.wasm") wasm = contents as Uint8Array;
    },
    listFiles: () => null,
  });
  if (error || !wasm) throw new Error(`The compositor does not compile: ${error?.message ?? ""}\n${stderr.toString()}`);
  return wasm;
}
