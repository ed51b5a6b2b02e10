import { z } from "zod";

/** What music and pictures of a scene should feel like. */
export const Mood = z.enum(["calm", "uplifting", "dramatic", "mysterious", "playful", "melancholic"]);
export type Mood = z.infer<typeof Mood>;

/** Where a built-in scene takes place. */
export const Setting = z.enum([
  "ocean",
  "mountains",
  "city",
  "space",
  "forest",
  "desert",
  "winter",
  "field",
  "rain",
  "underwater",
  "night-sky",
  "river",
  "room",
  "abstract",
]);
export type Setting = z.infer<typeof Setting>;

/** Light and colours of a built-in scene. */
export const Palette = z.enum(["dawn", "day", "sunset", "night", "misty", "autumn"]);
export type Palette = z.infer<typeof Palette>;

/** A picture of a thing that the sentence names. */
export const Subject = z.object({
  word: z.string().max(80).describe("The word of the narration that named it"),
  picture: z.string().max(80).describe("Name of the built-in picture"),
});
export type Subject = z.infer<typeof Subject>;

/** What is seen in a scene: built-in scenery, or a picture or clip of the user's own. */
export const Visual = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("scenery"),
    setting: Setting,
    palette: Palette,
    seed: z.int().min(0).max(0xffffffff).default(0),
    subjects: z.array(Subject).max(3).default([]),
    composition: z.int().min(0).max(31).default(0).describe("Which of the setting's compositions; wraps around"),
  }),
  z.strictObject({
    kind: z.literal("picture"),
    path: z.string().min(1).max(4096),
    zoom: z
      .tuple([z.number().min(1).max(3), z.number().min(1).max(3)])
      .default([1, 1.12])
      .describe("Zoom at the start and at the end"),
  }),
  z.strictObject({
    kind: z.literal("clip"),
    path: z.string().min(1).max(4096),
    start: z.number().min(0).default(0).describe("Where in the clip to begin, s"),
  }),
]);
export type Visual = z.infer<typeof Visual>;

/** How one scene gives way to the next. */
export const Transition = z.enum(["dissolve", "slide", "wipe", "zoom", "cut"]);
export type Transition = z.infer<typeof Transition>;

/** One word as it is spoken. Times are seconds from the start of the scene's own sound. */
export const Word = z.object({
  text: z.string().describe("The word as written, with its punctuation"),
  start: z.number().min(0).describe("s"),
  end: z.number().min(0).describe("s"),
  joined: z.boolean().optional().describe("True when it follows the word before without a space, as in Japanese and Chinese"),
});
export type Word = z.infer<typeof Word>;

/** The user's own sound for a scene, spoken in place of the built-in voice. */
export const OwnSound = z.strictObject({
  path: z.string().min(1).max(4096),
  start: z.number().min(0).default(0).describe("Where in the file to begin, s"),
  words: z.array(Word).max(20_000).optional().describe("Word times from the start of the scene's sound, s; aligned when absent"),
});
export type OwnSound = z.infer<typeof OwnSound>;

/** A unit of the film: what is said, and what is seen and heard meanwhile. */
export const Scene = z.strictObject({
  id: z.string().min(1).max(64),
  narration: z
    .string()
    .max(5000, { error: "must be at most 5,000 characters; divide it into scenes" })
    .default("")
    .describe("What is spoken and captioned"),
  title: z.string().max(200).optional().describe("Text shown large while the scene begins"),
  description: z.string().max(2000).default(""),
  keywords: z.array(z.string().max(80)).max(40).default([]),
  mood: Mood.default("calm"),
  visual: Visual,
  sound: OwnSound.optional(),
  duration: z.number().min(0.5).max(600).optional().describe("Exact length, s; by default as long as the voice needs"),
  transition: Transition.optional().describe("How the scene before gives way to this one; by default as the style does"),
});
export type Scene = z.infer<typeof Scene>;

/** Which way the planner took from words to scenes: `theme` is a common subject told in built-in lines. */
export const PlanOrigin = z.enum(["script", "theme", "wordnet", "visual", "storyboard"]);
export type PlanOrigin = z.infer<typeof PlanOrigin>;

/** Whom the film owes something to, and under which licence. */
export const Credit = z.object({ what: z.string(), author: z.string(), url: z.string().optional(), licence: z.string() });
export type Credit = z.infer<typeof Credit>;

/** The gain of one's own music that leaves the balance with the voices as Kinora chooses it. */
export const USUAL_MUSIC_GAIN = 0.3;

/** The ordered scenes of a film, with what holds for all of them. */
export const Storyboard = z.strictObject({
  title: z.string().max(200).default(""),
  language: z.string().max(35).default("en").describe("BCP 47"),
  origin: PlanOrigin.default("storyboard"),
  notes: z.array(z.string()).default([]).describe("What the user should know: what could not be done as asked, and why"),
  credits: z.array(Credit).default([]),
  music: z
    .strictObject({ path: z.string().min(1).max(4096), gain: z.number().min(0).max(2).default(USUAL_MUSIC_GAIN) })
    .optional()
    .describe("The user's own music in place of the built-in"),
  scenes: z.array(Scene).min(1).max(1000),
});
export type Storyboard = z.infer<typeof Storyboard>;

/** A scene as people write it: what is left out is filled in by the planner. */
export const SceneDraft = Scene.extend({
  id: Scene.shape.id.optional(),
  visual: Visual.optional().describe("By default built-in scenery that fits the words"),
});
export type SceneDraft = z.infer<typeof SceneDraft>;

/** A storyboard as people write it, or as `film.json` keeps it. */
export const StoryboardDraft = Storyboard.extend({
  language: Storyboard.shape.language.unwrap().optional().describe("BCP 47; by default told from the words"),
  scenes: z.array(SceneDraft).min(1).max(1000),
});
export type StoryboardDraft = z.infer<typeof StoryboardDraft>;
