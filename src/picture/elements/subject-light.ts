import type { Hour } from "../palettes.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import type { Stage } from "./stage.ts";

/** How bright and how colourful a pictured thing is left in each light. */
const DIMMED: Record<Hour, { bright: number; colourful: number; tint: number; shade: number; rim: number }> = {
  dawn: { bright: 0.9, colourful: 0.82, tint: 0.36, shade: 0.42, rim: 0.5 },
  day: { bright: 1, colourful: 0.94, tint: 0.12, shade: 0.26, rim: 0.3 },
  sunset: { bright: 0.8, colourful: 0.78, tint: 0.42, shade: 0.5, rim: 0.62 },
  night: { bright: 0.62, colourful: 0.62, tint: 0.58, shade: 0.45, rim: 0.42 },
};

/** How much of what a light mutes is muted in a pictured thing too. */
const MUTED = 0.7;

const LUMA = [0.2126, 0.7152, 0.0722] as const;

/** Colours paled, dimmed and tinted by the light: the rows of a colour matrix. */
function matrixOf(stage: Stage, gentle: boolean): string {
  const { light } = stage;
  const { bright, colourful, tint } = DIMMED[light.palette];
  const share = gentle ? 0.4 : 1;
  const colour = mix(parseColour("#ffffff"), mix(light.lit, light.shade, 0.2), tint * share);
  const level = 1 - (1 - bright) * share;
  const kept = (1 - (1 - colourful) * share) * (1 - MUTED * share * (light.muted ?? 0));
  return [0, 1, 2]
    .map((row) => {
      const scale = (colour[row]! / 255) * level;
      return `${LUMA.map((part, column) => (scale * (part * (1 - kept) + (row === column ? kept : 0))).toFixed(3)).join(" ")} 0 0`;
    })
    .join(" ");
}

/**
 * An SVG filter that puts a picture of `size` pixels into the light of the scene: its colours paled and tinted, a soft shade on the
 * side away from the light, a thin bright edge towards it. `side` is -1 when the light comes from the left, 1 from the right; `gentle`
 * things are shown for themselves and keep most of their colours.
 */
export function subjectLight(stage: Stage, id: string, size: number, side: number, gentle: boolean): string {
  const { light } = stage;
  const { shade, rim } = DIMMED[light.palette];
  const dark = mix(light.silhouette, light.shade, 0.25);
  const bright = mix(light.glow, parseColour("#ffffff"), 0.25);
  const strip = (name: string, dx: number, dy: number, blur: number, colour: string, opacity: number): string =>
    `<feOffset in="SourceAlpha" dx="${(dx * size).toFixed(2)}" dy="${(dy * size).toFixed(2)}" result="${name}o"/><feComposite in="SourceAlpha" in2="${name}o" operator="out" result="${name}s"/><feGaussianBlur in="${name}s" stdDeviation="${(blur * size).toFixed(2)}" result="${name}b"/><feFlood flood-color="${colour}" flood-opacity="${opacity.toFixed(2)}"/><feComposite in2="${name}b" operator="in"/><feComposite in2="SourceAlpha" operator="in" result="${name}"/>`;
  const share = gentle ? 0.4 : 1;
  const away = strip("a", 0.16 * side, -0.13, 0.07, toCss(dark), shade * share);
  const towards = strip("t", -0.014 * side, 0.016, 0.006, toCss(bright), rim * share);
  return `<filter id="${id}" color-interpolation-filters="sRGB" x="-5%" y="-5%" width="110%" height="110%"><feColorMatrix values="${matrixOf(stage, gentle)} 0 0 0 1 0" result="c"/>${away}${towards}<feMerge><feMergeNode in="c"/><feMergeNode in="a"/><feMergeNode in="t"/></feMerge></filter>`;
}
