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

/** Blends what a film has just cost into what is known. Costs that cannot be saved are done without: the film is there. */
export async function saveCosts(folder: string, key: CostKey, seconds: Partial<StageCosts>): Promise<void> {
  const all = await readAll(folder);
  const before = all[key];
  const blended = STAGE_NAMES.map((name) => [name, blend(before?.[name], seconds[name] ?? MEASURED_COSTS[name])]);
  const text = `${JSON.stringify({ ...all, [key]: Object.fromEntries(blended) }, null, 2)}\n`;
  await writeWhole(join(folder, "costs.json"), text).catch(() => undefined);
}

const blend = (before: number | undefined, now: number): number => (before === undefined ? now : before + (now - before) * NEW_PART);

/** What the file holds, without what is no cost. */
async function readAll(folder: string): Promise<Record<CostKey, Partial<StageCosts>>> {
  const kept: unknown = await Bun.file(join(folder, "costs.json"))
    .json()
    .catch(() => undefined);
  return Object.fromEntries(entriesOf(kept).map(([key, costs]) => [key, Object.fromEntries(entriesOf(costs).filter(isCost))]));
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null ? Object.entries(value) : []);
const isCost = ([stage, cost]: [string, unknown]): boolean =>
  (STAGE_NAMES as string[]).includes(stage) && typeof cost === "number" && Number.isFinite(cost) && cost >= 0;
