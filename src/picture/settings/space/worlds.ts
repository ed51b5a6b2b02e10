import { mix } from "../../elements/colour.ts";
import { comet, motes, starGlow } from "../../elements/comet.ts";
import type { Tones } from "../../elements/cosmos.ts";
import { dust, nebula } from "../../elements/nebula.ts";
import { openSpace } from "../../elements/open-space.ts";
import { type Globe, globePaint } from "../../elements/planet.ts";
import { gradeLayer, starLayer } from "../../elements/sky.ts";
import { between, paintLayer, pick, type Stage, swing, together } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { Layer, SceneryBrief, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

/** A great ringed or banded world beside the middle. */
function giant(stage: Stage, tones: Tones): Layer[] {
  const random = stage.stream("giant");
  const { unit, width, height, aspect } = stage;
  const ringed = random() < 0.72;
  const radius = unit * between(random, 0.2, 0.27) * (ringed ? 0.9 : 1.2) * (aspect === "1:1" ? 0.85 : 1);
  const right = random() < 0.5;
  const x = width * (aspect === "9:16" ? between(random, 0.42, 0.62) : right ? between(random, 0.66, 0.73) : between(random, 0.27, 0.34));
  const y = height * (aspect === "9:16" ? between(random, 0.36, 0.44) : between(random, 0.42, 0.52));
  const globe: Globe = {
    x,
    y,
    radius,
    lightX: (right ? -1 : 1) * between(random, 0.6, 1),
    lightY: between(random, -0.7, -0.2),
    kind: "banded",
    colours: tones.worlds[0]!,
    air: mix(tones.star, tones.clouds[1]!, 0.3),
  };
  const rings = {
    tilt: between(random, 8, 24) * (random() < 0.5 ? 1 : -1),
    flat: between(random, 0.2, 0.34),
    inner: 1.28,
    outer: between(random, 1.95, 2.25),
    colours: [mix(tones.worlds[0]![2]!, tones.star, 0.4), tones.worlds[0]![1]!],
  };
  const reach = ringed ? radius * rings.outer * 1.02 : radius * 1.17;
  const angle = (Math.abs(rings.tilt) * Math.PI) / 180;
  const tall = ringed ? Math.max(radius * 1.17, reach * Math.hypot(Math.sin(angle), rings.flat * Math.cos(angle))) : radius * 1.17;
  const box = { x: x - reach, y: y - tall, width: 2 * reach, height: 2 * tall };
  const paint = globePaint(random, ringed ? { ...globe, rings } : globe, box);
  return [paintLayer("planet", box, "sharp", paint, together(stage.pan(0.45), swing(0, unit * 0.004, 13)))];
}

/** The curve of a near world along the bottom with its star coming up behind it. */
function limb(stage: Stage, tones: Tones): Layer[] {
  const random = stage.stream("limb");
  const { unit, width, height, aspect } = stage;
  const radius = Math.max(width, height * 0.8) * between(random, 0.85, 1.15);
  const x = width * between(random, 0.35, 0.65);
  const top = height * (aspect === "9:16" ? 0.6 : 0.66);
  const starX = width * pick(random, [0.24, 0.34, 0.66, 0.76]);
  const starY = top + radius - Math.sqrt(radius * radius - (starX - x) ** 2) - unit * 0.012;
  const view = stage.span(0.4, top - unit * 0.3, height - top + unit * 0.3);
  const globe: Globe = {
    x,
    y: top + radius,
    radius,
    lightX: (starX - x) / radius,
    lightY: -1,
    kind: pick(random, ["watery", "rocky", "watery"]),
    front: -0.84,
    soft: 3,
    grain: 3.4,
    colours: tones.worlds[0]!,
    air: mix(tones.star, tones.clouds[1]!, 0.35),
  };
  return [
    starGlow(stage, starX, starY, unit * 0.085, tones.star, 0.4),
    paintLayer("world", view, 640, globePaint(random, globe, view), stage.pan(0.4)),
    starGlow(stage, starX, starY, unit * 0.026, tones.star, 0.4),
  ];
}

/** A moon or two at their own distances. */
function moons(stage: Stage, tones: Tones, count: number): Layer[] {
  return Array.from({ length: count }, (_, index) => {
    const random = stage.stream(`moon ${index}`);
    const { unit, width, height } = stage;
    const radius = unit * between(random, 0.03, 0.062);
    const globe: Globe = {
      x: width * (index ? between(random, 0.12, 0.35) : between(random, 0.62, 0.9)),
      y: height * between(random, 0.12, 0.36),
      radius,
      lightX: between(random, -1, 1),
      lightY: between(random, -0.9, -0.2),
      kind: "rocky",
      colours: tones.worlds[1]!,
      air: tones.worlds[1]![2]!,
    };
    const box = { x: globe.x - radius * 1.2, y: globe.y - radius * 1.2, width: radius * 2.4, height: radius * 2.4 };
    return paintLayer(
      `moon ${index}`,
      box,
      "sharp",
      globePaint(random, globe, box),
      together(stage.pan(0.25 + 0.15 * index), swing(unit * 0.006, unit * 0.004, 15 + index * 4)),
    );
  });
}

/** A great ringed world before gas and stars. */
export const ringedWorld: SettingDesign = (brief) => worlds(brief, false);

/** A star that rises behind the curve of a near world. */
export const risingStar: SettingDesign = (brief) => worlds(brief, true);

function worlds(brief: SceneryBrief, rising: boolean): Layer[] {
  const { stage, tones } = openSpace(brief);
  const random = stage.stream("worlds");
  const wisps = veilLayer(stage, "wisps", tones.clouds[1]!, 0, 0.85 * stage.height, 0.2, 1.3);
  const layers: Layer[] = [nebula(stage, tones), wisps, dust(stage), starLayer(stage, stage.height * 1.6, 1.5)];
  layers.push(...moons(stage, tones, rising ? 1 + Math.floor(random() * 2) : Math.floor(random() * 2)));
  const main = rising ? limb(stage, tones) : giant(stage, tones);
  const first = main[0]!;
  const focusX = first.kind === "image" ? first.at(stage.durationSec / 2).x + first.drawing.width / 2 : 0;
  if (random() < 0.6) layers.push(comet(stage, tones));
  layers.push(...main, motes(stage, tones), ...subjectLayers(stage, brief, { sunX: focusX }), gradeLayer(stage, 0.8));
  return layers;
}
