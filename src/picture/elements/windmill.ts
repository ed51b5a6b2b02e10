import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, parseColour, toCss } from "./colour.ts";
import { openLit } from "./meadow.ts";
import { drawLayer, type Stage } from "./stage.ts";

const FRAMES = 12;

/** A windmill standing at `x`, `ground`, `size` pixels tall without its sails, which turn slowly. */
export function windmill(stage: Stage, x: number, ground: number, size: number, depth: number): Layer[] {
  const { light } = stage;
  const dim = light.palette === "day" ? 0.06 : 0.45;
  const wall = mix(surface(light, parseColour("#efe6d4"), 0.3 + 0.7 * depth, openLit(stage)), light.silhouette, dim);
  const cap = mix(surface(light, parseColour("#8a4a3a"), 0.3 + 0.7 * depth, 0.5), light.silhouette, dim);
  const shade = toCss(mix(wall, light.shade, 0.5), 0.6);
  const window = light.lamps > 0.2 ? "#ffd27a" : toCss(mix(wall, light.silhouette, 0.6));
  const place = `translate(${x.toFixed(1)} ${ground.toFixed(1)}) scale(${size.toFixed(2)})`;
  const tower = `<g transform="${place}"><path d="M-.2,.02L-.125,-.82H.125L.2,.02Z" fill="${toCss(wall)}"/><path d="M.04,.02L.03,-.82H.125L.2,.02Z" fill="${shade}"/><path d="M-.15,-.81Q-.14,-1 0,-1.02Q.14,-1 .15,-.81Z" fill="${toCss(cap)}"/><rect x="-.05" y="-.16" width=".1" height=".18" fill="${toCss(mix(cap, light.silhouette, 0.4))}"/><rect x="-.035" y="-.42" width=".07" height=".1" fill="${window}"/><rect x="-.03" y="-.66" width=".06" height=".08" fill="${window}"/></g>`;
  const arms = Math.ceil(1.5 * size);
  const tone = toCss(mix(mix(wall, cap, 0.5), light.silhouette, 0.45));
  const cloth = toCss(mix(wall, light.glow, 0.2), 0.85);
  const arm = (turn: number): string =>
    `<g transform="rotate(${turn.toFixed(2)})"><rect x="-.012" y="-.98" width=".024" height="1" fill="${tone}"/><path d="M.012,-.95H.16V-.24H.012Z" fill="${cloth}"/><path d="M.012,-.95H.16V-.24H.012ZM.012,-.77H.16M.012,-.6H.16M.012,-.42H.16M.086,-.95V-.24" fill="none" stroke="${tone}" stroke-width=".014"/></g>`;
  const drawings = Array.from({ length: FRAMES }, (_, frame) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${arms}" height="${arms}" viewBox="-1 -1 2 2">${[0, 90, 180, 270].map((turn) => arm(turn + (90 * frame) / FRAMES)).join("")}<circle r=".05" fill="${tone}"/></svg>`,
    width: arms,
    height: arms,
  }));
  const pan = stage.pan(depth);
  const box = { x: x - 0.22 * size, y: ground - 1.04 * size, width: 0.44 * size, height: 1.08 * size };
  return [
    drawLayer("windmill", box, tower, pan),
    {
      kind: "sprites",
      name: "sails",
      drawings,
      at: (timeSec) => [{ sprite: Math.floor(timeSec * 9) % FRAMES, x: x + pan(timeSec).x - arms / 2, y: ground - 0.88 * size - arms / 2 }],
    },
  ];
}
