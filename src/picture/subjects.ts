import type { Subject } from "../domain/storyboard.ts";
import { gradientStops, mix, parseColour, toCss } from "./elements/colour.ts";
import { CELESTIAL, drawLayer, type Motion, nestedSvg, type Stage, swing, together } from "./elements/stage.ts";
import { subjectLight } from "./elements/subject-light.ts";
import { bulk, type Habitat, habitatOf } from "./habitats.ts";
import type { ImageLayer, Layer, SceneryBrief } from "./layer.ts";
import { extentOf } from "./subject-pictures.ts";

/** Where things can stand in a setting: `groundY` and `waterY` are frame lines, absent where there is none. On a `tabletop` things lie that stand nowhere else; in a `submerged` setting what swims hovers about `waterY`. */
export type Grounds = { groundY?: number; waterY?: number; sunX: number; tabletop?: boolean; submerged?: boolean };

/** Who is drawn without feet to stand on. */
const PEOPLE =
  /^(person.*|man.*|woman.*|boy|girl|baby|child|older-.*|old-.*|people.*|family.*|firefighter|astronaut|detective|farmer|cook|teacher|student|singer|artist|pilot|judge|mechanic|scientist|technologist|office-worker|factory-worker|health-worker|police-officer|guard|construction-worker|prince.*|princess|mage|fairy|vampire|merperson|elf|genie|zombie|troll|ninja|superhero|supervillain|santa-claus|mrs-claus|.*-face|face.*|.*-heart|heart.*|globe.*|robot|alien|ghost|skull)$/;
/** What lies on a table beside what stands on the ground. */
const SMALL = 0.62;

type Spot = { x: number; y: number; size: number };

/** Below where headings stand in high and square pictures. */
const AIR = { "16:9": [0.84, 0.25], "9:16": [0.74, 0.29], "1:1": [0.82, 0.31] } as const;
const HOVER = { "16:9": [0.8, 0.56], "9:16": [0.66, 0.53], "1:1": [0.76, 0.56] } as const;

/** Places a thing of a habitat; the first stands away from the sun, the next on the other side, the third a little inwards. */
function spotFor(stage: Stage, grounds: Grounds, habitat: Habitat, index: number, bulky = 1): Spot & { on: Habitat } {
  const { width, height, unit, aspect } = stage;
  const on =
    habitat === "ground" && grounds.groundY === undefined
      ? "nowhere"
      : habitat === "water" && grounds.waterY === undefined
        ? grounds.groundY === undefined
          ? "nowhere"
          : "ground"
        : habitat;
  const right = grounds.sunX < width / 2 !== (index === 1);
  const inwards = index === 2 ? 0.17 : 0;
  const sided = (part: number): number => width * (right ? part - inwards : 1 - part + inwards);
  const grown = aspect === "9:16" ? 1.3 : aspect === "1:1" ? 1.05 : 1;
  const shrunk = index === 2 ? 0.72 : 1;
  if (on === "sky") return { on, x: sided(AIR[aspect][0]), y: height * AIR[aspect][1], size: unit * 0.19 * grown * shrunk * bulky };
  if (on === "nowhere") return { on, x: sided(HOVER[aspect][0]), y: height * HOVER[aspect][1], size: unit * 0.25 * grown * shrunk };
  const line = on === "water" ? grounds.waterY! : grounds.groundY!;
  const size = unit * 0.27 * grown * shrunk * bulky;
  const x = sided(aspect === "9:16" ? 0.7 : 0.79);
  return on === "water" && grounds.submerged ? { on: "sky", x, y: line, size } : { on, x, y: line - size / 2, size };
}

/** Tells whether something that the sentence names stands about a frame x, so that the setting leaves room. */
export function standsAbout(stage: Stage, brief: SceneryBrief, sunX: number): (x: number) => boolean {
  const spots = brief.subjects.map((_, index) => spotFor(stage, { groundY: 0, sunX }, "ground", index));
  return (x) => spots.some((spot) => Math.abs(x - spot.x) < 0.75 * spot.size);
}

/** Where a picture's own drawing lies in the frame, pixels, and the whole square that it is drawn in. */
type Fit = { x: number; y: number; side: number; left: number; top: number; right: number; bottom: number };

