import type { DataSource } from "../domain/data.ts";
import type { PictureSpec, ScenePicture } from "../domain/picture.ts";
import { captionOverlay } from "./captions.ts";
import { cardLetters, cardOverlay } from "./cards.ts";
import type { Overlay } from "./overlay.ts";
import type { Rasteriser } from "./raster.ts";
import { openType } from "./text.ts";

/** All that is written on the screen. `prepare` a scene before its overlays are asked for. */
export type Writing = {
  /** Opens the fonts that a scene's texts need. */
  prepare: (scene: ScenePicture) => Promise<void>;
  cards: (picture: PictureSpec) => Overlay[];
  captions: (scene: ScenePicture) => Overlay[];
};

/** Opens the type once for a thread. */
export async function openWriting(data: DataSource, rasteriser: Rasteriser): Promise<Writing> {
  const type = await openType(data);
  const rasterise = (drawing: Parameters<Rasteriser["draw"]>[0]) => rasteriser.draw(drawing).raster;
  return {
    prepare: (scene) => type.prepare(textsOf(scene)),
    cards: ({ cards, aspect, size }) => cards.map((card) => cardOverlay(card, { type, rasterise, aspect, size })),
    captions: ({ cues, captions, picture: { aspect, size } }) =>
      captions === "off" || cues.length === 0 ? [] : [captionOverlay(cues, { type, rasterise, aspect, size })],
  };
}

function textsOf({ picture, before, cues }: ScenePicture): string {
  const cards = [...picture.cards, ...(before?.picture.cards ?? [])].map(cardLetters);
  return [...cards, ...cues.flatMap((cue) => cue.lines.flat().map((word) => word.text))].join(" ");
}
