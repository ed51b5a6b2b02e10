import { z } from "zod";
import { ADJUSTABLE_STYLES, isAdjustable } from "./adjustable.ts";
import { Captions } from "./caption-look.ts";
import { CustomStyle } from "./custom.ts";
import { KinoraError } from "./error.ts";
import { Aspect, Effort, Quality } from "./frame.ts";
import { primaryLanguage } from "./language-tag.ts";
import { hashSeed } from "./seed.ts";
import { Mood, StoryboardDraft } from "./storyboard.ts";

/** How a film looks and is told as a whole. */
export const Style = z.enum(["cinematic", "social", "broadcast", "educational", "documentary", "custom"]);
export type Style = z.infer<typeof Style>;

/** The languages that films are planned, spoken and captioned in; others are captioned, and read by whatever voice there is, with a note. */
export const LANGUAGES: readonly string[] = ["en", "es", "fr", "de", "ja", "zh"];

/** The styles that films are made in by now. */
export const READY_STYLES: readonly Style[] = ["cinematic", "social", "educational", "broadcast", "documentary", "custom"];

/** Whether a text has anything to say: not only spaces, control characters and what shows nothing. */
const hasContent = (value: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Mn}]/u.test(value);

const text = (max: number) =>
  z.string().refine((value) => [...value].length <= max, { error: `must be at most ${max.toLocaleString("en")} characters` });

/** What a create call may ask for. Names are the API's. Exactly one of prompt, script and storyboard. */
export const GenerateRequest = z
  .strictObject({
    prompt: text(20_000)
      .refine(hasContent, { error: "is empty; say what the film is about" })
      .optional()
      .describe("What the film is about, 1 to 20,000 code points"),
    script: text(60_000)
      .refine(hasContent, { error: "is empty; give the words to be spoken" })
      .optional()
      .describe("The exact narration, up to 60,000 code points"),
    storyboard: StoryboardDraft.optional().describe("Ready scenes"),
    duration_target: z
      .number()
      .min(10)
      .max(600)
      .optional()
      .describe("Length to aim at, s; 60 for prompts; a script lasts as long as it takes"),
    style: Style.default("cinematic"),
    custom: CustomStyle.optional().describe("What the style `custom` is to be like"),
    voice: z.string().min(1).max(80).optional().describe("A voice from `kinora voices`; by default the language's first"),
    language: z
      .string()
      .max(35)
      .refine((tag) => primaryLanguage(tag) !== "und", { error: "is no language tag; use one such as en, es, fr, de, ja or zh" })
      .optional()
      .describe("BCP 47; by default told from the text"),
    scene_count: z.int().min(1).max(200).optional(),
    aspect: Aspect.default("16:9"),
    quality: Quality.default("720p"),
    fps: z.union([z.literal(24), z.literal(25), z.literal(30), z.literal(50), z.literal(60)]).default(30),
    effort: Effort.default("standard"),
    captions: Captions.default("auto"),
    music: z.union([Mood, z.enum(["auto", "off"])]).default("auto"),
    seed: z.int().min(0).max(0xffffffff).optional().describe("By default derived from the request"),
    title: text(200).optional(),
  })
  .refine((request) => [request.prompt, request.script, request.storyboard].filter((part) => part !== undefined).length === 1, {
    error: "needs exactly one of prompt, script and storyboard",
  })
  .refine((request) => request.custom === undefined || isAdjustable(request.style), {
    path: ["custom"],
    error: `is for the style ${ADJUSTABLE_STYLES.join(" or ")} alone; ask for that style, or leave it out`,
  });
export type GenerateRequest = z.infer<typeof GenerateRequest>;

/** A request with nothing left to be decided: the seed is set. */
export type ResolvedRequest = GenerateRequest & { seed: number };

/**
 * The seed that stands for a request which names none. Words of a script and of a storyboard do not count: each scene draws from its own
 * words, so that changing one leaves the others as they were.
 */
function defaultSeed(request: GenerateRequest): number {
  const { prompt, style, aspect, language, voice, music, scene_count, duration_target, custom } = request;
  const told = [prompt, style, aspect, language, voice, music, scene_count, duration_target];
  return hashSeed(JSON.stringify(custom ? [...told, custom] : told));
}

/** Checks what a user asks for and fills in what is not said. Throws `invalid_request` with one sentence that names the first fault. */
export function resolveRequest(input: unknown): ResolvedRequest {
  const parsed = GenerateRequest.safeParse(input);
  if (!parsed.success) throw new KinoraError("invalid_request", sayIssue(parsed.error.issues[0]!));
  refuseUnready(parsed.data);
  return { ...parsed.data, seed: parsed.data.seed ?? defaultSeed(parsed.data) };
}

function refuseUnready({ style }: GenerateRequest): void {
  if (!READY_STYLES.includes(style)) {
    throw new KinoraError("invalid_request", `style: ${style} is not available yet. Use ${READY_STYLES.join(" or ")}.`);
  }
}

/** One fault of an input in a sentence that names where it is. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  return path ? `${path}: ${issue.message}.` : `The request ${issue.message}.`;
}
