import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, multiply, parseColour, type Rgb, toCss } from "./colour.ts";
import { type Box, breathe, drawLayer, type Stage, swing, together } from "./stage.ts";

const LAMPLIGHT = parseColour("#ffd3a0");

/** A thing's colour in a room: by the light of the window, and the more by lamplight the darker it is outside. */
export function roomTone(stage: Stage, colour: Rgb): Rgb {
  const { light } = stage;
  const [lamp, dim] = { day: [0.25, 0.04], dawn: [0.4, 0.16], sunset: [0.5, 0.26], night: [0.72, 0.42] }[light.palette] as [number, number];
  return mix(
    mix(surface(light, colour, 1, 0.55), multiply(colour, LAMPLIGHT), lamp),
    mix(light.silhouette, parseColour("#2a1a1e"), 0.5),
    dim,
  );
}

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;

/** The wall around a window, with its skirting and a floor of boards below `floorY`. */
export function wallLayer(stage: Stage, hole: Box, floorY: number, wall: Rgb, lamp: { x: number; y: number }, depth: number): ImageLayer {
  const { unit, width, height, light } = stage;
  const box = stage.span(depth, 0, height);
  const [left, right] = [box.x - 2, box.x + box.width + 2];
  const base = roomTone(stage, wall);
  const power = 0.2 + 0.5 * Math.max(0.2, light.lamps);
  const hollow = `M${left},-4H${right}V${floorY}H${left}ZM${hole.x},${hole.y}V${hole.y + hole.height}H${hole.x + hole.width}V${hole.y}Z`;
  const paint = `<linearGradient id="w" x1="0" x2="0" y1="0" y2="1">${gradientStops([mix(base, light.silhouette, 0.24), base, mix(base, LAMPLIGHT, 0.08)])}</linearGradient>`;
  const pool = `<radialGradient id="l" gradientUnits="userSpaceOnUse" cx="${lamp.x.toFixed(0)}" cy="${lamp.y.toFixed(0)}" r="${(0.75 * unit).toFixed(0)}">${gradientStops([parseColour("#ffe9c4"), parseColour("#ffc27a")], [power, power * 0.45, power * 0.12, 0])}</radialGradient>`;
  const boards = roomTone(stage, parseColour("#9a6a44"));
  const floor = `<linearGradient id="f" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${floorY.toFixed(0)}" y2="${height}">${gradientStops([mix(boards, light.silhouette, 0.12), boards, mix(boards, light.silhouette, 0.5)])}</linearGradient>`;
  let seams = "";
  for (let index = -14; index <= 14; index++) {
    const x = width / 2 + index * 0.11 * unit;
    seams += `M${x.toFixed(1)},${floorY}L${(width / 2 + (x - width / 2) * 2.3).toFixed(1)},${height + 2}`;
  }
  const skirting = mix(roomTone(stage, parseColour("#f2e8da")), base, 0.25);
  const body = `<defs>${paint}${pool}${floor}</defs><path d="${hollow}" fill="url(#w)"/><path d="${hollow}" fill="url(#l)"/>${rect(left, floorY, right - left, height - floorY + 4, "url(#f)")}<path d="${seams}" stroke="${toCss(mix(boards, light.silhouette, 0.6), 0.5)}" stroke-width="${(0.0028 * unit).toFixed(2)}" fill="none"/>${rect(left, floorY - 0.035 * unit, right - left, 0.035 * unit, toCss(skirting))}${rect(left, floorY - 0.004 * unit, right - left, 0.006 * unit, toCss(mix(base, light.silhouette, 0.5), 0.6))}`;
  return drawLayer("wall", box, body, stage.pan(depth));
}

