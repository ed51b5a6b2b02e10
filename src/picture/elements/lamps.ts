import type { SpriteLayer } from "../layer.ts";
import type { Building } from "./buildings.ts";
import { clamp, gradientStops, parseColour, type Rgb, toCss } from "./colour.ts";
import { between, pick, type Stage } from "./stage.ts";

/** Colours of lit windows. */
export const LAMPS = ["#ffd98a", "#ffe9b8", "#ffc46b", "#cfe6ff"].map(parseColour);

/** Windows that light up and go out slowly, and red lamps on the masts that blink. */
export function lampLayer(stage: Stage, rows: { buildings: Building[]; depth: number }[]): SpriteLayer {
  const random = stage.stream("lamps");
  const { unit, light } = stage;
  const glowing = (colour: Rgb, size: number) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="l">${gradientStops([parseColour("#ffffff"), colour, colour], [1, 0.6, 0.2, 0.05, 0])}</radialGradient></defs><circle r="1" fill="url(#l)"/></svg>`,
    width: size,
    height: size,
  });
  const paneWidth = Math.max(2, Math.round(unit * 0.0125));
  const paneHeight = Math.max(2, Math.round(unit * 0.014));
  const panes = LAMPS.map((lamp) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${paneWidth}" height="${paneHeight}"><rect width="100%" height="100%" fill="${toCss(lamp)}"/></svg>`,
    width: paneWidth,
    height: paneHeight,
  }));
  const beaconSize = Math.max(4, Math.round(unit * 0.016));
  const drawings = [...panes, glowing(parseColour("#ff5a4a"), beaconSize)];
  const pans = rows.map((row) => stage.pan(row.depth));
  const last = rows.length - 1;
  const windows = rows[last]!.buildings.flatMap((building) => building.windows).filter((window) => window.y < stage.height * 0.74);
  const count = Math.round(100 * light.lamps);
  const panesOn = Array.from({ length: windows.length ? count : 0 }, () => ({
    ...pick(random, windows),
    sprite: Math.floor(random() * LAMPS.length),
    row: last,
    period: between(random, 5, 13),
    phase: random() * 6.28,
  }));
  const beacons = rows.flatMap((row, index) =>
    row.buildings.flatMap((building) => (building.beacon ? [{ ...building.beacon, row: index, phase: random() * 6.28 }] : [])),
  );
  return {
    kind: "sprites",
    name: "lamps",
    drawings,
    at: (timeSec) => {
      const shifts = pans.map((pan) => pan(timeSec).x);
      const on = panesOn.map((pane) => ({
        sprite: pane.sprite,
        x: pane.x + shifts[pane.row]!,
        y: pane.y,
        scale: Math.min(pane.width / paneWidth, pane.height / paneHeight),
        opacity: clamp(0.5 + 1.6 * Math.sin((timeSec / pane.period) * 2 * Math.PI + pane.phase), 0, 1) * 0.95,
      }));
      const red = beacons.map((beacon) => ({
        sprite: LAMPS.length,
        x: beacon.x + shifts[beacon.row]! - beaconSize / 2,
        y: beacon.y - beaconSize / 2,
        opacity: (0.25 + 0.75 * light.lamps) * clamp(0.5 + 0.9 * Math.sin(timeSec * 2.4 + beacon.phase), 0.08, 1),
      }));
      return [...on, ...red];
    },
  };
}

/** Cars on the quay: white lamps one way, red the other. */
export function trafficLayer(stage: Stage, y: number, depth: number): SpriteLayer {
  const random = stage.stream("traffic");
  const { unit, width } = stage;
  const size = { width: Math.max(6, Math.round(unit * 0.03)), height: Math.max(3, Math.round(unit * 0.009)) };
  const lamp = (colour: string) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="-1 -1 2 2" preserveAspectRatio="none"><defs><radialGradient id="l"><stop offset="0" stop-color="${colour}"/><stop offset=".35" stop-color="${colour}" stop-opacity=".55"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs><ellipse rx="1" ry="1" fill="url(#l)"/></svg>`,
    ...size,
  });
  const drawings = [lamp("#fff3cf"), lamp("#ff6a55")];
  const path = width * 1.2;
  const cars = Array.from({ length: 26 }, (_, index) => ({
    sprite: index % 2,
    x: random() * path,
    speed: (index % 2 ? -1 : 1) * width * between(random, 0.035, 0.07),
    y: y + (index % 2 ? 0 : unit * 0.006),
  }));
  const pan = stage.pan(depth);
  const power = 0.35 + 0.6 * stage.light.lamps;
  return {
    kind: "sprites",
    name: "traffic",
    drawings,
    at: (timeSec) =>
      cars.map((car) => ({
        sprite: car.sprite,
        opacity: power,
        y: car.y,
        x: ((((car.x + car.speed * timeSec) % path) + path) % path) - 0.1 * width + pan(timeSec).x * 0.2,
      })),
  };
}
