/** A colour as sRGB channels 0..255. */
export type Rgb = readonly [number, number, number];

/** "#rrggbb" to channels. */
export function parseColour(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Channels to what SVG reads; `alpha` 0..1. */
export function toCss(colour: Rgb, alpha = 1): string {
  const [red, green, blue] = colour.map((channel) => Math.round(clamp(channel, 0, 255)));
  return alpha >= 1 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha.toFixed(3)})`;
}

export const clamp = (value: number, low: number, high: number): number => (value < low ? low : Math.min(value, high));

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const part = clamp((value - from) / (to - from), 0, 1);
  return part * part * (3 - 2 * part);
}

export const lerp = (from: number, to: number, part: number): number => from + (to - from) * part;

const toLinear = (channel: number): number => {
  const value = clamp(channel, 0, 255) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const toGamma = (value: number): number => 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);

/** A colour in OKLab: lightness 0..1, and two axes of hue. */
export type Lab = [number, number, number];

export function toOklab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function fromOklab([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toGamma(Math.max(0, 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
    toGamma(Math.max(0, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
    toGamma(Math.max(0, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)),
  ];
}

/** Between two colours, evenly to the eye (Björn Ottosson, "A perceptual color space for image processing", OKLab). */
export function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const [start, end] = [toOklab(from), toOklab(to)];
  return fromOklab([lerp(start[0], end[0], part), lerp(start[1], end[1], part), lerp(start[2], end[2], part)]);
}

/** A surface under a coloured light. */
export const multiply = (surface: Rgb, light: Rgb): Rgb => [
  (surface[0] * light[0]) / 255,
  (surface[1] * light[1]) / 255,
  (surface[2] * light[2]) / 255,
];

/** A list of colours spread evenly over 0..1, made into a table of `steps` colours to be looked up fast. */
export function buildRamp(colours: Rgb[], steps = 256): Rgb[] {
  return Array.from({ length: steps }, (_, step) => {
    const place = (step / (steps - 1)) * (colours.length - 1);
    const index = Math.min(colours.length - 2, Math.floor(place));
    return mix(colours[index]!, colours[index + 1]!, place - index);
  });
}

/** The colour of a ramp at 0..1. */
export const atRamp = (ramp: Rgb[], part: number): Rgb => ramp[Math.round(clamp(part, 0, 1) * (ramp.length - 1))]!;

/** SVG gradient stops that follow a list of colours evenly to the eye. `alphas` are spread like the colours. */
export function gradientStops(colours: Rgb[], alphas: number[] = [1], steps = 12): string {
  const ramp = buildRamp(colours, steps + 1);
  return ramp
    .map((colour, step) => {
      const place = (step / steps) * (alphas.length - 1);
      const index = Math.min(Math.max(0, alphas.length - 2), Math.floor(place));
      const alpha = lerp(alphas[index]!, alphas[index + 1] ?? alphas[index]!, place - index);
      return `<stop offset="${(step / steps).toFixed(4)}" stop-color="${toCss(colour)}" stop-opacity="${alpha.toFixed(3)}"/>`;
    })
    .join("");
}