/** The frame of a window with its bars and sill; `bars` across and down. */
export function windowFrame(stage: Stage, hole: Box, bars: readonly [number, number], depth: number): ImageLayer {
  const { unit, light } = stage;
  const wood = roomTone(stage, parseColour("#f4ecdf"));
  const [dark, bright] = [toCss(mix(wood, light.silhouette, 0.34)), toCss(mix(wood, light.glow, 0.3))];
  const fill = toCss(wood);
  const thick = 0.026 * unit;
  const { x, y, width, height } = hole;
  let body = `${rect(x - thick, y - thick, width + 2 * thick, thick, fill)}${rect(x - thick, y - thick, thick, height + thick, fill)}${rect(x + width, y - thick, thick, height + thick, fill)}${rect(x, y, width, 0.006 * unit, dark)}${rect(x, y, 0.006 * unit, height, dark)}`;
  for (let bar = 1; bar < bars[0]; bar++)
    body +=
      rect(x + (width * bar) / bars[0] - thick * 0.35, y, thick * 0.7, height, fill) +
      rect(x + (width * bar) / bars[0] + thick * 0.22, y, thick * 0.13, height, dark);
  for (let bar = 1; bar < bars[1]; bar++)
    body +=
      rect(x, y + (height * bar) / bars[1] - thick * 0.3, width, thick * 0.6, fill) +
      rect(x, y + (height * bar) / bars[1] + thick * 0.2, width, thick * 0.12, dark);
  body += `${rect(x - 2.4 * thick, y + height, width + 4.8 * thick, thick * 1.3, fill)}${rect(x - 2.4 * thick, y + height, width + 4.8 * thick, thick * 0.25, bright)}${rect(x - 2.2 * thick, y + height + thick * 1.3, width + 4.4 * thick, thick * 0.5, dark)}`;
  return drawLayer(
    "window frame",
    { x: x - 2.5 * thick, y: y - 1.1 * thick, width: width + 5 * thick, height: height + 3 * thick },
    body,
    stage.pan(depth),
  );
}

/** A curtain that hangs beside a window and stirs in the draught; `side` -1 hangs at the left. */
export function curtain(stage: Stage, hole: Box, side: number, cloth: Rgb, floorY: number, depth: number): ImageLayer {
  const { unit, light } = stage;
  const tone = roomTone(stage, cloth);
  const wide = 0.15 * unit;
  const top = hole.y - 0.06 * unit;
  const foot = Math.min(floorY - 0.01 * unit, hole.y + hole.height + 0.22 * unit);
  const outer = side < 0 ? hole.x - 0.06 * unit : hole.x + hole.width + 0.06 * unit;
  const folds = 5;
  let body = "";
  for (let fold = 0; fold < folds; fold++) {
    const [from, to] = [outer - side * wide * (fold / folds), outer - side * wide * ((fold + 1) / folds)];
    const flare = 1 + 0.16 * fold;
    const [low, lower] = [
      outer - side * wide * (fold / folds) * flare * 1.12,
      outer - side * wide * ((fold + 1) / folds) * (flare + 0.16) * 1.12,
    ];
    const tie = top + 0.62 * (foot - top);
    body += `<path d="M${from.toFixed(1)},${top.toFixed(1)}C${from.toFixed(1)},${tie.toFixed(1)} ${(from - side * 0.01 * unit).toFixed(1)},${tie.toFixed(1)} ${low.toFixed(1)},${foot.toFixed(1)}Q${((low + lower) / 2).toFixed(1)},${(foot + 0.014 * unit).toFixed(1)} ${lower.toFixed(1)},${foot.toFixed(1)}C${(to - side * 0.01 * unit).toFixed(1)},${tie.toFixed(1)} ${to.toFixed(1)},${tie.toFixed(1)} ${to.toFixed(1)},${top.toFixed(1)}Z" fill="url(#c)"/>`;
  }
  const fill = `<linearGradient id="c" ${side < 0 ? "" : 'x1="1" x2="0"'}>${gradientStops([mix(tone, light.silhouette, 0.34), tone, mix(tone, light.glow, light.moon ? 0.12 : 0.36), tone], [0.97])}</linearGradient>`;
  const rod = toCss(mix(roomTone(stage, parseColour("#6a4a34")), light.silhouette, 0.2));
  const rail = rect(
    side < 0 ? outer - 0.03 * unit : outer - 0.5 * hole.width - 0.09 * unit,
    top - 0.014 * unit,
    0.5 * hole.width + 0.12 * unit,
    0.014 * unit,
    rod,
  );
  const reach = wide * 2.1;
  const box = {
    x: Math.min(outer - side * reach, outer - 0.04 * unit, side < 0 ? outer : outer - 0.5 * hole.width - 0.1 * unit),
    y: top - 0.03 * unit,
    width: Math.max(reach, 0.5 * hole.width) + 0.16 * unit,
    height: foot - top + 0.06 * unit,
  };
  return drawLayer(
    `curtain ${side}`,
    box,
    `<defs>${fill}</defs>${body}${rail}`,
    together(stage.pan(depth), swing(0.004 * unit, 0, 4.7, side)),
  );
}

