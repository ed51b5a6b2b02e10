import type { ImageLayer, Layer, SpriteLayer } from "../layer.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { between, drawLayer, pick, type Stage } from "./stage.ts";

const CUPS = ["#c8553d", "#e8e2d4", "#3f6f7a", "#d9a441", "#7a5a86"].map(parseColour);

/** Steam over something hot: wisps that rise, curl and are gone. */
export function steam(stage: Stage, x: number, y: number, size: number, depth: number): SpriteLayer {
  const random = stage.stream("steam");
  const [wide, tall] = [Math.round(0.5 * size), Math.round(0.9 * size)];
  const tone = mix(parseColour("#ffffff"), stage.light.glow, 0.3);
  const wisp = (turn: number): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="-1 -1 2 2" preserveAspectRatio="none"><defs><radialGradient id="s">${gradientStops([tone, tone], [0.5, 0.26, 0.08, 0])}</radialGradient></defs><g transform="rotate(${turn})"><ellipse rx=".42" ry=".95" fill="url(#s)"/></g></svg>`;
  const drawings = [-16, 14].map((turn) => ({ svg: wisp(turn), width: wide, height: tall, scale: 0.5 }));
  const wisps = Array.from({ length: 9 }, (_, index) => ({
    from: index / 9,
    sprite: index % 2,
    off: between(random, -0.12, 0.12),
    phase: 6.28 * random(),
  }));
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "steam",
    drawings,
    at: (timeSec) =>
      wisps.map(({ from, sprite, off, phase }) => {
        const age = (from + timeSec / 5.5) % 1;
        const scale = 0.4 + 0.75 * age;
        const shift = size * (off + 0.1 * age * Math.sin(1.3 * timeSec + phase));
        return {
          sprite,
          scale,
          x: x + pan(timeSec).x + shift - (wide * scale) / 2,
          y: y - 1.25 * size * age - (tall * scale) / 2,
          opacity: 0.8 * Math.sin(Math.PI * age) ** 1.2,
        };
      }),
  };
}

/** A mug with its foot at `y`, `size` pixels tall, and its steam. */
export function mugLayers(stage: Stage, x: number, y: number, size: number, depth: number): Layer[] {
  const { light } = stage;
  const dim = light.moon ? 0.42 : light.palette === "day" ? 0.1 : 0.25;
  const cup = mix(pick(stage.stream("mug"), CUPS), light.silhouette, dim);
  const fill = `<linearGradient id="m">${gradientStops([mix(cup, light.glow, 0.4), cup, mix(cup, light.silhouette, 0.45)])}</linearGradient>`;
  const body = `<defs>${fill}</defs><g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(2)})"><ellipse cx=".05" cy=".01" rx=".55" ry=".06" fill="#000" fill-opacity=".35"/><path d="M.33,-.74Q.68,-.78 .66,-.46Q.62,-.16 .28,-.2" fill="none" stroke="${toCss(mix(cup, light.silhouette, 0.3))}" stroke-width=".1"/><path d="M-.4,-.92L-.33,-.06Q-.3,.02 0,.02T.33,-.06L.4,-.92Z" fill="url(#m)"/><ellipse cy="-.92" rx=".4" ry=".075" fill="${toCss(mix(cup, light.silhouette, 0.35))}"/><ellipse cy="-.9" rx=".34" ry=".055" fill="#3a2016"/></g>`;
  const box = { x: x - 0.62 * size, y: y - 1.05 * size, width: 1.4 * size, height: 1.15 * size };
  return [drawLayer("mug", box, body, stage.pan(depth)), steam(stage, x, y - 0.98 * size, size, depth)];
}

const SPINES = ["#b5483a", "#2f5d73", "#d9a441", "#4f6f4a", "#7a4a6a", "#e4d8c0", "#3a4a78", "#c9764a"].map(parseColour);

