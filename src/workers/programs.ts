import type { DataSource } from "../domain/data.ts";
import { fromErrorData } from "../domain/error.ts";
import type { DataWithPrograms, ProgramName } from "../domain/program.ts";
import type { ProgramAnswer } from "../domain/wire.ts";

type Wanted = PromiseWithResolvers<WebAssembly.Module>;

/** This thread's data files; programs are asked of the main thread by `ask`, which compiles them once for all, and come by `hear`. */
export function askForPrograms(data: DataSource, ask: (name: ProgramName) => void) {
  const wanted = new Map<ProgramName, Wanted>();
  const program = (name: ProgramName): Promise<WebAssembly.Module> => {
    const earlier = wanted.get(name);
    if (earlier) return earlier.promise;
    const asked = Promise.withResolvers<WebAssembly.Module>();
    wanted.set(name, asked);
    ask(name);
    return asked.promise;
  };
  const hear = (answer: ProgramAnswer): void => {
    const asked = wanted.get(answer.name);
    wanted.delete(answer.name);
    if ("module" in answer) asked?.resolve(answer.module);
    else asked?.reject(fromErrorData(answer.error));
  };
  const own: DataWithPrograms = Object.assign((...name: Parameters<DataSource>) => data(...name), { program });
  return { data: own, hear };
}
