import type { Random } from "../../domain/seed.ts";
import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { type Building, raiseBuilding, windowsPath } from "./buildings.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { LAMPS } from "./lamps.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, pick, type Stage } from "./stage.ts";

const WALLS = ["#6d7890", "#8b7f86", "#5f7287", "#9a8b82", "#74808a"].map(parseColour);
const DAY_WALLS = ["#c8b49a", "#b98a72", "#7f9fb8", "#dcd6c8", "#6f93a8", "#a9b4ba", "#c9a184", "#8fb0b4"].map(parseColour);

/** A row of buildings: its ground line in pixels, heights and widths in parts of the short side, the pitch of its windows, and how many are lit. */
export type Row = { depth: number; ground: number; low: number; high: number; width: [number, number]; pane: number; lamps: number };
/** A row as drawn. */
export type DrawnRow = { layer: Layer; buildings: Building[]; body: string };

/** Heights that rise to a downtown somewhere in the row and fall away from it. */
function skyline(stage: Stage, name: string, row: Row, lightSide: number): Building[] {
  const random = stage.stream(name);
  const box = stage.span(row.depth, 0, 1);
  const downtown = box.x + box.width * between(random, 0.2, 0.8);
  const reach = stage.width * between(random, 0.25, 0.45);
  const buildings: Building[] = [];
  for (let x = box.x - 0.02 * stage.unit; x < box.x + box.width; ) {
    const width = stage.unit * between(random, ...row.width);
    const central = Math.exp(-(((x + width / 2 - downtown) / reach) ** 2));
    const height = stage.unit * (row.low + (row.high - row.low) * (0.25 * random() + 0.3 * central + 0.45 * central * random() ** 0.7));
    buildings.push(raiseBuilding(random, x, row.ground, width, height, stage.unit, row.pane, lightSide));
    x += width * between(random, 0.86, 1.12);
  }
  return buildings;
}

/** The wall of one building: each its own, paler and more alike the farther off. */
function wallTone(stage: Stage, random: Random, row: Row): Rgb {
  const { light } = stage;
  const day = light.palette === "day";
  const wall = mix(pick(random, day ? DAY_WALLS : WALLS), random() < 0.5 ? [255, 255, 255] : [20, 24, 50], between(random, 0, 0.16));
  const tone = surface(light, wall, day ? 0.25 + 0.75 * row.depth : row.depth, day ? 0.85 : 0.22);
  return mix(tone, light.silhouette, (day ? 0.06 : light.palette === "dawn" ? 0.3 : 0.5) * row.depth);
}

/** One building: lit and shaded walls, a bright edge to its roofs, dark panes, and the panes that are lit. */
function buildingSvg(stage: Stage, random: Random, row: Row, building: Building, id: string): string {
  const { light } = stage;
  const day = light.palette === "day";
  const tone = wallTone(stage, random, row);
  const bright = building.windows.filter(() => random() < row.lamps * light.lamps);
  const pane = day ? mix(light.sky[0]!, light.haze, 0.35 + 0.4 * (1 - row.depth)) : mix(tone, light.silhouette, 0.3);
  const lamp = mix(pick(random, LAMPS), light.haze, 0.35 * (1 - row.depth));
  const foot = mix(tone, light.haze, 0.42 * (1 - row.depth * 0.75));
  const path = (d: string, colour: Rgb, alpha: number): string =>
    d && `<path d="${d}" fill="${toCss(colour)}" fill-opacity="${alpha.toFixed(2)}"/>`;
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${building.top.toFixed(0)}" y2="${row.ground.toFixed(0)}">${gradientStops([tone, foot], [1], 4)}</linearGradient><path d="${building.body}" fill="url(#${id})"/>${path(building.side, mix(tone, light.silhouette, day ? 0.3 : 0.35), 0.5)}${path(building.roof, mix(tone, light.glow, light.moon ? 0.2 : 0.42), 0.8)}${path(windowsPath(building.windows), pane, day ? 0.5 : 0.55)}${path(windowsPath(bright), lamp, 0.55 + 0.4 * row.depth)}`;
}

/** One row of buildings, each its own. */
export function buildRow(stage: Stage, name: string, row: Row, sun: Sun): DrawnRow {
  const random = stage.stream(`${name} paint`);
  const buildings = skyline(stage, name, row, sun.x < stage.width / 2 ? -1 : 1);
  const top = Math.min(...buildings.map((building) => building.top)) - 0.12 * stage.unit;
  const body = buildings.map((building, index) => buildingSvg(stage, random, row, building, `w${index}`)).join("");
  const box = stage.span(row.depth, top, row.ground - top);
  return { layer: drawLayer(name, box, body, stage.pan(row.depth)), buildings, body };
}
