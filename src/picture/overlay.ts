import type { Aspect, FrameSize } from "../domain/frame.ts";
import type { Raster } from "./layer.ts";
import type { Rasterise } from "./lettering.ts";
import type { Type } from "./text.ts";

/** What captions and cards are drawn for, and with what. */
export type OverlaySetting = { type: Type; rasterise: Rasterise; aspect: Aspect; size: FrameSize };

/** A part of a raster in its own pixels, whole numbers: columns `x` to `x + width`, and rows when `y` and `height` are given (else all). */
export type Clip = { x: number; width: number; y?: number; height?: number };

/** One raster over the picture. `x`, `y` place the raster's top left corner in output pixels (sub-pixel, even when clipped); `opacity` 0..1. */
export type OverlayItem = { raster: Raster; x: number; y: number; opacity?: number; clip?: Clip };

/**
 * What stands over a scene's picture: captions, cards. `at` answers, back to front, what is seen at a time in seconds from the
 * start of the scene; it is asked once a frame, in order. A raster is uploaded when first seen and known by identity: answer the
 * same object while it stands. It is let go once it has not been answered for a second, so an overlay need not keep it longer.
 */
export type Overlay = { at: (timeSec: number) => OverlayItem[] };
