import { join } from "node:path";
import { blendCosts } from "../domain/costs.ts";
import { MEASURED_COSTS, STAGE_NAMES, type StageCosts } from "../domain/stages.ts";
import { writeWhole } from "../system/files.ts";

/** What stages cost on this machine: measured on earlier films, or the built-in figures when there are none. */
export async function readCosts(folder: string, key: string): Promise<StageCosts> {
  return { ...MEASURED_COSTS, ...(await readAll(folder))[key] };
}

/** Blends what a film of `lengthSec` has just cost into what is known. Costs that cannot be saved are done without: the film is there. */
export async function saveCosts(folder: string, key: string, took: Partial<StageCosts>, lengthSec: number): Promise<void> {
  const all = await readAll(folder);
  const text = `${JSON.stringify({ ...all, [key]: blendCosts(all[key], took, lengthSec) }, null, 2)}\n`;
  await writeWhole(join(folder, "costs.json"), text).catch(() => undefined);
}

/** What the file holds, without what is no cost. */
async function readAll(folder: string): Promise<Record<string, Partial<StageCosts>>> {
  const kept: unknown = await Bun.file(join(folder, "costs.json"))
    .json()
    .catch(() => undefined);
  return Object.fromEntries(entriesOf(kept).map(([key, costs]) => [key, Object.fromEntries(entriesOf(costs).filter(isCost))]));
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null ? Object.entries(value) : []);
const isCost = ([stage, cost]: [string, unknown]): boolean =>
  (STAGE_NAMES as string[]).includes(stage) && typeof cost === "number" && Number.isFinite(cost) && cost >= 0;