/** What falls through a window upon wall and floor: a slanting sheet of light that breathes. */
export function windowBeam(stage: Stage, hole: Box, floorY: number, side: number): ImageLayer {
  const { unit, light, height } = stage;
  const strength = light.moon ? 0.2 : light.muted ? 0.24 : 0.4;
  const lean = side * 0.42 * unit;
  const low = Math.min(height, floorY + 0.3 * unit);
  const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  const panes = [0.03, 0.53].map((part) => {
    const [from, to] = [hole.x + hole.width * part, hole.x + hole.width * (part + 0.44)];
    return `M${at(from, hole.y + 0.86 * hole.height)}L${at(to, hole.y + 0.86 * hole.height)}L${at(to + lean + 0.05 * unit, low)}L${at(from + lean - 0.02 * unit, low)}Z`;
  });
  const fade = gradientStops([mix(light.glow, parseColour("#ffffff"), 0.2), light.glow], [0, strength * 0.5, strength, strength * 0.5, 0]);
  const body = `<defs><linearGradient id="b" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(hole.y + 0.86 * hole.height).toFixed(0)}" y2="${low.toFixed(0)}">${fade}</linearGradient></defs><path d="${panes.join("")}" fill="url(#b)"/>`;
  const left = Math.min(hole.x, hole.x + lean) - 0.06 * unit;
  const box = { x: left, y: hole.y, width: hole.width + Math.abs(lean) + 0.16 * unit, height: low - hole.y };
  return drawLayer("glow", box, body, together(stage.pan(0.5), breathe(0.62, 1, 5.9)), { scale: 0.25 });
}

/** A floor lamp with a cloth shade, its foot at `y`, `size` pixels tall: SVG in the room's light. */
export function floorLampSvg(stage: Stage, x: number, y: number, size: number): string {
  const metal = toCss(mix(roomTone(stage, parseColour("#5a4636")), stage.light.silhouette, 0.3));
  const on = stage.light.lamps > 0.2;
  const shade = on
    ? gradientStops([parseColour("#ffedc6"), parseColour("#ffcf86"), parseColour("#f0a75a")])
    : gradientStops([roomTone(stage, parseColour("#f4e6cc")), roomTone(stage, parseColour("#dcc6a0"))]);
  return `<defs><linearGradient id="shade" x1="0" x2="0" y1="1" y2="0">${shade}</linearGradient></defs><g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(2)})"><path d="M-.13,0Q0,-.05 .13,0ZM-.012,-.02H.012V-.8H-.012Z" fill="${metal}"/><path d="M-.1,-1H.1L.19,-.76Q0,-.73 -.19,-.76Z" fill="url(#shade)"/></g>`;
}

