import { comet, motes } from "../../elements/comet.ts";
import { armStars, galaxyLayer, placeGalaxy } from "../../elements/galaxy.ts";
import { dust, nebula } from "../../elements/nebula.ts";
import { calmed, openSpace } from "../../elements/open-space.ts";
import { gradeLayer, starLayer } from "../../elements/sky.ts";
import { veilLayer } from "../../elements/veil.ts";
import type { SettingDesign } from "../../layer.ts";
import { subjectLayers } from "../../subjects.ts";

/** A spiral galaxy in a field of stars. */
export const galaxy: SettingDesign = (brief) => {
  const { stage, tones } = openSpace(brief);
  const place = placeGalaxy(stage);
  return [
    nebula(stage, calmed(tones, 0.74)),
    veilLayer(stage, "wisps", tones.clouds[1]!, 0, 0.9 * stage.height, 0.2, 1.3),
    dust(stage),
    galaxyLayer(stage, place, tones),
    armStars(stage, place, tones),
    starLayer(stage, stage.height * 1.4, 0.9),
    ...(stage.stream("comet seen")() < 0.4 ? [comet(stage, tones)] : []),
    motes(stage, tones),
    ...subjectLayers(stage, brief, { sunX: place.x }),
    gradeLayer(stage, 0.8),
  ];
};
