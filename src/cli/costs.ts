import { join } from "node:path";
import { MEASURED_COSTS, STAGE_NAMES, type StageCosts } from "../domain/stages.ts";
import { writeWhole } from "../system/files.ts";

/** Which costs belong together: a film's size and the encoder's effort decide them. */
export type CostKey = string;

const NEW_PART = 0.4;

/** What stages cost on this machine: measured on earlier films, or the built-in figures when there are none. */
export async function readCosts(folder: string, key: CostKey): Promise<StageCosts> {
  return { ...MEASURED_COSTS, ...(await readAll(folder))[key] };
}

/** Blends what a film has just cost into what is known, per second of film. */
export async function saveCosts(folder: string, key: CostKey, seconds: Partial<StageCosts>): Promise<void> {
  const all = await readAll(folder);
  const before = all[key];
  const blended = STAGE_NAMES.map((name) => [name, blend(before?.[name], seconds[name] ?? MEASURED_COSTS[name])]);
  await writeWhole(join(folder, "costs.json"), `${JSON.stringify({ ...all, [key]: Object.fromEntries(blended) }, null, 2)}\n`);
}

const blend = (before: number | undefined, now: number): number => (before === undefined ? now : before + (now - before) * NEW_PART);

async function readAll(folder: string): Promise<Record<CostKey, Partial<StageCosts>>> {
  try {
    return (await Bun.file(join(folder, "costs.json")).json()) as Record<CostKey, Partial<StageCosts>>;
  } catch {
    return {};
  }
}
