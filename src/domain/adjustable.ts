import type { Style } from "./job.ts";

/** The styles that can be told how to look and sound, by `custom`. */
export const ADJUSTABLE_STYLES: readonly Style[] = ["custom"];

/** Whether a style can be told how to look and sound. */
export const isAdjustable = (style: Style): boolean => ADJUSTABLE_STYLES.includes(style);
