import { mix } from "../../elements/colour.ts";
import { comet, motes, starGlow } from "../../elements/comet.ts";
import { dust, nebula as gas } from "../../elements/nebula.ts";
import { openSpace } from "../../elements/open-space.ts";
import { pillars } from "../../elements/pillars.ts";
import { gradeLayer, starLayer } from "../../elements/sky.ts";
import { between } from "../../elements/stage.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { Layer, SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

/** Within a nebula: dark pillars of dust before its light, young stars, a comet passing. */
export const nebula: SettingDesign = (brief) => {
  const { stage, tones } = openSpace(brief);
  const { unit, width, height } = stage;
  const random = stage.stream("nebula scene");
  const bright = {
    ...tones,
    deep: mix(tones.deep, tones.clouds[0]!, 0.35),
    clouds: [mix(tones.clouds[0]!, tones.clouds[1]!, 0.35), tones.clouds[1]!, mix(tones.clouds[2]!, [255, 255, 255], 0.15)],
  };
  const young = Array.from(
    { length: 4 },
    (_, index): Layer =>
      starGlow(
        stage,
        width * between(random, 0.12, 0.88),
        height * between(random, 0.1, 0.5),
        unit * (index ? between(random, 0.008, 0.018) : 0.034),
        tones.star,
        0.2 + 0.05 * index,
      ),
  );
  return [
    gas(stage, bright),
    veilLayer(stage, "wisps", tones.clouds[2]!, 0, 0.9 * height, 0.22, 1.1),
    dust(stage),
    starLayer(stage, height * 1.4, 1.4),
    ...young,
    comet(stage, tones),
    pillars(stage, tones, bright.clouds[2]!),
    motes(stage, tones),
    ...subjectLayers(stage, brief, { sunX: width / 2 }),
    gradeLayer(stage, 0.8),
  ];
};
