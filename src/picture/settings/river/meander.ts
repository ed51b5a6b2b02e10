import { birdLayer } from "../../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import { fieldHill, landTone, loneTree } from "../../elements/meadow.ts";
import { hills, type Ridge } from "../../elements/ridges.ts";
import { layRiver, riverGlints, riverLayer } from "../../elements/river.ts";
import { gradeLayer, heavens, placeSun } from "../../elements/sky.ts";
import { sparkLayer } from "../../elements/sparks.ts";
import { between, drawLayer, openStage, pick, type Stage, swing, together } from "../../elements/stage.ts";
import { stoneBridge } from "../../elements/stone-bridge.ts";
import { grassPath } from "../../elements/trees.ts";
import { treeWall, type Wood } from "../../elements/woods.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.5, "9:16": 0.47, "1:1": 0.49 } as const;
const GREENS = ["#86a854", "#78a04e", "#9cb25c"].map(parseColour);
const LEAVES = ["#4a7f40", "#5a8a42", "#3f7a4c"].map(parseColour);

/** Reeds with their brown heads at both lower corners, swaying. */
function reeds(stage: Stage): Layer {
  const { unit, height, light } = stage;
  const random = stage.stream("reeds");
  const box = stage.span(1, 0.62 * height, 0.38 * height, 0.02 * unit);
  const reach = unit * (stage.aspect === "16:9" ? 0.46 : 0.26);
  const tone = mix(landTone(stage, parseColour("#5f7f3c"), 1), light.silhouette, light.palette === "day" ? 0.5 : 0.78);
  let [stalks, heads] = ["", ""];
  for (const side of [-1, 1]) {
    const edge = side < 0 ? box.x : box.x + box.width;
    const [from, to] = side < 0 ? [edge, edge + reach] : [edge - reach, edge];
    stalks += grassPath(random, from, to, (x) => height * 1.02 + 0.1 * unit * (Math.abs(x - edge) / reach), 0.24 * unit, 46);
    for (let index = 0; index < 9; index++) {
      const off = random() ** 1.4;
      const [x, tall, half] = [edge - side * reach * off, unit * between(random, 0.18, 0.33) * (1 - 0.5 * off), 0.005 * unit];
      const lean = unit * between(random, -0.03, 0.03);
      stalks += `M${(x - 2).toFixed(1)},${height + 4}Q${x.toFixed(1)},${(height - 0.6 * tall).toFixed(1)} ${(x + lean).toFixed(1)},${(height - tall).toFixed(1)}L${(x + lean + 1.6).toFixed(1)},${(height - tall).toFixed(1)}Q${(x + 3).toFixed(1)},${(height - 0.6 * tall).toFixed(1)} ${(x + 2).toFixed(1)},${height + 4}Z`;
      heads += `<rect x="${(x + lean - half).toFixed(1)}" y="${(height - tall - 0.01 * unit).toFixed(1)}" width="${(2 * half).toFixed(1)}" height="${(0.062 * unit).toFixed(1)}" rx="${half.toFixed(1)}"/>`;
    }
  }
  const brown = mix(landTone(stage, parseColour("#7a4a2a"), 1), light.silhouette, 0.4);
  return drawLayer(
    "reeds",
    box,
    `<path d="${stalks}" fill="${toCss(tone)}"/><g fill="${toCss(brown)}">${heads}</g>`,
    together(stage.pan(1), swing(0.007 * unit, 0.001 * unit, 4.3)),
  );
}

/** A river that winds through meadows under an old stone bridge. */
export const meander: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, width, height, aspect, light } = stage;
  const random = stage.stream("meander");
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.08);
  const leaf = pick(random, LEAVES);
  const wood: Wood = { stage, sun, leaf, broad: true };
  const ridge = (name: string, top: number, depth: number, tall: number, low: number): Ridge =>
    hills(stage.stream(name), stage.span(depth, top, tall), unit, low, 1, 0.8, 3, 0.3);
  const far = ridge("far hills", horizonY - 0.16 * unit, 0.12, 0.26 * unit, 0.4);
  const middle = ridge("middle hills", horizonY - 0.05 * unit, 0.24, 0.16 * unit, 0.5);
  const river = layRiver(
    stage,
    width * between(random, 0.42, 0.58),
    horizonY + 0.07 * unit,
    height * 1.02,
    aspect === "16:9" ? 0.25 : 0.19,
  );
  const crossing = river.at(0.6);
  const bank = hills(stage.stream("bank"), stage.span(0.3, horizonY + 0.015 * unit, 0.07 * unit), unit, 0.3, 0.7, 1, 3, 0.3);
  const treeSide = river.at(0.7).x < width / 2 ? 1 : -1;
  const treeX = width * (0.5 + treeSide * (aspect === "16:9" ? 0.34 : 0.36));
  const tall = unit * (aspect === "9:16" ? 0.6 : 0.56);
  const foot = height * (aspect === "9:16" ? 0.7 : 0.75);
  const treeBox = { x: treeX - 0.75 * tall, y: foot - 1.12 * tall, width: 1.5 * tall, height: 1.25 * tall };
  const hill = { colours: GREENS, leaf };
  return [
    ...heavens(stage, horizonY, sun),
    random() < 0.6 ? cumulus(stage, horizonY, sun) : cloudSheet(stage, horizonY, sun),
    fieldHill(stage, { ...hill, name: "far hills", ridge: far, depth: 0.12, tree: 0.03 * unit, trees: 30 }, sun),
    fieldHill(stage, { ...hill, name: "middle hills", ridge: middle, depth: 0.26, tree: 0.05 * unit, trees: 30 }, sun),
    mistLayer(stage, "valley mist", horizonY - 0.08 * unit, 0.16 * unit, 0.26, 0.5, sun),
    birdLayer(stage, 0.3 * horizonY, 0.65 * horizonY),
    riverLayer(stage, river, pick(random, GREENS), 0.42),
    riverGlints(stage, river, 0.42),
    treeWall(wood, "bank", bank, 0.4, 0.1 * unit, 26, 8),
    stoneBridge(stage, crossing.x, crossing.y + 0.01 * unit, Math.max(0.07 * unit, crossing.half * 1.25), 0.42),
    mistLayer(stage, "low mist", horizonY + 0.05 * unit, 0.16 * unit, 0.42, 0.4, sun),
    drawLayer("tree", treeBox, loneTree(stage, treeX, foot, tall, leaf, sun), stage.pan(0.62)),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.84), waterY: height * 0.83, sunX: treeX }),
    reeds(stage),
    sparkLayer(stage, "midges", light.glow, { count: 30, size: 0.011, top: 0.45 * height, bottom: 0.88 * height, wind: 0.006, blink: 0.6 }),
    gradeLayer(stage, 0.85),
  ];
};
