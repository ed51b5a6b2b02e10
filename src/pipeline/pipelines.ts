import { assets } from "./create/assets.ts";
import { captions } from "./create/captions.ts";
import { deliver } from "./create/deliver.ts";
import { mix } from "./create/mix.ts";
import { plan } from "./create/plan.ts";
import { render } from "./create/render.ts";
import { speech } from "./create/speech.ts";
import { timeline } from "./create/timeline.ts";
import type { Pipeline } from "./stage.ts";

/** What a create job does. A stage that `domain/stages.ts` names and is missing here does not compile. */
export const CREATE_PIPELINE: Pipeline = { plan, assets, speech, timeline, mix, captions, render, deliver };
