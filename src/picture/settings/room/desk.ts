import { cloudSheet } from "../../elements/clouds.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "../../elements/colour.ts";
import { curtain, lampGlow, roomTone, wallLayer, windowFrame } from "../../elements/interior.ts";
import { lampLayer } from "../../elements/lamps.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { buildRow } from "../../elements/skyline.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { type Box, drawLayer, openStage, pick, type Stage } from "../../elements/stage.ts";
import { booksSvg, mugLayers, plantSvg } from "../../elements/table-things.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { laidAt, subjectLayers } from "../../subjects.ts";

const WALLS = ["#7f93a0", "#b7a38c", "#8f7f9a", "#7f9a8a", "#b98a6c"].map(parseColour);
const CLOTHS = ["#d9cdb8", "#4f6f8a", "#b5744a", "#7f8a5a"].map(parseColour);
const DESK = { "16:9": 0.78, "9:16": 0.7, "1:1": 0.76 } as const;

/** A desk lamp with a bent arm, standing on `y`, `size` pixels tall, bowed to one `side`: SVG. */
function deskLamp(stage: Stage, x: number, y: number, size: number, side: number): string {
  const metal = roomTone(stage, parseColour("#c8553d"));
  const dark = toCss(mix(metal, stage.light.silhouette, 0.35));
  const joint = toCss(roomTone(stage, parseColour("#e6d6b8")));
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(side * size).toFixed(2)} ${size.toFixed(2)})"><ellipse cy=".01" rx=".3" ry=".03" fill="#000" fill-opacity=".3"/><path d="M-.22,0Q0,-.1 .22,0Z" fill="${dark}"/><path d="M0,-.05L-.2,-.5L.22,-.88" fill="none" stroke="${dark}" stroke-width=".034"/><circle cx="-.2" cy="-.5" r=".036" fill="${joint}"/><path d="M.14,-1Q.24,-1.02 .29,-.92L.52,-.72Q.3,-.58 .1,-.62Q.04,-.84 .14,-1Z" fill="${toCss(metal)}"/><path d="M.52,-.72Q.3,-.58 .1,-.62Q.2,-.74 .52,-.72Z" fill="#fff2c8"/></g>`;
}

/** Papers, an open notebook with lines and a pen: SVG. */
function notebook(stage: Stage, x: number, y: number, size: number): string {
  const paper = roomTone(stage, parseColour("#fbf4e4"));
  const line = toCss(mix(paper, stage.light.silhouette, 0.4), 0.6);
  let rows = "";
  for (let row = 0; row < 5; row++)
    rows += `M${-0.84 + 0.05 * row},${(-0.06 - 0.055 * row).toFixed(3)}H-.1M.1,${(-0.06 - 0.055 * row).toFixed(3)}H${0.84 - 0.05 * row}`;
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(2)})"><path d="M-1.02,.05L-.74,-.37L0,-.33L.74,-.37L1.02,.05L0,.09Z" fill="#000" fill-opacity=".22"/><path d="M-1,.01L-.74,-.37Q-.3,-.42 0,-.34V.04Q-.4,-.04 -1,.01Z" fill="${toCss(paper)}"/><path d="M1,.01L.74,-.37Q.3,-.42 0,-.34V.04Q.4,-.04 1,.01Z" fill="${toCss(mix(paper, stage.light.silhouette, 0.1))}"/><path d="${rows}" stroke="${line}" stroke-width=".012" fill="none"/><path d="M.36,-.02L1.1,-.42L1.13,-.38L.4,.02L.33,.03Z" fill="${toCss(roomTone(stage, parseColour("#2f5d73")))}"/></g>`;
}

