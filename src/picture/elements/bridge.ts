import type { Layer, SpriteLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, toCss } from "./colour.ts";
import { between, drawLayer, type Stage } from "./stage.ts";

/** A suspension bridge that leads away over the water: a point `along` it (0 near the eye, 1 far), `up` over the water and `across` it, in towers' heights. */
export type Span = (along: number, up: number, across: number) => [number, number];

/** Lays a bridge from one side of the picture, near, to the other, far. `side` is -1 when it begins at the left. */
export function laySpan(stage: Stage, waterY: number, side: number): Span {
  const { unit, width, aspect } = stage;
  const tall = unit * (aspect === "9:16" ? 0.92 : 0.68);
  const wide = aspect === "16:9" ? 1 : 1.12;
  const start = side < 0 ? -0.16 : 1.16;
  return (along, up, across) => {
    const scale = 1 / (1 + 2.6 * along);
    const far = (1 - scale) / (1 - 1 / 3.6);
    const x = width * (start - side * wide * 0.98 * far) + side * across * tall * 0.32 * scale;
    const y = waterY + unit * (0.15 * scale - 0.03) - tall * scale * (up + 0.05 * across);
    return [x, y];
  };
}

const TOWERS = [0.16, 0.68];
const DECK = 0.3;

const point = (span: Span, along: number, up: number, across: number): string =>
  span(along, up, across)
    .map((value) => value.toFixed(1))
    .join(",");

/** Height of the main cable: from tower to tower in a long sag, straight down to the shores. */
function cableAt(along: number): number {
  const [first, second] = TOWERS as [number, number];
  if (along < first) return lerp(DECK + 0.05, 0.98, Math.max(0, along / first) ** 1.5);
  if (along > second) return lerp(0.98, DECK + 0.03, Math.min(1, (along - second) / (1 - second)) ** 0.7);
  const part = (along - first) / (second - first);
  return lerp(DECK + 0.06, 0.98, (2 * part - 1) ** 2);
}

const ladder = (count: number): number[] => Array.from({ length: count + 1 }, (_, step) => step / count);

/** One tower: two legs, cross beams, feet in the water. */
function towerSvg(span: Span, along: number, tones: { body: string; rim: string }): string {
  const leg = (across: number, half: number): string =>
    `M${point(span, along - half * 0.12, -0.02, across)}L${point(span, along - half * 0.08, 1, across)}L${point(span, along + half * 0.08, 1, across)}L${point(span, along + half * 0.12, -0.02, across)}Z`;
  const beam = (up: number, thick: number): string =>
    `M${point(span, along, up, -0.5)}L${point(span, along, up + thick, -0.5)}L${point(span, along, up + thick, 0.5)}L${point(span, along, up, 0.5)}Z`;
  const legs = [-0.5, 0.5].map((across) => leg(across, 0.085)).join("");
  const beams = [
    [0.22, 0.05],
    [0.58, 0.05],
    [0.9, 0.07],
  ]
    .map(([up, thick]) => beam(up!, thick!))
    .join("");
  return `<path d="${beams}" fill="${tones.body}"/><path d="${legs}" fill="${tones.body}"/><path d="${leg(0.5, 0.022)}" fill="${tones.rim}"/>`;
}