/** Books in a row from `left`, about `size` pixels tall, standing on `y`: SVG, in the room's light. */
export function booksSvg(
  stage: Stage,
  name: string,
  left: number,
  y: number,
  width: number,
  size: number,
  tone: (colour: Rgb) => Rgb,
): string {
  const random = stage.stream(name);
  let body = "";
  for (let x = left; x < left + width; ) {
    const [wide, tall] = [size * between(random, 0.11, 0.24), size * between(random, 0.72, 1)];
    if (x + wide > left + width) break;
    const colour = tone(pick(random, SPINES));
    body += `<rect x="${x.toFixed(1)}" y="${(y - tall).toFixed(1)}" width="${wide.toFixed(1)}" height="${tall.toFixed(1)}" rx="${(size * 0.012).toFixed(1)}" fill="${toCss(colour)}"/><rect x="${(x + wide * 0.18).toFixed(1)}" y="${(y - tall * 0.84).toFixed(1)}" width="${(wide * 0.64).toFixed(1)}" height="${(tall * 0.05).toFixed(1)}" fill="${toCss(tone(parseColour("#f2e2b4")), 0.8)}"/><rect x="${(x + wide * 0.86).toFixed(1)}" y="${(y - tall).toFixed(1)}" width="${(wide * 0.14).toFixed(1)}" height="${tall.toFixed(1)}" fill="#000" fill-opacity=".22"/>`;
    x += wide * 1.04;
  }
  return body;
}

/** A potted plant with broad leaves, its pot standing on `y`, `size` pixels tall: SVG. */
export function plantSvg(stage: Stage, name: string, x: number, y: number, size: number, tone: (colour: Rgb) => Rgb): string {
  const random = stage.stream(name);
  const [leaf, pot] = [tone(parseColour("#4f8a4c")), tone(pick(random, ["#c96f4a", "#e6dccb", "#4a5f6a"].map(parseColour)))];
  let [back, front, ribs] = ["", "", ""];
  for (let index = 0; index < 15; index++) {
    const angle = (index % 2 ? 1 : -1) * between(random, 0.05, 1.35);
    const long = size * between(random, 0.42, 0.66);
    const rootY = y - size * 0.3;
    const [tipX, tipY] = [x + Math.sin(angle) * long, rootY - Math.cos(angle) * long + Math.abs(angle) * 0.1 * size];
    const [midX, midY] = [x + Math.sin(angle) * long * 0.55, rootY - Math.cos(angle * 0.8) * long * 0.62];
    const wide = size * between(random, 0.05, 0.085);
    const [nx, ny] = [Math.cos(angle) * wide, Math.sin(angle) * wide];
    const shape = `M${x.toFixed(1)},${rootY.toFixed(1)}Q${(midX - nx).toFixed(1)},${(midY - ny).toFixed(1)} ${tipX.toFixed(1)},${tipY.toFixed(1)}Q${(midX + nx).toFixed(1)},${(midY + ny).toFixed(1)} ${x.toFixed(1)},${rootY.toFixed(1)}Z`;
    if (index < 8) back += shape;
    else {
      front += shape;
      ribs += `M${x.toFixed(1)},${rootY.toFixed(1)}Q${midX.toFixed(1)},${midY.toFixed(1)} ${tipX.toFixed(1)},${tipY.toFixed(1)}`;
    }
  }
  const dark = mix(leaf, stage.light.silhouette, 0.4);
  return `<path d="${back}" fill="${toCss(dark)}"/><path d="${front}" fill="${toCss(leaf)}"/><path d="${ribs}" fill="none" stroke="${toCss(mix(leaf, stage.light.glow, 0.35))}" stroke-width="${(size * 0.006).toFixed(2)}"/><path d="M${(x - size * 0.17).toFixed(1)},${(y - size * 0.34).toFixed(1)}H${(x + size * 0.17).toFixed(1)}L${(x + size * 0.125).toFixed(1)},${y.toFixed(1)}H${(x - size * 0.125).toFixed(1)}Z" fill="${toCss(pot)}"/><path d="M${(x + size * 0.04).toFixed(1)},${(y - size * 0.34).toFixed(1)}H${(x + size * 0.17).toFixed(1)}L${(x + size * 0.125).toFixed(1)},${y.toFixed(1)}H${(x + size * 0.03).toFixed(1)}Z" fill="#000" fill-opacity=".18"/>`;
}

/** Something drawn in one piece that stands still in the room. */
export const thing = (
  stage: Stage,
  name: string,
  box: { x: number; y: number; width: number; height: number },
  body: string,
  depth: number,
): ImageLayer => drawLayer(name, box, body, stage.pan(depth));