/** Fits the drawing, whatever room its square leaves about it: upon the line where it stands, about its middle elsewhere. */
function fit(spot: Spot & { on: Habitat }, svg: string): Fit {
  const extent = extentOf(svg);
  const side = spot.size * Math.min(1.25, 0.94 / Math.max(extent.right - extent.left, extent.bottom - extent.top));
  const x = spot.x - (side * (extent.left + extent.right)) / 2;
  const stands = spot.on === "ground" || spot.on === "water";
  const line = spot.y + spot.size / 2 - (spot.on === "water" ? 0.1 * spot.size : 0);
  const y = stands ? line - side * extent.bottom : spot.y - (side * (extent.top + extent.bottom)) / 2;
  const at = (from: number, part: number): number => from + part * side;
  return { x, y, side, left: at(x, extent.left), right: at(x, extent.right), top: at(y, extent.top), bottom: at(y, extent.bottom) };
}

function glowBehind(stage: Stage, spot: Spot, reach: number, strength: number): string {
  const stops = gradientStops(
    [mix(stage.light.glow, parseColour("#ffffff"), 0.3), stage.light.glow],
    [strength, strength * 0.62, strength * 0.25, strength * 0.06, 0],
  );
  return `<radialGradient id="sg">${stops}</radialGradient><circle cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" r="${(spot.size * reach).toFixed(1)}" fill="url(#sg)"/>`;
}

/** What touches the ground is darkest there; a longer shadow lies away from the light. */
function shadowUnder(stage: Stage, drawn: Fit, y: number, side: number): string {
  const dark = mix(stage.light.silhouette, [0, 0, 0], 0.3);
  const half = 0.5 * (drawn.right - drawn.left);
  const middle = (drawn.left + drawn.right) / 2;
  const lie = (id: string, x: number, rx: number, ry: number, alphas: number[]): string =>
    `<radialGradient id="${id}">${gradientStops([dark, dark], alphas)}</radialGradient><ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="url(#${id})"/>`;
  return (
    lie("sl", middle - side * half * 0.45, half * 1.35, half * 0.2, [0.34, 0.26, 0.1, 0]) +
    lie("ss", middle, half * 0.92, half * 0.12, [0.7, 0.55, 0.2, 0])
  );
}

/** How much of a floating thing's height is under water. */
const SUNK = 0.1;

/** What lies on the water below: the picture turned over and paler. */
function reflection(line: number, picture: string): string {
  return `<g opacity=".28"><g transform="translate(0 ${(line * 1.6).toFixed(1)}) scale(1 -.6)">${picture}</g></g>`;
}

/** Lets what is under the water line fade into the water. */
function afloat(drawn: Fit, line: number): string {
  const part = (line - drawn.y) / drawn.side;
  const stops = `<stop offset="${(part - 0.03).toFixed(3)}" stop-color="#fff"/><stop offset="${(part + 0.05).toFixed(3)}" stop-color="#fff" stop-opacity="0"/>`;
  const at = `x="${drawn.x.toFixed(1)}" y="${drawn.y.toFixed(1)}" width="${drawn.side.toFixed(1)}" height="${drawn.side.toFixed(1)}"`;
  return `<linearGradient id="sw" x1="0" x2="0" y1="0" y2="1">${stops}</linearGradient><mask id="sm" maskUnits="userSpaceOnUse" ${at}><rect ${at} fill="url(#sw)"/></mask>`;
}

/** What a thing is drawn over, by where it is. */
function under(stage: Stage, spot: Spot & { on: Habitat }, drawn: Fit, picture: string, side: number): string {
  const line = drawn.bottom - SUNK * (drawn.bottom - drawn.top);
  if (spot.on === "sky") return glowBehind(stage, spot, 0.95, 0.4);
  if (spot.on === "nowhere") return ring(stage, spot) + glowBehind(stage, spot, 0.62, 0.6);
  if (spot.on === "water") return reflection(line, picture) + shadowUnder(stage, drawn, line, 0);
  return shadowUnder(stage, drawn, drawn.bottom - 0.012 * drawn.side, side);
}

function bobbing(stage: Stage, on: Habitat, index: number): Motion {
  const { unit } = stage;
  if (on === "sky") return swing(unit * 0.012, unit * 0.009, 6.3, index);
  if (on === "nowhere") return swing(0, unit * 0.008, 5.1, index);
  return on === "water" ? swing(unit * 0.004, unit * 0.005, 4.4, index) : swing(0, 0, 1);
}

