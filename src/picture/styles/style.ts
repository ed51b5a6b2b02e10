import type { CaptionLook, CaptionSettings } from "../../domain/caption-look.ts";
import type { CustomStyle } from "../../domain/custom.ts";
import type { Style } from "../../domain/job.ts";
import type { Card, PictureSpec, SceneFact } from "../../domain/picture.ts";
import type { Mood } from "../../domain/storyboard.ts";
import type { TransitionPlan } from "../../domain/transition.ts";
import type { CardLooks } from "../cards.ts";
import type { Area, Layer } from "../layer.ts";
import type { Type } from "../text.ts";

/** What a style draws with. All that `letters` of the style names can be set. */
export type StyleMeans = {
  /** The SVG of a built-in subject picture. */
  subjectSvg: (picture: string) => string | undefined;
  type: Type;
};

/** A style: everything that tells it from the others. Pure: the same picture gives the same layers. Times in seconds from the start of the scene. */
export type StyleDesign = {
  name: Style;
  /** What it looks like, in a sentence. */
  description: string;
  /** What it wants to know of a scene; what it does not name it is not told. */
  wants: readonly SceneFact[];
  /** What is behind captions and cards, back to front. Behind the user's own picture or clip, where the scene shows one. */
  layers: (picture: PictureSpec, means: StyleMeans) => Layer[];
  /** What lies over the user's own picture or clip and goes away with it. */
  over?: (picture: PictureSpec, means: StyleMeans) => Layer[];
  /** Where the user's own picture or clip is seen, in even pixels; by default in the whole frame. */
  window?: (picture: PictureSpec) => Area;
  /** What stands over the picture, below cards and captions, and takes no part in transitions. */
  front?: (picture: PictureSpec, means: StyleMeans) => Layer[];
  /** All texts that the layers show: what `Type.prepare` has to know. */
  letters?: (picture: PictureSpec) => string;
  /** The large texts that are shown by cards; the others the style shows in its layers, or not at all. */
  shows: readonly Card["kind"][];
  cards: CardLooks;
  /** The look of captions that goes with it. */
  captions: CaptionLook;
  /** What its captions have otherwise than their look, whichever that is. */
  captionSettings?: Omit<CaptionSettings, "look">;
  transition: TransitionPlan;
  /** Moods that its music plays otherwise than the scenes say. */
  music: Partial<Record<Mood, Mood>>;
  /** A factor on the level of its music. */
  musicGain?: number;
  /** The style as it was told to be; absent where it cannot be told. */
  adjusted?: (custom: CustomStyle) => StyleDesign;
};
