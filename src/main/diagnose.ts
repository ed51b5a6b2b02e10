import { DATA_NAMES } from "../domain/data.ts";
import type { Diagnosis } from "../domain/diagnosis.ts";
import { diagnoseFfmpeg } from "../media/doctor.ts";
import { openData } from "../system/data.ts";
import { ffmpegSearch } from "./ffmpeg-place.ts";

/** What a film needs, looked at one by one. */
export async function diagnose(dataFolder: string, signal: AbortSignal): Promise<Diagnosis[]> {
  return [...(await diagnoseFfmpeg(ffmpegSearch(dataFolder, signal))), await diagnoseData()];
}

async function diagnoseData(): Promise<Diagnosis> {
  const data = openData();
  const missing: string[] = [];
  for (const name of DATA_NAMES) await data(name).catch(() => missing.push(name));
  return {
    name: "fonts, voices and words",
    ok: missing.length === 0,
    found: missing.length === 0 ? `all ${DATA_NAMES.length} data files open` : `missing: ${missing.join(", ")}`,
    mend: "Run: npm run setup",
  };
}
