import type { Aspect, FrameSize } from "../domain/frame.ts";
import type { Random } from "../domain/seed.ts";
import type { Palette, Subject } from "../domain/storyboard.ts";
import type { Light } from "./palettes.ts";

/** Pixels, premultiplied RGBA, 8 bits a channel, rows top to bottom without padding. */
export type Raster = { width: number; height: number; pixels: Uint8Array };

/** An SVG document to be rasterised once: `width` x `height` are its size in output pixels, `scale` how finely it is rasterised (soft layers need 0.25 to 0.5). */
export type Drawing = {
  svg: string;
  width: number;
  height: number;
  scale?: number;
  /** Pixels painted already, shown in place of the SVG without being rasterised: a quarter as wide and high (rounded up) as shown is quickest for what is soft; a half and an eighth are quick too. */
  bitmap?: Raster;
};

/** A rectangle of the frame, in output pixels. */
export type Area = { x: number; y: number; width: number; height: number };

/** Where something is at a moment, in output pixels (sub-pixel); `scale` about its top left corner, `opacity` 0..1; seen only `within` an area. */
export type Placement = { x: number; y: number; opacity?: number; scale?: number; within?: Area };

/** One picture that moves as a whole: a sky, a ridge, a cloud bank. Larger than the frame by as much as it moves. */
export type ImageLayer = {
  kind: "image";
  name: string;
  drawing: Drawing;
  /** True when every pixel that the frame can show is opaque. */
  opaque?: boolean;
  at: (timeSec: number) => Placement;
};

/** Many small pictures that move on their own: glitter, birds, stars, windows. */
export type SpriteLayer = {
  kind: "sprites";
  name: string;
  drawings: Drawing[];
  at: (timeSec: number) => (Placement & { sprite: number })[];
};

export type Layer = ImageLayer | SpriteLayer;

/** What a setting is asked to draw. Everything random comes from `random`; `time` runs in seconds from the start of the scene. */
export type SceneryBrief = {
  palette: Palette;
  /** The light itself, where it is not one of the palette's own. */
  light?: Light;
  aspect: Aspect;
  size: FrameSize;
  random: Random;
  durationSec: number;
  subjects: Subject[];
  /** The SVG source of a built-in subject picture, or undefined when there is none of that name. */
  subjectSvg: (picture: string) => string | undefined;
};

/** A setting: from a brief to layers, back to front. Pure. */
export type SettingDesign = (brief: SceneryBrief) => Layer[];
