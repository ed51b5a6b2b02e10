import { basename, dirname, join } from "node:path";
import { toErrorData } from "../../domain/error.ts";
import { frameSize } from "../../domain/frame.ts";
import { stillName, stillSize } from "../../domain/still.ts";
import { nearMiddleSec } from "../../media/args/scene.ts";
import { makePoster } from "../../media/poster.ts";
import { contentKey } from "../../system/content.ts";
import { copyInto } from "../../system/files.ts";
import type { StageContext } from "../stage.ts";

/** A scene that has been encoded: its place in the film, from 0, its file, named by its content, and its length in frames. */
export type EncodedScene = { index: number; file: string; frames: number };

const KIND = "still";

/**
 * Answers what puts a still of a scene beside the film, one scene after the other, and says whether it lies there: where the order wants none,
 * or where it fails, which is told in the log and stops nothing. Throws only when the signal fires.
 */
export function openStills(context: StageContext): (scene: EncodedScene) => Promise<boolean> {
  const { order, signal, log } = context;
  let last = Promise.resolve(false);
  const put = async (scene: EncodedScene): Promise<boolean> => {
    try {
      await copyInto(await stillOf(scene, context), join(dirname(order.out), stillName(scene.index)));
      return true;
    } catch (error) {
      signal.throwIfAborted();
      log("WARNING", `Scene ${scene.index + 1} has no still: ${toErrorData(error).message}`);
      return false;
    }
  };
  return async (scene) => {
    if (!order.stills) return false;
    last = last.catch(() => false).then(() => put(scene));
    return last;
  };
}

/** The still of a scene, from about its middle; what has been made from the same scene is not made again. */
async function stillOf({ file, frames }: EncodedScene, { order, means, content, signal }: StageContext): Promise<string> {
  signal.throwIfAborted();
  const { aspect, quality, fps } = order.request;
  const size = stillSize(frameSize(aspect, quality));
  const key = contentKey(means.codeVersion, KIND, basename(file), size);
  const kept = await content.find(KIND, key, "jpg");
  if (kept) return kept.file;
  const part = join(means.temporary, `${order.jobId}-${key}.jpg`);
  await makePoster({ ffmpeg: means.programs.ffmpeg, film: file, atSec: nearMiddleSec(frames, fps), out: part, size, signal });
  return (await content.keep(KIND, key, "jpg", part, {})).file;
}
