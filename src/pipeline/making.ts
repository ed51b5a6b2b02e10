import { TASK_FILES, type TaskName, type Tasks } from "../domain/tasks.ts";
import type { RowPlace } from "../domain/wire.ts";
import { type ContentStore, contentKey } from "../system/content.ts";
import type { Made, OnTaskProgress, StageContext } from "./stage.ts";

/** Has a scene worker do a task. */
export type Ask = <Name extends TaskName>(
  name: Name,
  input: Tasks[Name]["input"],
  onProgress?: OnTaskProgress,
  row?: RowPlace,
) => Promise<Tasks[Name]["result"]>;

/** What files are made with; `temporary` names where an unfinished one may stand. */
export type Making = { content: ContentStore; codeVersion: string; ask: Ask; temporary: (name: string) => string };

/** Makes files by their content's key: what is kept is not made again, and what is being made is waited for, not made twice. */
export function openMaking({ content, codeVersion, ask, temporary }: Making): StageContext["make"] {
  const underWay = new Map<string, Promise<unknown>>();
  const begin = async <Name extends TaskName>(
    name: Name,
    hash: string,
    input: object,
    onProgress?: OnTaskProgress,
    row?: RowPlace,
  ): Promise<Made<Name>> => {
    const extension = TASK_FILES[name];
    const kept = await content.find<Tasks[Name]["result"]>(name, hash, extension);
    if (kept) return { ...kept, found: true };
    const file = temporary(`${hash}.${extension}`);
    const result = await ask(name, { ...input, file } as Tasks[Name]["input"], onProgress, row);
    return content.keep(name, hash, extension, file, result);
  };
  return async (name, key, input, onProgress, row) => {
    const hash = contentKey(codeVersion, name, key);
    const making = (underWay.get(hash) ?? begin(name, hash, input, onProgress, row)) as Promise<Made<typeof name>>;
    underWay.set(hash, making);
    return making.finally(() => underWay.delete(hash));
  };
}
