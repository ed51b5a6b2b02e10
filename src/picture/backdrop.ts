import type { PictureSpec } from "../domain/picture.ts";
import { zoomPlacement } from "./camera.ts";
import type { Compositor, DrawCommand } from "./compositor/compositor.ts";
import type { Area, Layer, Raster } from "./layer.ts";
import type { Shelf } from "./shelf.ts";

/**
 * The user's own media, decoded. A picture is one opaque raster that covers the size asked for at the largest zoom. A clip gives opaque
 * frames of that size (RGBA) one after the other, at the film's rate, and undefined once it is over; the last one then stands.
 */
export type Media =
  | { kind: "picture"; raster: Raster }
  | { kind: "clip"; next: () => Promise<Uint8Array | undefined>; close: () => void | Promise<void> };

/** What is behind captions and cards. `commands` is asked once a frame, in order, with the time from the start of the scene in seconds. */
export type Backdrop = { commands: (timeSec: number) => DrawCommand[] | Promise<DrawCommand[]>; close: () => void | Promise<void> };

/** Drawn layers: a backdrop that answers and closes at once. */
export type Scenery = { commands: (timeSec: number) => DrawCommand[]; close: () => void };

/** Layers, rasterised once. */
export function openScenery(layers: Layer[], shelf: Shelf): Scenery {
  const drawings = layers.flatMap((layer) => (layer.kind === "image" ? [layer.drawing] : layer.drawings));
  const stored = new Map(drawings.map((drawing) => [drawing, shelf.take(drawing)]));
  const layerCommands = (layer: Layer, timeSec: number): DrawCommand[] => {
    if (layer.kind === "image") return [{ picture: stored.get(layer.drawing)!, ...layer.at(timeSec) }];
    return layer.at(timeSec).map(({ sprite, ...place }) => ({ picture: stored.get(layer.drawings[sprite]!)!, ...place }));
  };
  return {
    commands: (timeSec) => layers.flatMap((layer) => layerCommands(layer, timeSec)),
    close: () => {
      for (const drawing of stored.keys()) shelf.release(drawing);
      stored.clear();
    },
  };
}

/** The user's own picture or clip, as large as `picture.size`, at the frame's corner or in an area of that size. */
export function openMedia(media: Media, picture: PictureSpec, compositor: Compositor, area?: Area): Backdrop {
  const open = media.kind === "picture" ? openStill(media.raster, picture, compositor) : openClip(media, picture, compositor);
  if (!area) return open;
  const inArea = (command: DrawCommand): DrawCommand => ({ ...command, x: command.x + area.x, y: command.y + area.y, within: area });
  return { ...open, commands: async (timeSec) => (await open.commands(timeSec)).map(inArea) };
}

function openStill(raster: Raster, picture: PictureSpec, compositor: Compositor): Backdrop {
  const stored = compositor.upload(raster, { edge: "repeat" });
  const { width, height } = raster;
  const zoom = picture.visual.kind === "picture" ? picture.visual.zoom : ([1, 1] as const);
  return {
    commands: (timeSec) => [{ picture: stored, ...zoomPlacement({ width, height }, picture.size, zoom, timeSec / picture.durationSec) }],
    close: () => compositor.free(stored),
  };
}

function openClip(media: Media & { kind: "clip" }, picture: PictureSpec, compositor: Compositor): Backdrop {
  const { width, height } = picture.size;
  const stored = compositor.upload({ width, height, pixels: new Uint8Array(width * height * 4).fill(255) });
  return {
    commands: async () => {
      const pixels = await media.next();
      if (pixels) compositor.replace(stored, pixels);
      return [{ picture: stored, x: 0, y: 0 }];
    },
    close: async () => {
      compositor.free(stored);
      await media.close();
    },
  };
}
