import { join } from "node:path";
import type { Scheduler } from "../queue/work.ts";
import { openPremises, type Premises } from "../service/premises.ts";
import { trimContent } from "../system/content.ts";
import { diskSpace } from "../system/files.ts";
import { sizeOf } from "../system/folder-size.ts";
import type { OpenedWorkshop } from "./workshop.ts";

type Given = {
  data: string;
  jobs: string;
  cache: string;
  configFile: string | null;
  code: string;
  version: string;
  processors: number;
  scheduler: Scheduler;
  ffmpeg: OpenedWorkshop["ffmpeg"];
  nowUs: () => number;
};

/** The premises of a data folder on this machine. */
export function premisesOf(given: Given): Premises {
  const { data, jobs, cache, configFile, code, version, processors, scheduler, ffmpeg, nowUs } = given;
  return openPremises({
    fixed: {
      ...{ version, code, processors, startedUs: nowUs() },
      platform: `${process.platform} ${process.arch}, Bun ${process.versions.bun}`,
      paths: { data, jobs, cache, database: join(data, "kinora.db"), config: configFile },
    },
    ffmpeg,
    disk: () => diskSpace(data),
    sizeOf,
    clear: (sinceMs) => trimContent(cache, 0, sinceMs),
    oldestRunUs: () =>
      scheduler.state().running.reduce<number | undefined>((oldest, { sinceUs }) => Math.min(oldest ?? sinceUs, sinceUs), undefined),
    nowUs,
  });
}
