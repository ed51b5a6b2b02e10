import { mistLayer } from "../../elements/clouds.ts";
import { mix, parseColour, toCss } from "../../elements/colour.ts";
import { campSvg, layBand, meteors, milkyWay, starDust } from "../../elements/milky-way.ts";
import { nightOf } from "../../elements/night.ts";
import { fading, groundAt, hills, type Ridge, ridgeFill, ridgePath, trimmed } from "../../elements/ridges.ts";
import { discLayer, gradeLayer, skyLayer, starLayer } from "../../elements/sky.ts";
import { between, drawLayer, openStage, type Stage } from "../../elements/stage.ts";
import { pinePath } from "../../elements/trees.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { surface } from "../../palettes.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.78, "9:16": 0.72, "1:1": 0.76 } as const;

/** A wooded ridge against the sky. */
function woods(stage: Stage, name: string, ridge: Ridge, depth: number, tree: number, count: number): Layer {
  const { light } = stage;
  const random = stage.stream(`${name} pines`);
  const tone = mix(surface(light, parseColour("#31506a"), depth, 0.25), light.silhouette, 0.35 + 0.6 * depth);
  let pines = "";
  for (let index = 0; index < count; index++) {
    const x = ridge.box.x + random() * ridge.box.width;
    pines += pinePath(random, x, groundAt(ridge, x) + tree * between(random, 0, 0.35), tree * between(random, 0.4, 1.1), 7);
  }
  const box = trimmed(ridge);
  return drawLayer(
    name,
    { ...box, y: box.y - 1.15 * tree, height: box.height + 1.15 * tree },
    `<path d="${ridgePath(ridge)}${pines}" fill="${toCss(tone)}"/>`,
    stage.pan(depth),
  );
}

/** The milky way over dark woods, a lit tent and somebody who looks up, shooting stars. */
export const galaxy: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const stage: Stage = { ...opened, light: nightOf(opened) };
  const { unit, width, height, light } = stage;
  const random = stage.stream("galaxy");
  const horizonY = Math.round(height * HORIZON[stage.aspect]);
  const band = layBand(stage, horizonY);
  const afterglow = { x: width * between(random, 0.25, 0.75), y: horizonY + 0.05 * unit, radius: 0.05 * unit };
  const far = hills(stage.stream("far"), stage.span(0.16, horizonY - 0.14 * unit, 0.24 * unit), unit, 0.3, 1, 1.2, 5, 0.45);
  const middle = hills(
    stage.stream("middle"),
    stage.span(0.4, horizonY - 0.03 * unit, 0.98 * height - horizonY),
    unit,
    0.62,
    0.98,
    0.8,
    4,
    0.4,
  );
  const near = hills(stage.stream("near"), stage.span(0.85, 0.84 * height, 0.16 * height), unit, 0.5, 0.95, 0.6, 3, 0.3);
  const campX = width * (band.angle > 0 ? between(random, 0.24, 0.34) : between(random, 0.66, 0.76));
  const side = band.angle > 0 ? 1 : -1;
  const size = 0.155 * unit;
  const ground = groundAt(near, campX) + 0.01 * unit;
  return [
    skyLayer(stage, horizonY, afterglow),
    milkyWay(stage, band, horizonY),
    ...starDust(stage, band, horizonY),
    starLayer(stage, horizonY, 0.9),
    ...(stage.celestial ? [discLayer(stage, { x: width * (band.angle > 0 ? 0.78 : 0.22), y: 0.2 * horizonY, radius: 0.06 * unit })] : []),
    meteors(stage, horizonY),
    drawLayer(
      "far hills",
      trimmed(far),
      ridgeFill(far, fading(surface(light, parseColour("#5a76a0"), 0.3, 0.3), light.haze, 0.5)),
      stage.pan(0.16),
    ),
    mistLayer(stage, "hill haze", horizonY - 0.08 * unit, 0.16 * unit, 0.2, 0.45),
    woods(stage, "woods", middle, 0.45, 0.085 * unit, 130),
    ...subjectLayers(stage, brief, { groundY: height * (stage.aspect === "9:16" ? 0.78 : 0.87), sunX: campX }),
    drawLayer(
      "camp",
      { x: campX - 1.6 * size, y: ground - 0.95 * size, width: 3.2 * size, height: 1.1 * size },
      campSvg(stage, campX, ground, size, side),
      stage.pan(0.85),
    ),
    woods(stage, "near ridge", near, 0.85, 0.05 * unit, 6),
    gradeLayer(stage, 0.6),
  ];
};
