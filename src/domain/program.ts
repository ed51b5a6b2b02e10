import type { DataName, DataSource } from "./data.ts";

/** The data files that are WebAssembly programs started by more than one thread. */
export type ProgramName = Extract<DataName, `${string}.wasm`>;

/** Gives a program compiled. */
export type ProgramSource = (name: ProgramName) => Promise<WebAssembly.Module>;

/** Data files, and programs that may have been compiled for another thread already: threads then share one machine code. */
export type DataWithPrograms = DataSource & { program: ProgramSource };

/** A program compiled: where the source has it so, as it is there, else here. */
export async function openProgram(data: DataSource | DataWithPrograms, name: ProgramName): Promise<WebAssembly.Module> {
  return "program" in data ? data.program(name) : WebAssembly.compile(await data(name));
}
