import type { Random } from "../../domain/seed.ts";
import { birdLayer } from "../elements/birds.ts";
import { type Building, raiseBuilding, windowsPath } from "../elements/buildings.ts";
import { cloudSheet, cumulus, mistLayer } from "../elements/clouds.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "../elements/colour.ts";
import { LAMPS, lampLayer, trafficLayer } from "../elements/lamps.ts";
import { gradeLayer, heavens, placeSun, type Sun } from "../elements/sky.ts";
import { between, drawLayer, openStage, pick, type Stage } from "../elements/stage.ts";
import { deepWater, waterBody } from "../elements/water.ts";
import type { Layer, SettingDesign } from "../layer.ts";
import { surface } from "../palettes.ts";
import { subjectLayers } from "../subjects.ts";

const SHORE = { "16:9": 0.76, "9:16": 0.7, "1:1": 0.74 } as const;
const WALLS = ["#6d7890", "#8b7f86", "#5f7287", "#9a8b82", "#74808a"].map(parseColour);
const DAY_WALLS = ["#c8b49a", "#b98a72", "#7f9fb8", "#dcd6c8", "#6f93a8", "#a9b4ba", "#c9a184", "#8fb0b4"].map(parseColour);

type Row = { depth: number; ground: number; low: number; high: number; width: [number, number]; pane: number; lamps: number };
type Drawn = { layer: Layer; buildings: Building[]; body: string };

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
function buildRow(stage: Stage, name: string, row: Row, sun: Sun): Drawn {
  const random = stage.stream(`${name} paint`);
  const buildings = skyline(stage, name, row, sun.x < stage.width / 2 ? -1 : 1);
  const top = Math.min(...buildings.map((building) => building.top)) - 0.12 * stage.unit;
  const body = buildings.map((building, index) => buildingSvg(stage, random, row, building, `w${index}`)).join("");
  const box = stage.span(row.depth, top, row.ground - top);
  return { layer: drawLayer(name, box, body, stage.pan(row.depth)), buildings, body };
}

/** The town turned over in the water before it: soft, long streaks of its lights. */
function mirror(stage: Stage, drawn: Drawn, top: number, depth: number): Layer {
  const box = stage.span(depth, top, Math.min(stage.height - top, 0.34 * stage.unit));
  const flip = `<defs><linearGradient id="fade" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".62"/><stop offset=".7" stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="m" maskUnits="userSpaceOnUse" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="url(#fade)"/></mask></defs><g mask="url(#m)"><g transform="translate(0 ${(2 * top).toFixed(1)}) scale(1 -1)">${drawn.body}</g></g>`;
  return drawLayer("mirror", box, flip, stage.pan(depth), { scale: 0.5 });
}

/** A town by the water: three rows of buildings, paler the farther, over their own reflection. */
export const city: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height } = stage;
  const shore = Math.round(height * (SHORE[stage.aspect] + between(stage.stream("shore"), -0.02, 0.02)));
  const sun = placeSun(stage, shore * 0.86, stage.light.moon ? 0 : 0.16);
  const tall = stage.aspect === "9:16" ? 1.75 : stage.aspect === "1:1" ? 1.15 : 1;
  const far = buildRow(
    stage,
    "far row",
    { depth: 0.16, ground: shore, low: 0.12 * tall, high: 0.56 * tall, width: [0.035, 0.08], pane: 0.014, lamps: 0.12 },
    sun,
  );
  const middle = buildRow(
    stage,
    "middle row",
    { depth: 0.38, ground: shore, low: 0.09 * tall, high: 0.47 * tall, width: [0.05, 0.11], pane: 0.0185, lamps: 0.2 },
    sun,
  );
  const near = buildRow(
    stage,
    "near row",
    { depth: 0.62, ground: shore, low: 0.05, high: 0.3 * tall, width: [0.07, 0.16], pane: 0.0205, lamps: 0.24 },
    sun,
  );
  const quay = stage.span(0.62, shore - 0.012 * unit, 0.02 * unit);
  const quayTone = toCss(mix(surface(stage.light, parseColour("#4a4e58"), 0.8, 0.2), stage.light.silhouette, 0.6));
  const water = { top: shore, deep: deepWater(stage, parseColour("#2f5f7c")), sun, calm: 0.8 };
  return [
    ...heavens(stage, shore, sun, shore * 0.8),
    stage.stream("weather")() < 0.5 ? cloudSheet(stage, shore, sun) : cumulus(stage, shore * 0.8, sun, 0.8),
    far.layer,
    mistLayer(stage, "street mist", shore - 0.24 * unit, 0.26 * unit, 0.25, 0.55),
    middle.layer,
    near.layer,
    drawLayer(
      "quay",
      quay,
      `<rect x="${quay.x - 2}" y="${quay.y}" width="${quay.width + 4}" height="${quay.height}" fill="${quayTone}"/>`,
      stage.pan(0.62),
    ),
    lampLayer(stage, [
      { buildings: far.buildings, depth: 0.16 },
      { buildings: middle.buildings, depth: 0.38 },
      { buildings: near.buildings, depth: 0.62 },
    ]),
    trafficLayer(stage, shore - 0.014 * unit, 0.62),
    waterBody(stage, water, 0.4),
    mirror(stage, near, shore, 0.62),
    birdLayer(stage, 0.15 * shore, 0.4 * shore),
    ...subjectLayers(stage, brief, { groundY: shore + 0.004 * unit, waterY: shore + 0.09 * height, sunX: sun.x }),
    gradeLayer(stage),
  ];
};