/** Pictures pinned to the wall, and a string of small lamps over them. */
function pinned(stage: Stage, x: number, y: number, wide: number): string {
  const tone = (hex: string): string => toCss(roomTone(stage, parseColour(hex)));
  const unit = stage.unit;
  const cards = [
    [0.02, 0, -4, "#7fb0c8", "#3f7a5a"],
    [0.36, 0.04, 3, "#f0b070", "#8a4a5a"],
    [0.7, -0.005, -2, "#b8a0d0", "#4a5a8a"],
  ] as const;
  return cards
    .map(([part, drop, turn, sky, land]) => {
      const [left, top, w, h] = [x + wide * part, y + drop * unit, wide * 0.26, wide * 0.3];
      return `<g transform="rotate(${turn} ${(left + w / 2).toFixed(1)} ${top.toFixed(1)})"><rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${tone("#fbf6ea")}"/><rect x="${(left + w * 0.08).toFixed(1)}" y="${(top + w * 0.08).toFixed(1)}" width="${(w * 0.84).toFixed(1)}" height="${(h * 0.66).toFixed(1)}" fill="${tone(sky)}"/><path d="M${(left + w * 0.08).toFixed(1)},${(top + h * 0.73).toFixed(1)}V${(top + h * 0.55).toFixed(1)}L${(left + w * 0.36).toFixed(1)},${(top + h * 0.34).toFixed(1)}L${(left + w * 0.6).toFixed(1)},${(top + h * 0.56).toFixed(1)}L${(left + w * 0.74).toFixed(1)},${(top + h * 0.46).toFixed(1)}L${(left + w * 0.92).toFixed(1)},${(top + h * 0.6).toFixed(1)}V${(top + h * 0.73).toFixed(1)}Z" fill="${tone(land)}"/><circle cx="${(left + w / 2).toFixed(1)}" cy="${(top + h * 0.05).toFixed(1)}" r="${(w * 0.035).toFixed(1)}" fill="#c8402f"/></g>`;
    })
    .join("");
}

/** The desk top with all that lies on it. */
function deskLayer(stage: Stage, top: number, side: number): Layer {
  const { unit, width, height, light } = stage;
  const tone = (colour: Rgb): Rgb => roomTone(stage, colour);
  const wood = tone(parseColour("#a8744a"));
  const box = stage.span(0.72, top - 0.6 * unit, height - top + 0.6 * unit);
  const x = (part: number): number => width * (0.5 + side * part * (stage.aspect === "16:9" ? 1 : 1.05));
  const stand = top + 0.045 * unit;
  const fill = `<linearGradient id="d" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${top.toFixed(0)}" y2="${height}">${gradientStops([mix(wood, parseColour("#ffe0b0"), 0.22), wood, mix(wood, light.silhouette, 0.5)])}</linearGradient><radialGradient id="p" gradientUnits="userSpaceOnUse" cx="${x(0.2).toFixed(0)}" cy="${(stand + 0.04 * unit).toFixed(0)}" r="${(0.5 * unit).toFixed(0)}" gradientTransform="translate(0 ${(stand * 0.7).toFixed(0)}) scale(1 .3)">${gradientStops([parseColour("#fff0cc"), parseColour("#ffcf8a")], [0.55, 0.22, 0])}</radialGradient>`;
  const stack = [0, 1, 2].map((book) => {
    const colour = tone(["#3f6f78", "#b5523f", "#d9b060"].map(parseColour)[book]!);
    const [wide, tall] = [unit * (0.24 - 0.02 * book), 0.03 * unit];
    return `<rect x="${(x(-0.36) - wide / 2 + 0.008 * unit * book).toFixed(1)}" y="${(stand - tall * (book + 1)).toFixed(1)}" width="${wide.toFixed(1)}" height="${(tall * 0.96).toFixed(1)}" rx="${(0.004 * unit).toFixed(1)}" fill="${toCss(colour)}"/><rect x="${(x(-0.36) - wide / 2 + 0.02 * unit).toFixed(1)}" y="${(stand - tall * (book + 0.8)).toFixed(1)}" width="${(wide * 0.94).toFixed(1)}" height="${(tall * 0.5).toFixed(1)}" fill="${toCss(tone(parseColour("#f2e8d4")))}"/>`;
  });
  const upright =
    stage.aspect === "16:9" ? booksSvg(stage, "desk books", side < 0 ? x(0.47) : x(0.33), stand, 0.25 * unit, 0.19 * unit, tone) : "";
  const body = `<defs>${fill}</defs><rect x="${box.x}" y="${top.toFixed(1)}" width="${box.width}" height="${(height - top + 4).toFixed(1)}" fill="url(#d)"/><rect x="${box.x}" y="${top.toFixed(1)}" width="${box.width}" height="${(0.006 * unit).toFixed(1)}" fill="${toCss(mix(wood, parseColour("#fff0d0"), 0.5))}"/><rect x="${box.x}" y="${top.toFixed(1)}" width="${box.width}" height="${(height - top).toFixed(1)}" fill="url(#p)"/>${upright}${stack.join("")}${plantSvg(stage, "desk plant", x(-0.36), stand - 0.088 * unit, 0.27 * unit, tone)}${deskLamp(stage, x(0.29), stand, 0.42 * unit, -side)}${notebook(stage, x(0.02), stand + 0.075 * unit, 0.17 * unit)}`;
  return drawLayer("desk", box, body, stage.pan(0.72));
}