/** How the places of things move with the camera. */
export const DEPTH: Record<Habitat, number> = { sky: 0.3, nowhere: 0.4, water: 0.75, ground: 0.75 };

function subjectLayer(stage: Stage, spot: Spot & { on: Habitat }, svg: string, index: number, sunX: number): ImageLayer {
  const drawn = fit(spot, svg);
  const picture = nestedSvg(svg, drawn.x, drawn.y, drawn.side);
  const side = Math.tanh((3 * (sunX - spot.x)) / stage.width);
  const lit = `<g filter="url(#st)">${picture}</g>`;
  const floating = spot.on === "water";
  const defs =
    subjectLight(stage, "st", drawn.side, side, spot.on === "nowhere") +
    (floating ? afloat(drawn, drawn.bottom - SUNK * (drawn.bottom - drawn.top)) : "");
  const reach = spot.size * (spot.on === "ground" ? 0.85 : 0.95);
  const box = { x: spot.x - reach, y: spot.y - reach, width: 2 * reach, height: 2 * reach };
  const body = `<defs>${defs}</defs>${under(stage, spot, drawn, picture, side)}${floating ? `<g mask="url(#sm)">${lit}</g>` : lit}`;
  return drawLayer(`subject ${index}`, box, body, together(stage.pan(DEPTH[spot.on]), bobbing(stage, spot.on, index)));
}

/** A medallion of tinted glass that presents a thing which belongs nowhere in the scene. */
function ring(stage: Stage, spot: Spot): string {
  const glass = toCss(mix(stage.light.sky[1]!, stage.light.silhouette, 0.45), 0.42);
  const colour = toCss(mix(stage.light.glow, parseColour("#ffffff"), 0.4), 0.5);
  const at = `cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" fill="none" stroke="${colour}"`;
  const disc = `<circle cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" r="${(spot.size * 0.68).toFixed(1)}" fill="${glass}"/>`;
  return `${disc}<circle ${at} r="${(spot.size * 0.68).toFixed(1)}" stroke-width="${(stage.unit * 0.0045).toFixed(2)}"/><circle ${at} r="${(spot.size * 0.735).toFixed(1)}" stroke-width="${(stage.unit * 0.0016).toFixed(2)}"/>`;
}

/** Whether a thing stands, floats or flies in a setting, which medallions would only clutter then. */
function hasPlace({ groundY, waterY, tabletop }: Grounds, picture: string): boolean {
  const habitat = habitatOf(picture);
  if (habitat === "nowhere") return tabletop === true && !PEOPLE.test(picture);
  return habitat === "sky" || groundY !== undefined || (habitat === "water" && waterY !== undefined);
}

/** The frame x of what lies on tables, when that is all that a scene names. */
export function laidAt(stage: Stage, brief: SceneryBrief, sunX: number): number[] {
  const isLaid = (picture: string): boolean => habitatOf(picture) === "nowhere" && !PEOPLE.test(picture);
  if (!brief.subjects.every(({ picture }) => isLaid(picture))) return [];
  return brief.subjects.map((_, index) => spotFor(stage, { groundY: 0, sunX }, "ground", index).x);
}

/** The things that a sentence names, set into the scene where they belong; those without a picture, and a sun or moon that already took its own place, are left out. */
export function subjectLayers(stage: Stage, brief: SceneryBrief, grounds: Grounds): Layer[] {
  const seen = brief.subjects.filter((subject: Subject) => !(stage.celestial && CELESTIAL.test(subject.picture)));
  const taken = { above: 0, below: 0 };
  const placed = seen.filter(({ picture }) => hasPlace(grounds, picture));
  return (placed.length > 0 ? placed : seen).flatMap((subject, index) => {
    const svg = brief.subjectSvg(subject.picture);
    if (svg === undefined) return [];
    const own = habitatOf(subject.picture);
    const laid = own === "nowhere" && grounds.tabletop === true && !PEOPLE.test(subject.picture);
    const habitat = laid ? "ground" : own;
    const spot = spotFor(stage, grounds, habitat, habitat === "sky" ? taken.above++ : taken.below++, laid ? SMALL : bulk(subject.picture));
    return [subjectLayer(stage, spot, svg, index, grounds.sunX)];
  });
}
