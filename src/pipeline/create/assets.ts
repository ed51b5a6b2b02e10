import { basename } from "node:path";
import { KinoraError } from "../../domain/error.ts";
import type { Storyboard } from "../../domain/storyboard.ts";
import { probeMedia } from "../../media/probe.ts";
import { digestFile } from "../../system/files.ts";
import type { Stage } from "../stage.ts";

type Need = { path: string; stream: "video" | "audio" };

/** Every file of the user's own that a storyboard names, with what is taken from it. */
export function filesNeeded(storyboard: Storyboard): Need[] {
  const visuals = storyboard.scenes.flatMap(({ visual }) =>
    visual.kind === "scenery" ? [] : [{ path: visual.path, stream: "video" as const }],
  );
  const sounds = storyboard.scenes.flatMap(({ sound }) => (sound ? [{ path: sound.path, stream: "audio" as const }] : []));
  return [...visuals, ...sounds, ...(storyboard.music ? [{ path: storyboard.music.path, stream: "audio" as const }] : [])];
}

/** Looks at the user's own files: each must be what it is used as. Their content digests stand for them in keys. */
export const assets: Stage<"assets"> = async ({ from, means, signal, progress }) => {
  const needs = filesNeeded(from("plan"));
  const digests: Record<string, string> = {};
  for (const [index, { path, stream }] of needs.entries()) {
    progress(index / needs.length, `Looking at ${basename(path)}`);
    const media = await probeMedia({ ffprobe: means.programs.ffprobe, path, signal });
    if (!media.streams.some(({ type }) => type === stream)) {
      throw new KinoraError(
        "media_unusable",
        `${basename(path)} has no ${stream === "video" ? "picture" : "sound"}. Name another file in the storyboard.`,
      );
    }
    digests[path] ??= await digestFile(path, signal);
  }
  return { digests };
};
