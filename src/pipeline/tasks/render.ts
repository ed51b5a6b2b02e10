import { stat } from "node:fs/promises";
import { captionSettings } from "../../domain/caption-look.ts";
import type { PictureSpec, ScenePicture } from "../../domain/picture.ts";
import { decodePicture, openClip } from "../../media/decode.ts";
import { encodeScene } from "../../media/encode.ts";
import type { Media } from "../../picture/backdrop.ts";
import { openCaptions } from "../../picture/captions.ts";
import { cardLetters, cardOverlay, cardWeights } from "../../picture/cards.ts";
import { openScene, type SceneMeans } from "../../picture/scene.ts";
import { styleOf } from "../../picture/styles.ts";
import { type DrawingRoom, drawingRoom } from "./drawing-room.ts";
import type { TaskContext, TaskRunner } from "./tasks.ts";

/** The user's own picture or clip, decoded for the frame. */
async function openMedia(
  { visual, size, durationSec }: PictureSpec,
  fps: number,
  fromFrame: number,
  { means, signal }: TaskContext,
): Promise<Media> {
  const { programs } = means;
  if (visual.kind === "clip") {
    const sinceSec = fromFrame / fps;
    const clip = await openClip({
      ...programs,
      path: visual.path,
      size,
      fps,
      startSec: visual.start,
      sinceSec,
      durationSec: durationSec - sinceSec,
      signal,
    });
    return { kind: "clip", ...clip };
  }
  if (visual.kind !== "picture") throw new TypeError("Scenery has no media.");
  const zoom = Math.max(...visual.zoom);
  const cover = { width: 2 * Math.ceil((size.width * zoom) / 2), height: 2 * Math.ceil((size.height * zoom) / 2) };
  const raster = await decodePicture({ ffmpeg: programs.ffmpeg, path: visual.path, cover, signal });
  return { kind: "picture", raster };
}

/** What the scene is drawn with: the thread's room, and the letters of its captions and cards made ready. */
export async function sceneMeans(scene: ScenePicture, room: DrawingRoom, context: TaskContext): Promise<SceneMeans> {
  const { type, rasterise, shelf, subjectSvg } = room;
  const { aspect, size, language = "" } = scene.picture;
  const style = styleOf(scene.picture);
  const setting = { type, rasterise, aspect, size, language, looks: style.cards };
  const pictures = [scene.picture, ...(scene.before ? [scene.before.picture] : [])];
  const letters = pictures.flatMap((picture) => [...picture.cards.map(cardLetters), style.letters?.(picture) ?? ""]);
  for (const weight of cardWeights(style.cards, aspect)) await type.prepare(letters.join(" "), language, weight);
  const settings = captionSettings(scene.captions);
  const captions =
    settings === "off" || scene.cues.length === 0 ? [] : [await openCaptions(scene.cues, { ...setting, captions: settings })];
  return {
    shelf,
    subjectSvg,
    type,
    openMedia: (picture, fromFrame) => openMedia(picture, scene.fps, fromFrame, context),
    cards: (picture) => picture.cards.map((card) => cardOverlay(card, setting)),
    captions: () => captions,
  };
}

/** What designing, decoding and rasterising left behind, up to 50 MB, goes at once and not while the frames are drawn; takes some milliseconds. */
const sweepUp = (): void => Bun.gc(true);

/** Draws and encodes one scene. */
export const render: TaskRunner<"render"> = async ({ scene, effort, file }, context) => {
  const { means, data, signal, progress } = context;
  const { fps, frames } = scene;
  context.providers.restVoices();
  const { size } = scene.picture;
  const encoder = encodeScene({ ffmpeg: means.programs.ffmpeg, out: file, size, fps, effort, frames, signal });
  try {
    const open = await openScene(scene, await sceneMeans(scene, await drawingRoom(data), context));
    try {
      sweepUp();
      for (let index = 0; index < frames; index++) {
        signal.throwIfAborted();
        await encoder.write(await open.frame(index));
        progress((index + 1) / frames, index + 1);
      }
    } finally {
      await open.close();
    }
    await encoder.finish();
  } finally {
    await encoder.abandon();
  }
  return { frames, bytes: (await stat(file)).size };
};
