import { z } from "zod";
import { resolveRequest } from "../../../domain/job.ts";
import { parse, type Submission, SubmitRequest } from "../../../domain/submit.ts";
import { isVoice } from "../../../domain/voice.ts";
import { PLATFORM_NAMES, PLATFORMS } from "./platforms.ts";

const name = (most: number) => z.string().trim().min(1, { error: "is empty" }).max(most);
const { script, title, language, duration_target, priority } = SubmitRequest.shape;

/** What `POST /api/v1/jobs/` takes. */
export const VideoJobRequest = z
  .strictObject({
    video_request: z
      .strictObject({
        script_id: name(200).optional().describe("Your own id of the script; kept, and not used"),
        user_id: name(200).describe("Whose job it is; lists are filtered by it"),
        title: title
          .unwrap()
          .refine((text) => text.trim() !== "", { error: "is empty" })
          .describe("Title of the film, up to 200 code points"),
        script_content: script.unwrap().describe("The exact narration, up to 60,000 code points"),
        language: language.describe("BCP 47; by default told from the words"),
        platform: z
          .enum(PLATFORM_NAMES)
          .optional()
          .describe("Where the film will be shown: sets its shape, and its length when `duration` is absent"),
        duration: duration_target.describe("Length to aim at, s; the words are kept whatever it is"),
        voice_provider: name(80).optional().describe("Who is to speak; one that is not configured is replaced, with a note in `message`"),
        voice_name: name(80).optional().describe("Which of the provider's voices"),
      })
      .describe("The film"),
    priority: priority.describe("1 to 10; 10 goes first"),
  })
  .meta({ title: "VideoJobRequest", description: "A video job that is asked for" });
export type VideoJobRequest = z.infer<typeof VideoJobRequest>;

type Voices = readonly { id: string; provider: string }[];

/** A body of this dialect as the service takes it, with notes on what could not be done as asked. Throws `invalid_request`, naming every fault. */
export function toSubmission(body: unknown, voices: Voices): Submission {
  const { video_request: asked, priority } = parse(VideoJobRequest, body);
  const { script_id, user_id, title, script_content, language, platform, duration, voice_provider, voice_name } = asked;
  const { voice, notes } = pickVoice(voices, voice_provider, voice_name);
  const { aspect, durationSec = undefined } = PLATFORMS[platform ?? "web"];
  const target = duration ?? durationSec;
  const film = resolveRequest({
    script: script_content,
    title,
    aspect,
    ...(language !== undefined && { language }),
    ...(target !== undefined && { duration_target: target }),
    ...(voice !== undefined && { voice }),
  });
  return {
    request: { kind: "generate", film, review: false, runAt: null },
    priority,
    origin: {
      dialect: "api-v1",
      userId: user_id,
      details: {
        script_id: script_id ?? null,
        platform: platform ?? null,
        voice_provider: voice_provider ?? null,
        voice_name: voice_name ?? null,
        notes,
      },
    },
  };
}

const BUILT_IN = ["built-in", "builtin", "kinora", "default"];

/** The voice to ask for. Undefined leaves it to the language. */
function pickVoice(voices: Voices, provider: string | undefined, name: string | undefined): { voice?: string; notes: string[] } {
  const own = voices.filter((voice) => provider === undefined || BUILT_IN.includes(provider) || voice.provider === provider);
  if (own.length === 0) return { notes: [`The voice provider "${provider}" is not configured; a built-in voice speaks.`] };
  const isKnown = name !== undefined && isVoice(name, own);
  if (isKnown) return { voice: name, notes: [] };
  if (name !== undefined) return { notes: [`There is no voice "${name}"; the language's first built-in voice speaks.`] };
  return provider === undefined || BUILT_IN.includes(provider) ? { notes: [] } : { voice: own[0]!.id, notes: [] };
}
