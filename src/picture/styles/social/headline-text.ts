import type { PictureSpec } from "../../../domain/picture.ts";

/** What stands large over a scene: its own title, or the film's. */
export const headlineOf = ({ facts }: PictureSpec): string => facts?.heading ?? facts?.title ?? "";
