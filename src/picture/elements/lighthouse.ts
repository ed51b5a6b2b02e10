import type { ImageLayer, Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, toCss } from "./colour.ts";
import { drawLayer, type Motion, type Stage } from "./stage.ts";

/** The tower itself, banded, with its gallery and lantern, `size` pixels tall upon `x`, `ground`. */
function tower(stage: Stage, x: number, ground: number, size: number, depth: number, lightSide: number): ImageLayer {
  const { light } = stage;
  const dim = { day: 0, dawn: 0.25, sunset: 0.5, night: 0.45 }[light.palette];
  const tone = (hex: string, facing: number): string => toCss(mix(surface(light, parseColour(hex), 0.85, facing), light.silhouette, dim));
  const half = (part: number): number => 0.115 - 0.05 * part;
  const band = (from: number, to: number, fill: string): string =>
    `<path d="M${-half(from)},${-from}L${-half(to)},${-to}L${half(to)},${-to}L${half(from)},${-from}Z" fill="${fill}"/>`;
  const bands = [0, 0.15, 0.3, 0.45, 0.6]
    .map((from, index) => band(from, from + 0.151, tone(index % 2 ? "#c8473e" : "#f4efe6", 0.6)))
    .join("");
  const shade = `<path d="M${0.02 * lightSide},.02L${0.01 * lightSide},-.75L${-half(0.75) * lightSide},-.75L${-half(0) * lightSide},.02Z" fill="${toCss(light.silhouette, 0.32)}"/>`;
  const dark = tone("#3a3f4a", 0.3);
  const lamp = light.lamps > 0 ? mix(parseColour("#ffe9a8"), parseColour("#ffffff"), 0.3) : mix(light.sky[2]!, parseColour("#ffffff"), 0.3);
  const head = `<path d="M-.1,-.75H.1V-.775H-.1Z" fill="${dark}"/><path d="M-.055,-.775H.055V-.875H-.055Z" fill="${toCss(lamp)}"/><path d="M-.055,-.775v-.1M-.02,-.775v-.1M.02,-.775v-.1M.055,-.775v-.1M-.1,-.81H.1M-.1,-.75v-.06M.1,-.75v-.06" stroke="${dark}" stroke-width=".01"/><path d="M-.075,-.87Q-.06,-.95 0,-.965Q.06,-.95 .075,-.87Z" fill="${tone("#b23c36", 0.5)}"/><path d="M-.006,-.95h.012v-.07h-.012Z" fill="${dark}"/>`;
  const house = `<path d="M.1,.02V-.12L.19,-.2L.3,-.12V.02Z" fill="${tone("#e8e0d2", 0.4)}"/><path d="M.085,-.11L.19,-.215L.315,-.11L.3,-.095L.19,-.185L.1,-.095Z" fill="${tone("#8a3f3a", 0.4)}"/><path d="M.17,-.08h.045v.05h-.045Z" fill="${light.lamps > 0 ? "#ffd98a" : dark}"/>`;
  const body = `<g transform="translate(${x.toFixed(1)} ${ground.toFixed(1)}) scale(${size.toFixed(2)})">${house}${bands}${shade}${head}</g>`;
  return drawLayer(
    "lighthouse",
    { x: x - 0.2 * size, y: ground - 1.06 * size, width: 0.56 * size, height: 1.1 * size },
    body,
    stage.pan(depth),
  );
}

/** One beam, seen while it sweeps past on its side: longest and faintest when it points across the picture. */
function beam(stage: Stage, x: number, y: number, reach: number, side: number, depth: number): ImageLayer {
  const stops = gradientStops([parseColour("#fff3c4"), stage.light.glow], [0.62, 0.3, 0.12, 0]);
  const end = x + side * reach;
  const body = `<defs><linearGradient id="b" gradientUnits="userSpaceOnUse" x1="${x.toFixed(1)}" x2="${end.toFixed(1)}" y1="0" y2="0">${stops}</linearGradient></defs><path d="M${x.toFixed(1)},${y.toFixed(1)}L${end.toFixed(1)},${(y - reach * 0.09).toFixed(1)}V${(y + reach * 0.07).toFixed(1)}Z" fill="url(#b)"/>`;
  const pan = stage.pan(depth);
  const motion: Motion = (timeSec) => {
    const across = side * Math.cos((2 * Math.PI * timeSec) / 7 + 0.6);
    return { ...pan(timeSec), opacity: Math.max(0, across) ** 1.5 };
  };
  const left = Math.min(x, end);
  return drawLayer("beam", { x: left, y: y - reach * 0.1, width: reach, height: reach * 0.18 }, body, motion, { scale: 0.25 });
}

/** The lamp as it flashes when the beam points at the eye. */
function flash(stage: Stage, x: number, y: number, size: number, depth: number): ImageLayer {
  const radius = 0.34 * size;
  const stops = gradientStops([parseColour("#ffffff"), parseColour("#ffe9b0")], [1, 0.5, 0.18, 0.05, 0]);
  const body = `<defs><radialGradient id="f">${stops}</radialGradient></defs><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="url(#f)"/>`;
  const pan = stage.pan(depth);
  return drawLayer(
    "flash",
    { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    body,
    (timeSec) => ({
      ...pan(timeSec),
      opacity: 0.35 + 0.65 * Math.max(0, Math.sin((2 * Math.PI * timeSec) / 7 + 0.6)) ** 3,
    }),
    { scale: 0.5 },
  );
}

/** A lighthouse whose lamp turns from dusk to dawn. */
export function lighthouse(stage: Stage, x: number, ground: number, size: number, depth: number, lightSide: number): Layer[] {
  const built = tower(stage, x, ground, size, depth, lightSide);
  if (stage.light.palette === "day") return [built];
  const y = ground - 0.825 * size;
  const reach = 1.1 * stage.unit;
  return [beam(stage, x, y, reach, -1, depth), beam(stage, x, y, reach, 1, depth), built, flash(stage, x, y, size, depth)];
}
