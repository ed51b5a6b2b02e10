import { megabytes } from "./disk.ts";
import type { ServiceMeans } from "./means.ts";
import type { Readiness } from "./service.ts";

/** Looks at every part that work rests on. */
export async function readReadiness(
  { store, scheduler, ffmpeg }: ServiceMeans,
  look: () => Promise<{ enough: boolean; free: number }>,
): Promise<Readiness> {
  const parts: Readiness["parts"] = [
    { name: "store", ...readStore(store) },
    { name: "disk", ...(await readDisk(look)) },
    { name: "ffmpeg", ...readFfmpeg(ffmpeg) },
    { name: "workers", ...readWorkers(scheduler) },
  ];
  return { ready: parts.every(({ ok }) => ok), parts };
}

function readStore(store: ServiceMeans["store"]) {
  try {
    return { ok: true, detail: `${store.read.counts().total.toLocaleString("en")} jobs` };
  } catch {
    return { ok: false, detail: "The job store cannot be read." };
  }
}

async function readDisk(look: () => Promise<{ enough: boolean; free: number }>) {
  try {
    const { enough, free } = await look();
    return { ok: enough, detail: `${megabytes(free)} free` };
  } catch {
    return { ok: false, detail: "The data folder cannot be looked at." };
  }
}

function readFfmpeg(ffmpeg: ServiceMeans["ffmpeg"]) {
  const { ok, detail } = ffmpeg();
  return { ok, detail };
}

function readWorkers(scheduler: ServiceMeans["scheduler"]) {
  const { slots, running } = scheduler.state();
  return { ok: slots > 0, detail: `${running.length} of ${slots} at work` };
}
