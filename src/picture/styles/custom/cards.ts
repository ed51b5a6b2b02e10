import { contrast, LARGE_TEXT_CONTRAST } from "../../../domain/contrast.ts";
import type { CustomStyle } from "../../../domain/custom.ts";
import type { Aspect } from "../../../domain/frame.ts";
import type { CardInk, CardLook, CardPart } from "../../card-look.ts";
import { smallCapitals } from "../../card-look.ts";
import type { CardLooks } from "../../cards.ts";
import { FONT_WEIGHTS } from "../../fonts.ts";
import type { Colours } from "./colours.ts";

type CardSettings = Required<NonNullable<CustomStyle["cards"]>>;
/** How a text fills a shape: its width, largest and smallest size, and where its middle is (its top, at the side). */
type Fit = { width: number; most: number; least: number; middle: number; top: number };

const FITS: Record<"title" | "heading" | "end", Record<Aspect, Fit>> = {
  title: {
    "16:9": { width: 0.78, most: 0.12, least: 0.06, middle: 0.4, top: 0.3 },
    "1:1": { width: 0.84, most: 0.108, least: 0.052, middle: 0.38, top: 0.26 },
    "9:16": { width: 0.86, most: 0.125, least: 0.06, middle: 0.34, top: 0.24 },
  },
  heading: {
    "16:9": { width: 0.64, most: 0.066, least: 0.042, middle: 0.15, top: 0.07 },
    "1:1": { width: 0.84, most: 0.064, least: 0.042, middle: 0.15, top: 0.29 },
    "9:16": { width: 0.86, most: 0.082, least: 0.05, middle: 0.245, top: 0.215 },
  },
  end: {
    "16:9": { width: 0.72, most: 0.095, least: 0.05, middle: 0.42, top: 0.32 },
    "1:1": { width: 0.84, most: 0.088, least: 0.046, middle: 0.4, top: 0.28 },
    "9:16": { width: 0.86, most: 0.1, least: 0.052, middle: 0.36, top: 0.26 },
  },
};
/** Where scenes' titles stand when captions have the top, and films' when captions have the middle. */
const BELOW: Record<Aspect, number> = { "16:9": 0.74, "1:1": 0.74, "9:16": 0.64 };
const ABOVE = 0.2;

const SOFT = [
  { blurEm: 0.09, dropEm: 0.04, opacity: 0.75 },
  { blurEm: 0.7, dropEm: 0.03, opacity: 0.85 },
];
const NEAR = [{ blurEm: 0.1, dropEm: 0.03, opacity: 0.6 }];

/** How far an outline reaches: the asked one, and that of letters which the land would swallow. */
const OUTLINE_EM = { outline: 0.07, needed: 0.05 };

function inkOf(look: CardSettings["look"], { letters, accent, shade, own }: Colours): CardInk {
  const swallowed = own !== undefined && contrast(letters, [...own.ground]) < LARGE_TEXT_CONTRAST;
  const shadows = { shadow: SOFT, outline: NEAR, veil: NEAR }[look];
  return {
    letters,
    rule: accent,
    shade,
    outlineEm: look === "outline" ? OUTLINE_EM.outline : swallowed ? OUTLINE_EM.needed : 0,
    shadow: shade,
    shadows,
  };
}

/** The large texts of a style as it was told. */
export function cardsOf(custom: CustomStyle, { look, align }: CardSettings, colours: Colours): CardLooks {
  const { heading = "montserrat-extrabold", case: written = "written", spacing = 0.01, size = 1 } = custom.fonts ?? {};
  const ink = inkOf(look, colours);
  const place = custom.captions?.position;
  const part = (kind: keyof typeof FITS, { width, most, least }: Fit): CardPart => ({
    style: { weight: FONT_WEIGHTS[heading], spreadEm: spacing },
    upper: written === "upper",
    bounds: { width, largest: most * size, smallest: Math.min(least, most * size), few: 2, most: kind === "title" ? 4 : 3 },
  });
  const lookOf = (kind: keyof typeof FITS, aspect: Aspect): CardLook => {
    const fit = FITS[kind][aspect];
    const aside = align === "side";
    const usual = aside ? fit.top : fit.middle;
    const middle = kind === "heading" && place === "top" ? BELOW[aspect] : kind === "title" && place === "middle" ? ABOVE : usual;
    const rest = kind === "end" ? [smallCapitals(fit.width, 0.42 * fit.most)] : [];
    return { aside, middle, ink, parts: [part(kind, fit), ...rest] };
  };
  const shapes = (kind: keyof typeof FITS): Record<Aspect, CardLook> => ({
    "16:9": lookOf(kind, "16:9"),
    "1:1": lookOf(kind, "1:1"),
    "9:16": lookOf(kind, "9:16"),
  });
  return { title: shapes("title"), heading: shapes("heading"), end: shapes("end") };
}
