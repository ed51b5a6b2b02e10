import type { Style } from "../domain/job.ts";

/** What a style looks like, in a sentence. */
export type StyleEntry = { name: Style; description: string };

/** Every style that films are made in. */
export const STYLES: StyleEntry[] = [
  {
    name: "cinematic",
    description: "Wide landscapes with slow parallax, warm light, large titles, captions with the spoken word coloured",
  },
];
