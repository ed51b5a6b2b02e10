import { gradientStops, mix, parseColour, type Rgb, toCss } from "../../elements/colour.ts";
import type { Colours } from "./colours.ts";

/** A star in the scene's accent, as a picture. */
export function star({ accent }: Colours): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const [angle, reach] = [(index * Math.PI) / 5 - Math.PI / 2, index % 2 === 0 ? 12.5 : 6.6];
    return `${(16 + reach * Math.cos(angle)).toFixed(2)} ${(16.6 + reach * Math.sin(angle)).toFixed(2)}`;
  });
  const stops = gradientStops([mix(accent, parseColour("#ffffff"), 0.35), accent, mix(accent, parseColour("#ff8a00"), 0.45)]);
  return `<svg xmlns="http://www.w3.org/2000/svg" data-box="3 3.5 29 28" viewBox="0 0 32 32"><linearGradient id="star" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient><path d="M${points.join("L")}Z" fill="url(#star)" stroke="url(#star)" stroke-width="3" stroke-linejoin="round" transform="rotate(12 16 16)"/></svg>`;
}

/** A sun, or by night a crescent, in the scene's accent, as a picture. */
export function heavenly({ accent }: Colours, night: boolean): string {
  const warm = mix(accent, parseColour("#ff8a00"), 0.5);
  const stops = gradientStops([mix(accent, parseColour("#ffffff"), 0.4), accent, warm]);
  const spikes = Array.from({ length: 20 }, (_, index) => {
    const [angle, reach] = [(index * Math.PI) / 10, index % 2 === 0 ? 14 : 10.8];
    return `${(16 + reach * Math.sin(angle)).toFixed(2)} ${(16 - reach * Math.cos(angle)).toFixed(2)}`;
  });
  const sun = `<path d="M${spikes.join("L")}Z" fill="${toCss(warm)}" stroke="${toCss(warm)}" stroke-width="1.6" stroke-linejoin="round"/><circle cx="16" cy="16" r="9" fill="url(#sky)"/>`;
  const moon = `<path d="M20.5 3.4A13 13 0 1 0 28.6 20.9A10.4 10.4 0 0 1 20.5 3.4Z" fill="url(#sky)" stroke="url(#sky)" stroke-width="1.2" stroke-linejoin="round"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" data-box="${night ? "3.4 3.4 28.6 29" : "1.2 1.2 30.8 30.8"}" viewBox="0 0 32 32"><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient>${night ? moon : sun}</svg>`;
}

const goldStops = ({ accent }: Colours): string =>
  gradientStops([mix(accent, parseColour("#ffffff"), 0.35), accent, mix(accent, parseColour("#ff8a00"), 0.45)]);

/** A flash in the scene's accent, as a picture. */
export function bolt(colours: Colours): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" data-box="6.6 2 26 30" viewBox="0 0 32 32"><linearGradient id="bolt" x1="0" y1="0" x2="0" y2="1">${goldStops(colours)}</linearGradient><path d="M18.5 3.5L8.5 18H15.2L12.8 29L24 13.4H16.8L20.6 3.5Z" fill="url(#bolt)" stroke="url(#bolt)" stroke-width="2.6" stroke-linejoin="round"/></svg>`;
}

/** A simple flower of six petals with the scene's accent in its middle, as a picture. */
export function rosette(colours: Colours): string {
  const petals = Array.from({ length: 6 }, (_, index) => `<circle cx="16" cy="8.4" r="5.6" transform="rotate(${index * 60} 16 16)"/>`);
  const pale = toCss(mix(colours.ground[0]!, parseColour("#ffffff"), 0.72));
  return `<svg xmlns="http://www.w3.org/2000/svg" data-box="2.8 2.8 29.2 29.2" viewBox="0 0 32 32"><linearGradient id="rosette" x1="0" y1="0" x2="0" y2="1">${goldStops(colours)}</linearGradient><g fill="${pale}">${petals.join("")}</g><circle cx="16" cy="16" r="5.4" fill="url(#rosette)"/></svg>`;
}

/** Three sparks, as a picture. */
export function spark({ accent }: Colours): string {
  const shape = (x: number, y: number, r: number, colour: Rgb): string =>
    `<path d="M${x} ${y - r}Q${x + r * 0.16} ${y - r * 0.16} ${x + r} ${y}Q${x + r * 0.16} ${y + r * 0.16} ${x} ${y + r}Q${x - r * 0.16} ${y + r * 0.16} ${x - r} ${y}Q${x - r * 0.16} ${y - r * 0.16} ${x} ${y - r}Z" fill="${toCss(colour)}"/>`;
  const light = mix(accent, parseColour("#ffffff"), 0.4);
  return `<svg xmlns="http://www.w3.org/2000/svg" data-box="3 3 29 29" viewBox="0 0 32 32">${shape(13, 17, 12, accent)}${shape(24.5, 8, 6, light)}${shape(25, 25, 4, light)}</svg>`;
}
