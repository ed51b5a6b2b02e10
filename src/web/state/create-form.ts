import type { Preferences } from "../../client/preferences.ts";
import type { FilmRequest } from "../../client/words.ts";
import { isAdjustable } from "../../domain/adjustable.ts";

type Given<Name extends keyof FilmRequest> = NonNullable<FilmRequest[Name]>;

/** What a film is made from. */
export type Way = "prompt" | "script" | "storyboard";

export type PresetName = "cinematic" | "social" | "educational" | "custom";

/** A film as it is asked for in the form. What is null is left to the server. */
export type Form = {
  preset: PresetName;
  way: Way;
  prompt: string;
  script: string;
  /** Ready scenes, when the form was filled in from a film that had them. */
  storyboard: Given<"storyboard"> | null;
  /** Length to aim at, s. */
  duration: number;
  style: Given<"style">;
  custom: Given<"custom"> | null;
  voice: string | null;
  language: string | null;
  aspect: Given<"aspect">;
  quality: Given<"quality">;
  captions: Given<"captions">;
  music: Given<"music">;
  /** Stop at the storyboard. */
  review: boolean;
  scenes: number | null;
  priority: number;
  /** Not before this time of the browser's zone, as its fields have it (`2026-11-20T18:00`); empty for at once. */
  startAt: string;
  seed: number | null;
  effort: Given<"effort">;
  fps: Given<"fps">;
  title: string;
};

/** Code points that the server takes. */
export const MOST: Record<"prompt" | "script" | "title", number> = { prompt: 20_000, script: 60_000, title: 200 };
export const LENGTHS = { least: 10, most: 600 };

/** What a choice of a beginning sets; the rest stays. `custom` sets what is preferred. */
export const PRESETS: Record<Exclude<PresetName, "custom">, Partial<Form>> = {
  cinematic: { style: "cinematic", aspect: "16:9", quality: "1080p", captions: "auto", music: "auto" },
  social: { style: "social", aspect: "1:1", quality: "1080p", captions: "auto", music: "auto" },
  educational: { style: "educational", aspect: "16:9", quality: "720p", captions: "auto", music: "off" },
};

/** What the preferences say of a new film. */
export const preferred = ({ style, voice, language, quality, aspect, captions, music }: Preferences): Partial<Form> => ({
  ...{ style, voice, language, quality, aspect, captions, music },
  custom: null,
});

/** An empty form. */
export const newForm = (preferences: Preferences): Form => ({
  preset: "custom",
  way: "prompt",
  prompt: "",
  script: "",
  storyboard: null,
  duration: 60,
  style: "cinematic",
  custom: null,
  voice: null,
  language: null,
  aspect: "16:9",
  quality: "720p",
  captions: "auto",
  music: "auto",
  review: false,
  scenes: null,
  priority: 5,
  startAt: "",
  seed: null,
  effort: "standard",
  fps: 30,
  title: "",
  ...preferred(preferences),
});

/** Whether what a beginning sets is still so. */
export const keepsPreset = (form: Form): boolean =>
  form.preset === "custom" || Object.entries(PRESETS[form.preset]).every(([name, value]) => form[name as keyof Form] === value);

/** The same with the words gone, for another film. */
export const withoutWords = (form: Form): Form => ({
  ...form,
  way: form.way === "storyboard" ? "prompt" : form.way,
  ...{ prompt: "", script: "", storyboard: null, title: "", startAt: "" },
});

/** What the server is asked for. */
export function toRequest(form: Form): FilmRequest {
  const { way, style, custom, captions, music, aspect, quality, effort, fps, priority, review } = form;
  return {
    ...toWords(form),
    ...{ style, captions, music, aspect, quality, effort, fps, priority, review },
    ...(isAdjustable(style) && custom && Object.keys(custom).length > 0 && { custom }),
    ...(way === "prompt" && { duration_target: form.duration }),
    ...(form.voice && { voice: form.voice }),
    ...(form.language && { language: form.language }),
    ...(form.scenes !== null && way === "prompt" && { scene_count: form.scenes }),
    ...(form.seed !== null && { seed: form.seed }),
    ...(form.title.trim() && { title: form.title }),
    ...(form.startAt && { run_at: toMoment(form.startAt) }),
  };
}

function toWords({ way, prompt, script, storyboard }: Form): FilmRequest {
  if (way === "storyboard" && storyboard) return { storyboard };
  return way === "script" ? { script } : { prompt };
}

/** A time of the browser's zone in UTC; what is no time goes as it is, for the server to say so. */
function toMoment(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}

/** The form of a film that was asked for before, to be asked for again. Its start time is over, so it is left out. */
export function fromRequest(request: FilmRequest, preferences: Preferences): Form {
  const { prompt, script, storyboard, duration_target, scene_count, run_at: _, callback_url: _url, kind: _kind, ...same } = request;
  return {
    ...newForm(preferences),
    ...(Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined && value !== null)) as Partial<Form>),
    preset: "custom",
    way: storyboard ? "storyboard" : script === undefined ? "prompt" : "script",
    prompt: prompt ?? "",
    script: script ?? "",
    storyboard: storyboard ?? null,
    duration: duration_target ?? 60,
    scenes: scene_count ?? null,
    voice: request.voice ?? null,
    language: request.language ?? null,
    seed: request.seed ?? null,
    title: request.title ?? "",
  };
}

/** How long a text is as the server counts: in code points. */
export function countPoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** What is wrong with the words before anyone is asked; undefined when nothing is. */
export function findFault({ way, prompt, script, title }: Form): { path: string; message: string } | undefined {
  const [text, empty] = way === "script" ? [script, "give the words to be spoken"] : [prompt, "say what the film is about"];
  const most = (path: "prompt" | "script" | "title") => ({ path, message: `must be at most ${MOST[path].toLocaleString()} characters` });
  if (way !== "storyboard" && text.trim() === "") return { path: way, message: `is empty; ${empty}` };
  if (way !== "storyboard" && countPoints(text) > MOST[way]) return most(way);
  return countPoints(title) > MOST.title ? most("title") : undefined;
}
