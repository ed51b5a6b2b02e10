import type { PictureSpec, ScenePicture } from "../domain/picture.ts";
import { type Backdrop, type Media, openMedia, openScenery, type Scenery } from "./backdrop.ts";
import type { DrawCommand } from "./compositor/compositor.ts";
import type { Overlay } from "./overlay.ts";
import type { Shelf } from "./shelf.ts";
import { Standing } from "./standing.ts";
import type { StyleMeans } from "./styles/style.ts";
import { styleOf } from "./styles.ts";
import { TRANSITIONS } from "./transitions.ts";

/** What a scene is drawn with. */
export type SceneMeans = StyleMeans & {
  /** The thread's compositor and rasteriser; its memory is used again from scene to scene. */
  shelf: Shelf;
  /** Opens the user's own picture or clip to be shown as large as `picture.size`, a clip `fromFrame` frames after where its scene begins in it. */
  openMedia: (picture: PictureSpec, fromFrame: number) => Promise<Media>;
  /** The large texts of a picture. */
  cards: (picture: PictureSpec) => Overlay[];
  /** The captions of a scene. */
  captions: (scene: ScenePicture) => Overlay[];
};

/** A scene that can be drawn. */
export type OpenScene = {
  /** Frame `index`, I420. Ask in order, from 0. The bytes are a view that the next `frame`, or another scene opened in the same thread, overwrites. */
  frame: (index: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Frees what the scene holds; may be called at any time, more than once. */
  close: () => Promise<void>;
};

/** Rasterises what the scene shows and opens its media. Same scene, same bytes. */
export async function openScene(scene: ScenePicture, means: SceneMeans): Promise<OpenScene> {
  const { compositor } = means.shelf;
  const { picture, before, fps } = scene;
  const outgoing = before && before.headFrames > 0 ? await openSide(before.picture, before.fromFrame, means) : undefined;
  means.shelf.tidy();
  const backdrop = await openBackdrop(picture, 0, means).catch(async (error) => {
    await outgoing?.close();
    throw error;
  });
  const front = openUpper("front", picture, means);
  const above = new Standing([...means.cards(picture), ...means.captions(scene)], compositor);
  const headFrames = before?.headFrames ?? 0;
  const close = once(async () => {
    above.close();
    front.close();
    await outgoing?.close();
    await backdrop.close();
  });
  const frame = async (index: number) => {
    compositor.resize(picture.size);
    const content = {
      picture: await backdrop.commands(index / fps),
      above: [...front.commands(index / fps), ...above.commands(index / fps)],
    };
    if (index >= headFrames) await outgoing?.close();
    if (!before || !outgoing || index >= headFrames) return compositor.render(content);
    const seen = await outgoing.commands((before.fromFrame + index) / fps);
    const stage = TRANSITIONS[before.transition];
    return compositor.render({ ...stage((index + 1) / (headFrames + 1), picture.size, content.picture, seen), above: content.above });
  };
  return { frame, close };
}

/** The style's layers of a picture. */
function openDesign(picture: PictureSpec, means: SceneMeans): Scenery {
  const design = () => styleOf(picture).layers(picture, means);
  return openScenery(means.shelf.layers(picture, design), means.shelf);
}

/** What the style sets over the user's own media, or in front of everything. */
function openUpper(part: "over" | "front", picture: PictureSpec, means: SceneMeans): Scenery {
  return openScenery(styleOf(picture)[part]?.(picture, means) ?? [], means.shelf);
}

/** What is behind captions and cards: the style's layers; and, between them, the user's own picture or clip. */
async function openBackdrop(picture: PictureSpec, fromFrame: number, means: SceneMeans): Promise<Backdrop> {
  if (picture.visual.kind === "scenery") return openDesign(picture, means);
  const area = styleOf(picture).window?.(picture);
  const shown = area ? { ...picture, size: { width: area.width, height: area.height } } : picture;
  const media = openMedia(await means.openMedia(shown, fromFrame), shown, means.shelf.compositor, area);
  const [behind, over] = [openDesign(picture, means), openUpper("over", picture, means)];
  return {
    commands: async (timeSec) => [...behind.commands(timeSec), ...(await media.commands(timeSec)), ...over.commands(timeSec)],
    close: async () => {
      behind.close();
      over.close();
      await media.close();
    },
  };
}

/** The scene before, with its cards, as it is seen giving way. */
async function openSide(picture: PictureSpec, fromFrame: number, means: SceneMeans): Promise<Backdrop> {
  const backdrop = await openBackdrop(picture, fromFrame, means);
  const cards = new Standing(means.cards(picture), means.shelf.compositor);
  const close = once(async () => {
    cards.close();
    await backdrop.close();
  });
  const commands = async (timeSec: number): Promise<DrawCommand[]> => [...(await backdrop.commands(timeSec)), ...cards.commands(timeSec)];
  return { commands, close };
}

function once(run: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= run();
    return done;
  };
}
