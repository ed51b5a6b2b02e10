import { birdLayer } from "../../elements/birds.ts";
import { mix, parseColour, type Rgb, toCss } from "../../elements/colour.ts";
import {
  armchairSvg,
  catSvg,
  curtain,
  floorLampSvg,
  lampGlow,
  roomTone,
  wallLayer,
  windowBeam,
  windowFrame,
} from "../../elements/interior.ts";
import { fieldHill } from "../../elements/meadow.ts";
import { hills } from "../../elements/ridges.ts";
import { gradeLayer, heavens, placeSun, type Sun } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { type Box, between, drawLayer, openStage, pick, type Stage } from "../../elements/stage.ts";
import { booksSvg, plantSvg } from "../../elements/table-things.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { DEPTH, laidAt, subjectLayers } from "../../subjects.ts";

const WALLS = ["#c9b79a", "#9fb0a4", "#b98f7a", "#8fa3b4", "#c4a05c"].map(parseColour);
const CLOTHS = ["#b5523f", "#3f6f78", "#7a5a8a", "#5f7a4a", "#c98a3a"].map(parseColour);

/** What lies beyond the window: sky, sun and green hills. */
function view(stage: Stage, hole: Box, sun: Sun): Layer[] {
  const { unit } = stage;
  const line = hole.y + 0.66 * hole.height;
  const far = hills(stage.stream("far view"), stage.span(0.12, line - 0.1 * unit, 0.2 * unit), unit, 0.4, 1, 1.3, 4, 0.35);
  const near = hills(
    stage.stream("near view"),
    stage.span(0.46, line, hole.y + hole.height - line + 0.02 * unit),
    unit,
    0.4,
    1,
    0.9,
    3,
    0.3,
  );
  const hill = { colours: ["#8fb257", "#7fa84e", "#a8b85c"].map(parseColour), leaf: parseColour("#4f8040") };
  return [
    ...heavens(stage, line, sun),
    birdLayer(stage, hole.y + 0.1 * hole.height, hole.y + 0.4 * hole.height),
    fieldHill(stage, { ...hill, name: "far view", ridge: far, depth: 0.12, tree: 0.028 * unit, trees: 26 }, sun),
    fieldHill(stage, { ...hill, name: "near view", ridge: near, depth: 0.46, tree: 0.075 * unit, trees: 34 }, sun),
  ];
}

/** Two shelves with books and small things, and pictures below them or beside. */
function shelves(stage: Stage, x: number, y: number, wide: number, depth: number): Layer {
  const { unit, light } = stage;
  const tone = (colour: Rgb): Rgb => roomTone(stage, colour);
  const wood = tone(parseColour("#8a5f40"));
  let body = "";
  [0, 0.22 * unit].forEach((drop, index) => {
    const line = y + drop;
    body += booksSvg(stage, `books ${index}`, x + wide * (index ? 0.34 : 0.04), line, wide * (index ? 0.62 : 0.58), 0.135 * unit, tone);
    if (index) body += plantSvg(stage, "small plant", x + wide * 0.16, line, 0.15 * unit, tone);
    else
      body += `<g transform="translate(${(x + wide * 0.82).toFixed(1)} ${line.toFixed(1)}) scale(${(0.1 * unit).toFixed(2)})"><path d="M-.36,0Q-.5,-.5 -.14,-.78V-1H.14V-.78Q.5,-.5 .36,0Z" fill="${toCss(tone(parseColour("#4f7f8a")))}"/></g>`;
    body += `<rect x="${x.toFixed(1)}" y="${line.toFixed(1)}" width="${wide.toFixed(1)}" height="${(0.016 * unit).toFixed(1)}" fill="${toCss(wood)}"/><rect x="${x.toFixed(1)}" y="${(line + 0.016 * unit).toFixed(1)}" width="${wide.toFixed(1)}" height="${(0.01 * unit).toFixed(1)}" fill="${toCss(mix(wood, light.silhouette, 0.6), 0.6)}"/>`;
  });
  return drawLayer("shelves", { x: x - 4, y: y - 0.16 * unit, width: wide + 8, height: 0.42 * unit }, body, stage.pan(depth));
}

/** A small round table on which something lies, its top at `y`. */
function tableLayer(stage: Stage, name: string, x: number, y: number, tall: number): Layer {
  const { unit, light } = stage;
  const wood = roomTone(stage, parseColour("#a8744a"));
  const [top, edge, leg] = [
    mix(wood, parseColour("#ffe0b0"), 0.25),
    mix(wood, light.silhouette, 0.35),
    mix(wood, light.silhouette, 0.5),
  ].map((tone) => toCss(tone));
  const oval = (cy: number, rx: number, ry: number, fill: string, opacity = 1): string =>
    `<ellipse cx="${x.toFixed(1)}" cy="${cy.toFixed(1)}" rx="${(rx * unit).toFixed(1)}" ry="${(ry * unit).toFixed(1)}" fill="${fill}" fill-opacity="${opacity}"/>`;
  const stem = `<path d="M${(x - 0.014 * unit).toFixed(1)},${y.toFixed(1)}h${(0.028 * unit).toFixed(1)}l${(0.006 * unit).toFixed(1)},${tall.toFixed(1)}h${(-0.04 * unit).toFixed(1)}Z" fill="${leg}"/>`;
  const foot = y + tall;
  const body = `${oval(foot + 0.008 * unit, 0.12, 0.018, "#000", 0.28)}${oval(foot, 0.075, 0.012, leg!)}${stem}${oval(y + 0.014 * unit, 0.135, 0.026, edge!)}${oval(y, 0.135, 0.026, top!)}`;
  const box = { x: x - 0.16 * unit, y: y - 0.03 * unit, width: 0.32 * unit, height: tall + 0.07 * unit };
  return drawLayer(name, box, body, stage.pan(DEPTH.ground));
}

