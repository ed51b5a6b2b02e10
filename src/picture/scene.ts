import type { PictureSpec, ScenePicture } from "../domain/picture.ts";
import { type Backdrop, type Media, openMedia, openScenery } from "./backdrop.ts";
import { smoothstep } from "./camera.ts";
import type { DrawCommand } from "./compositor/compositor.ts";
import type { Overlay } from "./overlay.ts";
import { designScene } from "./settings.ts";
import type { Shelf } from "./shelf.ts";
import { Standing } from "./standing.ts";

/** What a scene is drawn with. */
export type SceneMeans = {
  /** The thread's compositor and rasteriser; its memory is used again from scene to scene. */
  shelf: Shelf;
  /** The SVG of a built-in subject picture. */
  subjectSvg: (picture: string) => string | undefined;
  /** Opens the user's own picture or clip, a clip `fromFrame` frames after where its scene begins in it. */
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
  const above = new Standing([...means.cards(picture), ...means.captions(scene)], compositor);
  const headFrames = before?.headFrames ?? 0;
  const close = once(async () => {
    above.close();
    await outgoing?.close();
    await backdrop.close();
  });
  const frame = async (index: number) => {
    compositor.resize(picture.size);
    const content = { picture: await backdrop.commands(index / fps), above: above.commands(index / fps) };
    if (index >= headFrames) await outgoing?.close();
    if (!before || !outgoing || index >= headFrames) return compositor.render(content);
    const seen = await outgoing.commands((before.fromFrame + index) / fps);
    return compositor.render({ ...content, before: seen, share: smoothstep((index + 1) / (headFrames + 1)) });
  };
  return { frame, close };
}

async function openBackdrop(picture: PictureSpec, fromFrame: number, means: SceneMeans): Promise<Backdrop> {
  const { shelf, subjectSvg } = means;
  if (picture.visual.kind === "scenery") {
    return openScenery(
      shelf.layers(picture, () => designScene(picture, subjectSvg)),
      shelf,
    );
  }
  return openMedia(await means.openMedia(picture, fromFrame), picture, shelf.compositor);
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