/** A desk by the window at which somebody has just been writing, the town outside. */
export const desk: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("desk");
  const side = random() < 0.5 ? -1 : 1;
  const wide = aspect === "16:9";
  const top = Math.round(height * DESK[aspect]);
  const broad = unit * (wide ? 0.82 : 0.62);
  const hole: Box = {
    x: width * (0.5 - (wide ? 0.13 : 0.12) * side) - broad / 2,
    y: height * (wide ? 0.1 : 0.13),
    width: broad,
    height: Math.min(top - height * (wide ? 0.1 : 0.13) - 0.13 * unit, 0.8 * unit),
  };
  const sill = hole.y + hole.height;
  const sun = { ...placeSun(stage, sill), x: hole.x + broad * (side > 0 ? 0.28 : 0.72) };
  const town = (name: string, depth: number, low: number, high: number, pane: number, span: [number, number], lamps: number) =>
    buildRow(stage, name, { depth, ground: sill + 0.02 * unit, low, high, width: span, pane, lamps }, sun);
  const far = town("far town", 0.12, 0.1, 0.34, 0.012, [0.03, 0.06], 0.2);
  const near = town("near town", 0.26, 0.06, 0.22, 0.018, [0.06, 0.12], 0.3);
  const lampX = width * (0.5 + side * 0.29 * (wide ? 1 : 1.05)) - side * 0.13 * unit;
  const lamp = { x: lampX, y: top - 0.24 * unit };
  const pinX = wide
    ? side > 0
      ? hole.x + broad + 0.13 * unit
      : hole.x - 0.13 * unit - 0.36 * unit
    : side > 0
      ? width - 0.3 * unit
      : 0.02 * unit;
  const lying = laidAt(stage, brief, 0).length > 0;
  const subjects = brief.subjects.filter(({ picture }) => picture !== "hot-beverage").slice(0, lying ? 1 : undefined);
  const [wall, cloth] = [pick(random, WALLS), pick(random, CLOTHS)];
  return [
    ...heavens(stage, sill, sun),
    cloudSheet(stage, sill, sun, 0.9),
    far.layer,
    near.layer,
    lampLayer(stage, [
      { buildings: far.buildings, depth: 0.12 },
      { buildings: near.buildings, depth: 0.26 },
    ]),
    wallLayer(stage, hole, height, wall, lamp, 0.5),
    windowFrame(stage, hole, [wide ? 3 : 2, 2], 0.5),
    curtain(stage, hole, side < 0 ? 1 : -1, cloth, top, 0.52),
    drawLayer(
      "pinned",
      { x: pinX - 0.02 * unit, y: hole.y, width: 0.42 * unit, height: 0.26 * unit },
      wide ? pinned(stage, pinX, hole.y + 0.05 * unit, 0.36 * unit) : "",
      stage.pan(0.5),
    ),
    lampGlow(stage, lamp.x, lamp.y, 0.48 * unit, 0.66),
    deskLayer(stage, top, side),
    ...(subjects.length === 0 || wide ? mugLayers(stage, width * (0.5 - side * 0.19), top + 0.07 * unit, 0.1 * unit, 0.74) : []),
    ...subjectLayers(stage, { ...brief, subjects }, { groundY: top + 0.05 * unit, sunX: side > 0 ? width : 0, tabletop: true }),
    sparkLayer(stage, "dust", mix(light.glow, parseColour("#ffffff"), 0.3), {
      count: 26,
      size: 0.009,
      top: 0.15 * height,
      bottom: 0.86 * height,
      wind: 0.005,
      blink: 0.75,
      core: 0.6,
    }),
    gradeLayer(stage, 0.85),
  ];
};
