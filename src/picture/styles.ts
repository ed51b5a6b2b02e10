import { type Captions, chooseCaptions, type SetCaptions } from "../domain/caption-look.ts";
import { CUSTOM_FIELDS, type CustomStyle } from "../domain/custom.ts";
import { KinoraError } from "../domain/error.ts";
import { READY_STYLES, type Style } from "../domain/job.ts";
import { CAPTION_LOOKS } from "./caption-looks.ts";
import { broadcast } from "./styles/broadcast.ts";
import { cinematic } from "./styles/cinematic.ts";
import { custom } from "./styles/custom.ts";
import { documentary } from "./styles/documentary.ts";
import { educational } from "./styles/educational.ts";
import { social } from "./styles/social.ts";
import type { StyleDesign } from "./styles/style.ts";

/** Every style there is. */
export const STYLE_DESIGNS: readonly StyleDesign[] = [cinematic, social, educational, broadcast, documentary, custom];

/** What a style looks like, in a sentence; and what it can be told. */
export type StyleEntry = { name: Style; description: string; fields?: { name: string; description: string }[] };

/** Every style that films are made in. */
export const STYLES: StyleEntry[] = STYLE_DESIGNS.filter(({ name }) => READY_STYLES.includes(name)).map(
  ({ name, description, adjusted }) => ({
    name,
    description,
    ...(adjusted && { fields: CUSTOM_FIELDS }),
  }),
);

/** The style of that name. */
export function styleNamed(name: Style): StyleDesign {
  const style = STYLE_DESIGNS.find((design) => design.name === name);
  if (!style) throw new KinoraError("internal", `There is no style named ${name}.`);
  return style;
}

/** The style that a request or a picture is made in, as it was told to be. */
export function styleOf({ style, custom }: { style: Style; custom?: CustomStyle }): StyleDesign {
  const design = styleNamed(style);
  return custom && design.adjusted ? design.adjusted(custom) : design;
}

/** The captions that a request gets in a style; what the style marks words with, only where the look marks any. */
export function captionsIn({ captions, captionSettings }: StyleDesign, asked: Captions): SetCaptions {
  const chosen = chooseCaptions(asked, captions, captionSettings);
  if (typeof chosen === "string" || CAPTION_LOOKS[chosen.look].highlights !== "none") return chosen;
  if (typeof asked === "object" && asked.highlight) return chosen;
  const { highlight: _, ...unmarked } = chosen;
  return unmarked;
}