/** A quiet room: a window with a view and a cat on its sill, an armchair under a lamp, books, a plant. */
export const hearthside: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("room");
  const side = random() < 0.5 ? -1 : 1;
  const wide = aspect === "16:9";
  const tall = unit * (wide ? 0.5 : aspect === "9:16" ? 0.62 : 0.44);
  const broad = unit * (wide ? 0.66 : 0.52);
  const hole: Box = {
    x: width * (0.5 + (wide ? 0.17 : 0.14) * side) - broad / 2,
    y: height * (wide ? 0.12 : 0.14),
    width: broad,
    height: tall,
  };
  const floorY = Math.round(Math.max(hole.y + tall + 0.12 * unit, height * (aspect === "9:16" ? 0.66 : 0.77)));
  const sun = {
    ...placeSun(stage, hole.y + 0.6 * tall),
    x: hole.x + broad * (side > 0 ? 0.3 : 0.7),
    y: hole.y + tall * (light.palette === "day" || light.moon ? 0.2 : 0.4),
  };
  const chairX = width * (0.5 - (wide ? 0.26 : 0.24) * side);
  const lampX = chairX - side * (wide ? 0.3 : 0.2) * unit;
  const [lampTall, chairSize] = [0.56 * unit, unit * (wide ? 0.36 : 0.34)];
  const stand = floorY + 0.06 * unit;
  const [wall, cloth] = [pick(random, WALLS), pick(random, CLOTHS)];
  const lamp = { x: lampX, y: stand - 0.88 * lampTall };
  const shelfWide = unit * (wide ? 0.42 : 0.34);
  const shelfX = wide ? chairX - shelfWide / 2 + side * 0.04 * unit : side > 0 ? 0.04 * unit : width - shelfWide - 0.04 * unit;
  const sill = hole.y + tall;
  const plantX = hole.x + (side > 0 ? broad + 0.17 * unit : -0.17 * unit);
  const tone = (colour: Rgb): Rgb => roomTone(stage, colour);
  const [floor, tableTall] = [height * (aspect === "9:16" ? 0.75 : 0.88), (aspect === "9:16" ? 0.26 : 0.22) * unit];
  const sunX = side > 0 ? 0 : width;
  const tables = laidAt(stage, brief, sunX);
  const rug = toCss(mix(tone(cloth), light.silhouette, 0.2), 0.75);
  const furniture = `<ellipse cx="${(width / 2).toFixed(1)}" cy="${(floorY + 0.14 * unit).toFixed(1)}" rx="${(0.62 * unit).toFixed(1)}" ry="${(0.075 * unit).toFixed(1)}" fill="${rug}"/><ellipse cx="${(width / 2).toFixed(1)}" cy="${(floorY + 0.14 * unit).toFixed(1)}" rx="${(0.55 * unit).toFixed(1)}" ry="${(0.062 * unit).toFixed(1)}" fill="none" stroke="${toCss(tone(parseColour("#f0dcb0")), 0.5)}" stroke-width="${(0.006 * unit).toFixed(1)}"/>${floorLampSvg(stage, lampX, stand - 0.01 * unit, lampTall)}${armchairSvg(stage, chairX, stand, chairSize, cloth)}${plantSvg(stage, "plant", plantX, stand, 0.42 * unit, tone)}`;
  return [
    ...view(stage, hole, sun),
    wallLayer(stage, hole, floorY, wall, lamp, 0.5),
    windowFrame(stage, hole, [2, 2], 0.5),
    drawLayer(
      "cat",
      { x: hole.x, y: sill - 0.12 * unit, width: broad, height: 0.13 * unit },
      catSvg(stage, hole.x + broad * (side > 0 ? 0.7 : 0.3), sill + 0.006 * unit, 0.17 * unit, -side),
      stage.pan(0.5),
    ),
    curtain(stage, hole, -1, cloth, floorY, 0.52),
    curtain(stage, hole, 1, cloth, floorY, 0.52),
    shelves(stage, shelfX, wide ? height * 0.22 : hole.y + 0.02 * unit, shelfWide, 0.5),
    drawLayer("furniture", stage.span(0.58, floorY - 0.62 * unit, 0.86 * unit), furniture, stage.pan(0.58)),
    windowBeam(stage, hole, floorY, -side),
    lampGlow(stage, lamp.x, lamp.y, 0.5 * unit, 0.58),
    ...tables.map((x, index) => tableLayer(stage, `table ${index}`, x, floor - tableTall, tableTall)),
    ...subjectLayers(stage, brief, { groundY: tables.length > 0 ? floor - tableTall : floor, sunX, tabletop: tables.length > 0 }),
    sparkLayer(stage, "dust", mix(light.glow, parseColour("#ffffff"), 0.3), {
      count: 46,
      size: 0.009,
      top: 0.15 * height,
      bottom: 0.86 * height,
      wind: 0.005,
      blink: 0.75,
      core: 0.6,
    }),
    sparkLayer(stage, "near dust", light.glow, { count: 16, size: 0.022, top: 0.2 * height, bottom: 0.9 * height, wind: 0.01, blink: 0.8 }),
    gradeLayer(stage, between(random, 0.85, 0.95)),
  ];
};
