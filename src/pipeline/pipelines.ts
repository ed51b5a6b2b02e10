import { stat } from "node:fs/promises";
import { digestFile } from "../system/files.ts";
import { assets } from "./create/assets.ts";
import { captions } from "./create/captions.ts";
import { deliver } from "./create/deliver.ts";
import { mix } from "./create/mix.ts";
import { plan } from "./create/plan.ts";
import { render } from "./create/render.ts";
import { speech } from "./create/speech.ts";
import { timeline } from "./create/timeline.ts";
import type { Judging, Pipeline } from "./stage.ts";

/** What a create job does. A stage that `domain/stages.ts` names and is missing here does not compile. */
export const CREATE_PIPELINE: Pipeline = {
  plan: { run: plan, holds: always },
  assets: {
    run: assets,
    holds: ({ digests }, { signal }) => every(Object.entries(digests), ([path, digest]) => hasDigest(path, digest, signal)),
  },
  speech: {
    run: speech,
    holds: ({ spoken }, judging) =>
      keeps(
        spoken.flatMap((voice) => (voice ? [voice.file] : [])),
        judging,
      ),
  },
  timeline: { run: timeline, holds: always },
  mix: { run: mix, holds: ({ file }, judging) => keeps([file], judging) },
  captions: { run: captions, holds: always },
  render: { run: render, holds: ({ files }, judging) => keeps(files, judging) },
  deliver: {
    run: deliver,
    holds: async (film) => (await bytesOf(film.video)) === film.bytes && every([film.srt, film.vtt, film.poster, film.details], exists),
  },
};

/** For what is a function of earlier results alone and names no file. */
async function always(): Promise<boolean> {
  return true;
}

const keeps = (files: string[], { content }: Judging): Promise<boolean> => every(files, (file) => content.holds(file));

async function every<Item>(items: Item[], holds: (item: Item) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await holds(item))) return false;
  return true;
}

async function hasDigest(path: string, digest: string, signal: AbortSignal): Promise<boolean> {
  const found = await digestFile(path, signal).catch(() => undefined);
  signal.throwIfAborted();
  return found === digest;
}

const bytesOf = async (path: string): Promise<number | undefined> => (await stat(path).catch(() => undefined))?.size;
const exists = async (path: string): Promise<boolean> => (await bytesOf(path)) !== undefined;
