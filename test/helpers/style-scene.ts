import { type Aspect, frameSize } from "../../src/domain/frame.ts";
import type { Card, PictureSpec, SceneFacts } from "../../src/domain/picture.ts";
import type { Visual } from "../../src/domain/storyboard.ts";
import { cardLetters, cardOverlay } from "../../src/picture/cards.ts";
import { openCompositor } from "../../src/picture/compositor/compositor.ts";
import { openRasteriser } from "../../src/picture/raster.ts";
import { openScene } from "../../src/picture/scene.ts";
import { Shelf } from "../../src/picture/shelf.ts";
import type { StyleDesign, StyleMeans } from "../../src/picture/styles/style.ts";
import { openSubjectPictures } from "../../src/picture/subject-pictures.ts";
import { openType } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "./sources.ts";

/** A scene as a style is asked for it, 480 lines high, without cards unless given. */
export function pictureIn(style: StyleDesign, aspect: Aspect, facts: SceneFacts, cards: Card[] = []): PictureSpec {
  const known = { ...facts, ...(cards.length > 0 && { cards }) };
  const told = Object.fromEntries(Object.entries(known).filter(([name]) => style.wants.some((wanted) => wanted === name)));
  const visual: Visual = {
    kind: "scenery",
    setting: "ocean",
    palette: "day",
    seed: 7,
    subjects: [{ word: "whale", picture: "spouting-whale" }],
    composition: 0,
  };
  return { visual, style: style.name, aspect, size: frameSize(aspect, "480p"), durationSec: 5, cards, facts: told, language: "en" };
}

/** What draws a style's layers and whole frames, from the packed data. */
export async function openStyleStudio() {
  const data = openDataFolder(`${ROOT}/dist/data`);
  const rasteriser = await openRasteriser(await data("resvg.wasm"));
  const shelf = new Shelf(await openCompositor(await data("compositor.wasm")), rasteriser);
  const type = await openType(data);
  const means: StyleMeans = { subjectSvg: openSubjectPictures(await data("subjects.bin")), type };
  const prepare = (style: StyleDesign, picture: PictureSpec): Promise<void> =>
    type.prepare([style.letters?.(picture) ?? "", ...picture.cards.map(cardLetters)].join(" "), picture.language);
  /** The luma of frames 1 to `count`, `fps` a second. */
  const luma = async (style: StyleDesign, picture: PictureSpec, count: number, fps: number): Promise<Uint8Array[]> => {
    await prepare(style, picture);
    const { aspect, size } = picture;
    const setting = { type, rasterise: (drawing: { svg: string; width: number; height: number }) => rasteriser.draw(drawing).raster };
    const cards = (of: PictureSpec) =>
      of.cards.map((card) => cardOverlay(card, { ...setting, aspect, size, language: "en", looks: style.cards }));
    const scene = await openScene(
      { picture, cues: [], captions: "off", fps, frames: count + 1 },
      { ...means, shelf, openMedia: () => Promise.reject(new Error("no media")), cards, captions: () => [] },
    );
    const frames: Uint8Array[] = [];
    for (let index = 0; index < count; index++) frames.push((await scene.frame(index)).slice(0, size.width * size.height));
    await scene.close();
    return frames;
  };
  return { means, prepare, luma };
}

/** Mean difference of two lumas, in steps of 256. */
export function lumaChange(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.abs(one[at]! - other[at]!);
  return sum / one.length;
}