/** The light about a lamp, which breathes. */
export function lampGlow(stage: Stage, x: number, y: number, radius: number, depth: number): ImageLayer {
  const power = 0.18 + 0.5 * Math.max(0.15, stage.light.lamps);
  const stops = gradientStops([parseColour("#fff0cc"), parseColour("#ffb968")], [power, power * 0.5, power * 0.2, power * 0.06, 0]);
  const body = `<defs><radialGradient id="g">${stops}</radialGradient></defs><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="url(#g)"/>`;
  return drawLayer(
    "glow",
    { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    body,
    together(stage.pan(depth), breathe(0.72, 1, 3.1)),
    { scale: 0.125 },
  );
}

/** An armchair seen from the front and a little aside, `size` pixels wide, standing on `y`: SVG. */
export function armchairSvg(stage: Stage, x: number, y: number, size: number, cloth: Rgb): string {
  const tone = roomTone(stage, cloth);
  const { light } = stage;
  const [dark, bright] = [toCss(mix(tone, light.silhouette, 0.34)), toCss(mix(tone, LAMPLIGHT, 0.2))];
  const fill = `<linearGradient id="seat" x1="0" x2="0" y1="0" y2="1">${gradientStops([mix(tone, LAMPLIGHT, 0.16), tone, mix(tone, light.silhouette, 0.3)])}</linearGradient>`;
  const cushion = toCss(roomTone(stage, parseColour("#e8c27a")));
  return `<defs>${fill}</defs><g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(2)})"><ellipse cy=".01" rx=".56" ry=".045" fill="#000" fill-opacity=".32"/><path d="M-.4,-.1L-.43,.01H-.37L-.33,-.1ZM.4,-.1L.43,.01H.37L.33,-.1Z" fill="${toCss(roomTone(stage, parseColour("#5a3a28")))}"/><path d="M-.38,-.3Q-.42,-.92 -.28,-.98Q0,-1.06 .28,-.98Q.42,-.92 .38,-.3Z" fill="url(#seat)"/><path d="M-.28,-.4Q-.3,-.84 -.2,-.88Q0,-.93 .2,-.88Q.3,-.84 .28,-.4Z" fill="${bright}" fill-opacity=".35"/><path d="M-.34,-.08V-.36Q0,-.44 .34,-.36V-.08Z" fill="${dark}"/><path d="M-.34,-.3Q-.34,-.41 0,-.42T.34,-.3Q.34,-.22 0,-.22T-.34,-.3Z" fill="url(#seat)"/><path d="M-.5,-.08V-.44Q-.5,-.56 -.41,-.56T-.31,-.44V-.08ZM.5,-.08V-.44Q.5,-.56 .41,-.56T.31,-.44V-.08Z" fill="url(#seat)"/><path d="M-.49,-.45Q-.48,-.55 -.41,-.55T-.33,-.46M.33,-.46Q.34,-.55 .41,-.55T.49,-.45" fill="none" stroke="${bright}" stroke-width=".014"/><g transform="rotate(-9 .06 -.5)"><rect x="-.12" y="-.66" width=".3" height=".28" rx=".06" fill="${cushion}"/></g></g>`;
}

/** A cat that sleeps curled up, `size` pixels wide, lying on `y`: SVG. */
export function catSvg(stage: Stage, x: number, y: number, size: number, side: number): string {
  const fur = roomTone(stage, parseColour("#d98a4a"));
  const dark = toCss(mix(fur, stage.light.silhouette, 0.45));
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(side * size).toFixed(2)} ${size.toFixed(2)})"><path d="M-.46,0Q-.54,-.22 -.34,-.36Q-.1,-.5 .16,-.4Q.22,-.37 .25,-.34L.26,-.47L.35,-.39H.42L.5,-.46L.52,-.3Q.56,-.12 .42,-.05Q.46,0 .4,0Z" fill="${toCss(fur)}"/><path d="M-.46,0Q-.5,-.1 -.3,-.1Q0,-.1 .18,-.04Q.24,-.01 .2,0Z" fill="${toCss(mix(fur, parseColour("#fff0d8"), 0.35))}"/><path d="M-.2,-.42L-.16,-.26M-.08,-.45L-.05,-.28M.04,-.44L.06,-.3" stroke="${dark}" stroke-width=".025" fill="none"/><path d="M.3,-.22Q.33,-.19 .36,-.22M.43,-.22Q.46,-.19 .49,-.22" stroke="${dark}" stroke-width=".016" fill="none"/></g>`;
}
