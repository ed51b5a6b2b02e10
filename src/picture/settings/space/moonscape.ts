import { mix, parseColour } from "../../elements/colour.ts";
import { motes, starGlow } from "../../elements/comet.ts";
import { type Moonscape, moonHills, moonPlain } from "../../elements/lunar.ts";
import { dust, nebula } from "../../elements/nebula.ts";
import { calmed, openSpace } from "../../elements/open-space.ts";
import { type Globe, globePaint } from "../../elements/planet.ts";
import { gradeLayer, starLayer } from "../../elements/sky.ts";
import { between, paintLayer, swing, together } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const HORIZON = { "16:9": 0.72, "9:16": 0.68, "1:1": 0.71 } as const;

/** On the bare ground of a moon, a blue world rising over its hills. */
export const moonscape: SettingDesign = (brief) => {
  const { stage, tones } = openSpace(brief);
  const { unit, width, height, aspect } = stage;
  const random = stage.stream("moonscape");
  const horizonY = Math.round(height * HORIZON[aspect]);
  const side = random() < 0.5 ? -1 : 1;
  const dustTone = mix(parseColour("#8f8c92"), tones.clouds[1]!, 0.22);
  const scape: Moonscape = { stage, horizonY, dust: dustTone, light: mix(tones.star, parseColour("#ffffff"), 0.3), side };
  const radius = unit * between(random, 0.15, 0.19);
  const globe: Globe = {
    x: width * (side < 0 ? between(random, 0.6, 0.7) : between(random, 0.3, 0.4)),
    y: horizonY - unit * between(random, 0.3, 0.38) - (aspect === "9:16" ? 0.12 * unit : 0),
    radius,
    lightX: side,
    lightY: -0.35,
    front: 0.35,
    kind: "watery",
    colours: ["#0b3f86", "#1f7ac4", "#4a8a60", "#f6fbff"].map(parseColour),
    air: parseColour("#9fd0ff"),
  };
  const box = { x: globe.x - radius * 1.2, y: globe.y - radius * 1.2, width: radius * 2.4, height: radius * 2.4 };
  const starX = width * (side < 0 ? 0.12 : 0.88);
  return [
    nebula(stage, calmed(tones, 0.55)),
    veilLayer(stage, "wisps", tones.clouds[1]!, 0, 0.85 * horizonY, 0.2, 1.3),
    dust(stage),
    starLayer(stage, horizonY, 1.3),
    starGlow(stage, starX, 0.16 * height, 0.05 * unit, tones.star, 0.1),
    paintLayer("planet", box, "sharp", globePaint(random, globe, box), together(stage.pan(0.12), swing(0, 0.006 * unit, 16))),
    moonHills(scape, "far hills", horizonY + 0.012 * unit, 0.15 * unit, 0.2, 0.3),
    moonHills(scape, "near hills", horizonY + 0.02 * unit, 0.22 * unit, 0.34, 0.05),
    moonPlain(scape, 0.6),
    motes(stage, tones),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.84), sunX: globe.x }),
    gradeLayer(stage, 0.9),
  ];
};