/** The bridge: cables, hangers, deck and towers, paler the farther, with lamps along the deck from dusk to dawn. */
export function bridgeLayer(stage: Stage, span: Span, depth: number): Layer {
  const { light, unit } = stage;
  const near = mix(surface(light, parseColour("#a8564a"), 0.95, 0.35), light.silhouette, light.palette === "day" ? 0.12 : 0.62);
  const far = mix(near, light.haze, 0.55);
  const [nearX] = span(0, 0, 0);
  const [farX] = span(1, 0, 0);
  const fade = `<linearGradient id="b" gradientUnits="userSpaceOnUse" x1="${nearX.toFixed(0)}" x2="${farX.toFixed(0)}" y1="0" y2="0">${gradientStops([near, mix(near, far, 0.45), far])}</linearGradient><radialGradient id="l">${gradientStops([parseColour("#fff4d0"), parseColour("#ffc870")], [1, 0.4, 0.1, 0])}</radialGradient>`;
  const cable = (across: number): string => {
    const line = ladder(90).map((along) => point(span, along, cableAt(along), across));
    const back = ladder(90)
      .map((along) => point(span, along, cableAt(along) - 0.014, across))
      .reverse();
    return `M${line.join("L")}L${back.join("L")}Z`;
  };
  const hangers = (across: number): string =>
    ladder(64)
      .map((along) => `M${point(span, along, DECK, across)}L${point(span, along, cableAt(along), across)}`)
      .join("");
  const edge = (up: number, across: number): string[] => ladder(30).map((along) => point(span, along, up, across));
  const deck = `M${edge(DECK, -0.5).join("L")}L${edge(DECK, 0.5).reverse().join("L")}Z`;
  const girder = `M${edge(DECK, 0.5).join("L")}L${edge(DECK - 0.045, 0.5)
    .reverse()
    .join("L")}Z`;
  const thin = (0.0028 * unit).toFixed(2);
  const towers = TOWERS.map((along) => {
    const body = mix(near, far, along);
    return { along, body, bright: mix(body, light.glow, light.moon ? 0.15 : 0.35) };
  });
  const drawnTowers = towers
    .reverse()
    .map(({ along, body, bright }) => towerSvg(span, along, { body: toCss(body), rim: toCss(bright, 0.8) }))
    .join("");
  const lamps =
    light.lamps > 0.2
      ? ladder(26)
          .slice(1)
          .map((along) => {
            const [x, y] = span(along, DECK + 0.07, 0.5);
            return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${((0.026 * unit) / (1 + 2.6 * along)).toFixed(1)}" fill="url(#l)"/>`;
          })
          .join("")
      : "";
  const body = `<defs>${fade}</defs><path d="${cable(-0.5)}" fill="url(#b)"/><path d="${hangers(-0.5)}" stroke="url(#b)" stroke-width="${thin}" stroke-opacity=".6" fill="none"/><path d="${deck}" fill="url(#b)"/>${drawnTowers}<path d="${girder}" fill="url(#b)"/><path d="${girder}" fill="${toCss(light.silhouette, 0.25)}"/><path d="${hangers(0.5)}" stroke="url(#b)" stroke-width="${thin}" fill="none"/><path d="${cable(0.5)}" fill="url(#b)"/>${lamps}`;
  const top = Math.min(...TOWERS.map((along) => span(along, 1.02, 0.5)[1])) - 4;
  const box = stage.span(depth, top, span(0, -0.05, 0)[1] - top);
  return drawLayer("bridge", box, body, stage.pan(depth));
}

/** Cars on the deck, white one way and red the other, smaller the farther. */
export function bridgeTraffic(stage: Stage, span: Span, depth: number): SpriteLayer {
  const random = stage.stream("bridge traffic");
  const size = Math.max(8, Math.round(0.034 * stage.unit));
  const lamp = (colour: string) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="l"><stop offset="0" stop-color="${colour}"/><stop offset=".3" stop-color="${colour}" stop-opacity=".6"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs><circle r="1" fill="url(#l)"/></svg>`,
    width: size,
    height: size,
  });
  const cars = Array.from({ length: 34 }, (_, index) => ({
    sprite: index % 2,
    from: random(),
    speed: between(random, 0.02, 0.03) * (index % 2 ? 1 : -1),
  }));
  const pan = stage.pan(depth);
  const power = 0.4 + 0.55 * stage.light.lamps;
  return {
    kind: "sprites",
    name: "traffic",
    drawings: [lamp("#fff2cc"), lamp("#ff5a48")],
    at: (timeSec) =>
      cars.map((car) => {
        const along = (((car.from + car.speed * timeSec) % 1) + 1) % 1;
        const [x, y] = span(along, DECK + 0.02, car.sprite ? 0.3 : 0.42);
        const scale = 1 / (1 + 2.6 * along);
        return {
          sprite: car.sprite,
          scale,
          x: x - (size * scale) / 2 + pan(timeSec).x,
          y: y - (size * scale) / 2,
          opacity: power * Math.min(1, 9 * along, 9 * (1 - along)),
        };
      }),
  };
}
