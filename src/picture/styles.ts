import { KinoraError } from "../domain/error.ts";
import { READY_STYLES, type Style } from "../domain/job.ts";
import { broadcast } from "./styles/broadcast.ts";
import { cinematic } from "./styles/cinematic.ts";
import { documentary } from "./styles/documentary.ts";
import { educational } from "./styles/educational.ts";
import { social } from "./styles/social.ts";
import type { StyleDesign } from "./styles/style.ts";

/** Every style there is. */
export const STYLE_DESIGNS: readonly StyleDesign[] = [cinematic, social, educational, broadcast, documentary];

/** What a style looks like, in a sentence. */
export type StyleEntry = { name: Style; description: string };

/** Every style that films are made in. */
export const STYLES: StyleEntry[] = STYLE_DESIGNS.filter(({ name }) => READY_STYLES.includes(name)).map(({ name, description }) => ({
  name,
  description,
}));

/** The style of that name. */
export function styleNamed(name: Style): StyleDesign {
  const style = STYLE_DESIGNS.find((design) => design.name === name);
  if (!style) throw new KinoraError("internal", `There is no style named ${name}.`);
  return style;
}
