import type { DataSource } from "../domain/data.ts";
import type { ProgramName, ProgramSource } from "../domain/program.ts";

/** A program larger than this is kept only for a while: threads that need it ask for it together. */
const LARGE_BYTES = 8e6;
const KEPT_MS = 5000;

/** Compiles programs once for all threads, each when it is first asked for. */
export function openPrograms(data: DataSource): ProgramSource {
  const compiled = new Map<ProgramName, Promise<WebAssembly.Module>>();
  const compile = async (name: ProgramName): Promise<WebAssembly.Module> => {
    try {
      const bytes = await data(name);
      const module = await WebAssembly.compile(bytes);
      if (bytes.length > LARGE_BYTES) setTimeout(() => compiled.delete(name), KEPT_MS).unref();
      return module;
    } catch (error) {
      compiled.delete(name);
      throw error;
    }
  };
  return (name) => {
    const module = compiled.get(name) ?? compile(name);
    compiled.set(name, module);
    return module;
  };
}
