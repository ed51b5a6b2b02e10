import { mix, parseColour } from "../../elements/colour.ts";
import { motes } from "../../elements/comet.ts";
import { flares, type GreatStar, starFace } from "../../elements/corona.ts";
import { dust, nebula } from "../../elements/nebula.ts";
import { calmed, openSpace } from "../../elements/open-space.ts";
import { type Globe, globePaint } from "../../elements/planet.ts";
import { gradeLayer, starLayer } from "../../elements/sky.ts";
import { between, drift, paintLayer, together } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

const FIRES = {
  dawn: ["#5a1a0c", "#b84a12", "#f08a24", "#ffcf6a"],
  day: ["#8a4a0a", "#d88a18", "#ffc83a", "#fff2b0"],
  sunset: ["#4a0c0a", "#a82a10", "#f0601c", "#ffb04a"],
  misty: ["#5a4a52", "#a88a80", "#e0c4a4", "#fff4de"],
  autumn: ["#4a1a0c", "#a8501a", "#e0902c", "#ffd884"],
  night: ["#0c1a5a", "#1f4ab8", "#4a9af0", "#c0e8ff"],
} as const;

/** Close to a star: its boiling face at one side, arches of fire over its rim, a dark world passing before it. */
export const sun: SettingDesign = (brief) => {
  const { stage, tones } = openSpace(brief);
  const { unit, width, height, aspect } = stage;
  const random = stage.stream("sun scene");
  const side = random() < 0.5 ? -1 : 1;
  const tall = aspect === "9:16";
  const radius = (tall ? 0.62 : 0.78) * unit;
  const star: GreatStar = {
    x: tall ? width * (0.5 + 0.3 * side) : side < 0 ? -0.28 * unit : width + 0.28 * unit,
    y: tall ? -0.1 * height : height * between(random, 0.38, 0.5),
    radius,
    colours: FIRES[brief.palette].map(parseColour),
  };
  const inwards = tall ? Math.PI / 2 + side * 0.25 : side < 0 ? 0 : Math.PI;
  const small = unit * between(random, 0.04, 0.055);
  const globe: Globe = {
    x: star.x + Math.cos(inwards + 0.34 * side) * radius * 1.24,
    y: star.y + Math.sin(inwards + 0.34 * side) * radius * 1.24,
    radius: small,
    lightX: star.x - width / 2,
    lightY: star.y - height / 2,
    front: -0.35,
    kind: "rocky",
    colours: tones.worlds[1]!,
    air: mix(tones.star, star.colours[3]!, 0.6),
  };
  const box = { x: globe.x - small * 1.2, y: globe.y - small * 1.2, width: small * 2.4, height: small * 2.4 };
  const drifting = drift(stage, -side * width * Math.min(0.008, 0.2 / stage.durationSec));
  return [
    nebula(stage, calmed(tones, 0.7)),
    veilLayer(stage, "wisps", tones.clouds[1]!, 0, 0.9 * height, 0.18, 1.3),
    dust(stage),
    starLayer(stage, height * 1.4, 1.2),
    ...flares(stage, star, [inwards - 0.42, inwards + 0.12, inwards + 0.62]),
    starFace(stage, star),
    paintLayer("planet", box, "sharp", globePaint(random, globe, box), together(stage.pan(0.5), drifting)),
    veilLayer(stage, "fire", star.colours[2]!, 0, height, 0.16, 1),
    motes(stage, tones),
    ...subjectLayers(stage, brief, { sunX: side < 0 ? 0 : width }),
    gradeLayer(stage, 0.8),
  ];
};
