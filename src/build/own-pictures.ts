const gradient = (id: string, across: boolean, ...stops: [number, string][]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${across ? 1 : 0}" y2="${across ? 0 : 1}">${stops
    .map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`)
    .join("")}</linearGradient>`;

const BANDS = [0, 1, 2, 3, 4];
const towerHalf = (part: number): number => 4.6 - 1.9 * part;

/** One band of the tower, `index` from its foot. */
function band(index: number): string {
  const [low, high] = [27 - 3.4 * index, 27 - 3.4 * (index + 1)];
  const [wide, slim] = [towerHalf(index / 5), towerHalf((index + 1) / 5)];
  return `<path d="M${16 - wide} ${low}L${16 - slim} ${high}H${16 + slim}L${16 + wide} ${low}Z" fill="url(#${index % 2 ? "red" : "white"})"/>`;
}

const lighthouse = `<defs>${gradient("white", true, [0, "#d8d2dc"], [0.3, "#ffffff"], [0.7, "#f3eef4"], [1, "#b9b1c6"])}${gradient("red", true, [0, "#b8303c"], [0.3, "#f2545a"], [0.7, "#e0404e"], [1, "#98233f"])}${gradient("rock", false, [0, "#9a8f8c"], [1, "#635a63"])}${gradient("lamp", false, [0, "#fff6c8"], [1, "#ffc94a"])}${gradient("iron", true, [0, "#4a4658"], [0.4, "#77738a"], [1, "#35313f"])}</defs><path d="M5 30.2Q5.6 26.6 9 26Q16 24.8 23 26Q26.6 26.6 27 30.2Q16 31.6 5 30.2Z" fill="url(#rock)"/>${BANDS.map(band).join("")}<rect x="14.7" y="22.6" width="2.6" height="4.1" rx="1.3" fill="#4a3f55"/><rect x="15.2" y="14.4" width="1.6" height="2.2" rx=".8" fill="#4a3f55"/><rect x="12" y="9.1" width="8" height="1.2" rx=".5" fill="url(#iron)"/><rect x="13.5" y="5.6" width="5" height="3.6" fill="url(#lamp)"/><path d="M13.5 5.6V9.2M15.2 5.6V9.2M16.8 5.6V9.2M18.5 5.6V9.2" stroke="#4a4658" stroke-width=".4"/><path d="M12.2 9.2V7.6H19.8V9.2" fill="none" stroke="#5c586c" stroke-width=".4"/><path d="M12.6 5.8Q13.4 3 16 2.6Q18.6 3 19.4 5.8Z" fill="url(#red)"/><rect x="15.7" y="1" width=".6" height="1.8" rx=".3" fill="url(#iron)"/>`;

/** One coffee bean about a point, turned by so many degrees. */
const bean = (x: number, y: number, turn: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse rx="4.9" ry="6.7" fill="url(#roast)"/><path d="M.4 -6.2Q-2 -2.6 0 0Q2 2.6 -.4 6.2" fill="none" stroke="#3a1d12" stroke-width="1.1" stroke-linecap="round"/><path d="M-3.2 -2.9Q-3.6 -.6 -3 1.6" fill="none" stroke="#c98a5e" stroke-width=".8" stroke-linecap="round" opacity=".8"/></g>`;

const coffeeBeans = `<defs>${gradient("roast", true, [0, "#9a5a34"], [0.5, "#7a4023"], [1, "#55281a"])}</defs>${bean(9.6, 11, -28)}${bean(22.2, 10.2, 24)}${bean(15.8, 22.6, 78)}`;

/** Drawings of our own, in a square of 32, for things that many films name and the set of pictures lacks. */
export const OWN_PICTURES: Record<string, string> = { "coffee-beans": coffeeBeans, lighthouse };
