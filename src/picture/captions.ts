import type { Cue } from "../domain/caption.ts";
import type { CaptionSettings } from "../domain/caption-look.ts";
import { captionColours } from "./caption-colours.ts";
import { setLook } from "./caption-looks.ts";
import { type LetteredCue, letterCue } from "./lettered-cue.ts";
import type { Overlay, OverlaySetting } from "./overlay.ts";

const FADE_SEC = 0.1;
/** Half a frame at 30 a second: a colour changes on the frame nearest to the word's start. */
const NEAREST_SEC = 1 / 60;

/** What captions are drawn for: their look, and the language (BCP 47) that decides how Chinese characters are drawn. */
export type CaptionSetting = OverlaySetting & { captions: CaptionSettings; language: string };

/**
 * A scene's captions in their look. Each cue is drawn when its time comes and let go when it is over. Words stand where they were measured:
 * whatever marks the spoken one, the lines stay as they are.
 */
export async function openCaptions(cues: Cue[], { captions, language, aspect, ...setting }: CaptionSetting): Promise<Overlay> {
  const look = setLook(captions, aspect, language);
  const text = cues.flatMap((cue) => cue.lines.flat().map((word) => word.text)).join(" ");
  await setting.type.prepare(text, language, look.style.weight);
  const means = { ...setting, look, colours: captionColours(captions) };
  let held: { cue: Cue; lettered: LetteredCue } | undefined;
  return {
    at: (frameSec) => {
      const timeSec = frameSec + NEAREST_SEC;
      const index = cues.findIndex((cue) => cue.startSec <= timeSec && timeSec < cue.endSec);
      const cue = cues[index];
      if (!cue) {
        held = undefined;
        return [];
      }
      if (held?.cue !== cue) held = { cue, lettered: letterCue(cue, means) };
      const seen = opacity(cues, index, timeSec, look.design.byWord === true);
      return look.design.show(held.lettered, timeSec).map((item) => ({ ...item, opacity: (item.opacity ?? 1) * seen }));
    },
  };
}

/** Cues come and go softly, except where one takes over from another or the words come by themselves. */
function opacity(cues: Cue[], index: number, timeSec: number, byWord: boolean): number {
  const cue = cues[index]!;
  const joins = (before: Cue | undefined, after: Cue | undefined): boolean => !!before && !!after && after.startSec - before.endSec < 0.05;
  const rise = byWord || joins(cues[index - 1], cue) ? 1 : (timeSec - cue.startSec) / FADE_SEC + 0.4;
  const fall = joins(cue, cues[index + 1]) ? 1 : (cue.endSec - timeSec) / FADE_SEC + 0.1;
  return Math.max(0, Math.min(1, rise, fall));
}
