import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import { mediaUrl } from "../../../domain/event.ts";
import { stillName } from "../../../domain/still.ts";
import { SceneDraft, StoryboardDraft } from "../../../domain/storyboard.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { JobService } from "../../../service/service.ts";
import { answerJson, endpoint, type HeaderNote } from "../../endpoint.ts";
import { isFresh, quoteTag, readIfMatch } from "../../etag.ts";
import { EXAMPLE_ID, EXAMPLE_TIME, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { Id, Timestamp } from "./job-answers.ts";

type StoryboardRevision = ReturnType<JobService["storyboard"]>;

const Clip = z.object({
  provider: z.string().describe("Who has it"),
  id: z.string().describe("Its id there"),
  author: z.string().describe("Who made it"),
  author_url: z.string().nullable().describe("Where its author is found"),
  licence: z.string().describe("Under which licence it is used"),
});

/** What an answer has beyond what is stored. It is left out again when it comes back. */
const ADDED_TO_SCENE = {
  duration: z.number().describe("Length, s"),
  duration_is: z
    .enum(["given", "measured", "estimated"])
    .describe("Whether the length was asked for, was measured in the film, or is a guess from the words. Only what is asked for is kept."),
  thumbnail: z.string().nullable().describe("A still of the scene, JPEG, below the server's address; null as long as there is none"),
  clip: Clip.nullable().describe("The clip that is shown; null for built-in scenery"),
};
const ADDED = {
  job_id: Id,
  revision: z.int().min(1).describe("Rises with every edit"),
  saved_at: Timestamp.describe("When this revision was stored, RFC 3339 in UTC"),
};

const StoryboardAnswer = z
  .object({
    ...ADDED,
    ...StoryboardDraft.shape,
    scenes: z.array(SceneDraft.extend(ADDED_TO_SCENE)).describe("The scenes, in order"),
  })
  .meta({ title: "StoryboardRevision", description: "The scenes of a film" });
type StoryboardAnswer = z.infer<typeof StoryboardAnswer>;

const EXAMPLE_SCENE = {
  id: "1",
  narration: "A river begins as rain on a mountain.",
  description: "Rain over mountains",
  keywords: ["river", "rain", "mountain"],
  mood: "calm",
  visual: { kind: "scenery", setting: "mountains", palette: "misty", seed: 7, subjects: [], composition: 0 },
} as const;
const EXAMPLE = {
  job_id: EXAMPLE_ID,
  revision: 1,
  saved_at: EXAMPLE_TIME,
  title: "The life of a river",
  language: "en",
  origin: "theme",
  notes: [],
  credits: [],
  scenes: [{ ...EXAMPLE_SCENE, duration: 4.6, duration_is: "measured", thumbnail: `/media/${EXAMPLE_ID}/1/scene-001.jpg`, clip: null }],
};

const ETAG: Record<string, HeaderNote> = { ETag: { description: "Changes with the content; for If-Match", example: '"k3v9x2"' } };

/** `GET` and `PUT /mcp/storyboard/:id`: the scenes of a film, to read and to edit. */
export const storyboard = ({ service }: Pick<ServerMeans, "service">) => [
  endpoint({
    method: "GET",
    path: "/mcp/storyboard/:id",
    name: "getStoryboard",
    tag: "Storyboards",
    summary: "Read the scenes of a film",
    params: JOB_ID,
    headers: { "If-None-Match": { required: false, description: "An ETag that you have: unchanged answers 304", example: '"k3v9x2"' } },
    answers: {
      200: { description: "The newest storyboard", type: "application/json", schema: StoryboardAnswer, example: EXAMPLE, headers: ETAG },
      304: { description: "It is as you have it", headers: ETAG },
    },
    errors: ["not_found", "wrong_state"],
    handle({ params, request }) {
      const revision = service.storyboard(params.id!);
      const tag = tagOf(revision);
      if (isFresh(request.headers, tag))
        return new Response(null, { status: 304, headers: { etag: quoteTag(tag), "cache-control": "no-cache" } });
      return answerStoryboard(params.id!, revision);
    },
  }),
  endpoint({
    method: "PUT",
    path: "/mcp/storyboard/:id",
    name: "putStoryboard",
    tag: "Storyboards",
    summary: "Edit the scenes of a film",
    description:
      "Stores the next revision; approve it to have it rendered. Takes what `GET` answers: what was added to it there is ignored.",
    params: JOB_ID,
    headers: {
      "If-Match": {
        required: true,
        description: "The ETag of what you have read, or `*` to write over whatever is there",
        example: '"k3v9x2"',
      },
    },
    body: {
      schema: StoryboardDraft.meta({ title: "Storyboard", description: "The scenes of a film, as people write them" }),
      description: "All scenes, in order",
      examples: { edited: { scenes: [EXAMPLE_SCENE] } },
    },
    answers: {
      200: {
        description: "Stored as the next revision",
        type: "application/json",
        schema: StoryboardAnswer,
        example: EXAMPLE,
        headers: ETAG,
      },
    },
    errors: [
      "invalid_request",
      "not_found",
      "wrong_state",
      "stale_revision",
      "too_large",
      "unsupported_media_type",
      "revision_required",
      "disk_full",
    ],
    async handle({ params, request, json }) {
      const { id } = service.view(params.id!).job;
      const etags = readIfMatch(request.headers).map(withoutStills);
      return answerStoryboard(id, await service.saveStoryboard(id, toDraft(await json()), etags));
    },
  }),
];

/** The tag of an answer: that of the storyboard, with what changes as its stills come; edits do not mind these. */
const tagOf = ({ etag, stills }: StoryboardRevision): string =>
  stills.some((still) => still !== null) ? `${etag}.${Bun.hash(JSON.stringify(stills)).toString(36)}` : etag;
const withoutStills = (tag: string): string => tag.replace(/\.[0-9a-z]+$/, "");

function answerStoryboard(jobId: string, shown: StoryboardRevision): Response {
  const { revision, storyboard, savedUs, lengths, stills } = shown;
  const id = jobId.toLowerCase();
  const body: StoryboardAnswer = {
    job_id: id,
    revision,
    saved_at: toTimestamp(savedUs),
    ...storyboard,
    scenes: storyboard.scenes.map((scene, index) => {
      const { sec, is } = lengths[index]!;
      const still = stills[index];
      const thumbnail = still ? mediaUrl(id, still.revision, stillName(still.scene)) : null;
      return { ...scene, duration: sec, duration_is: is, thumbnail, clip: null };
    }),
  };
  return answerJson(body, { headers: { etag: quoteTag(tagOf(shown)), "cache-control": "no-cache" } });
}

/** What came back, without what an answer adds. */
export function toDraft(body: unknown): unknown {
  if (!isRecord(body)) throw new KinoraError("invalid_request", "The body must be an object with scenes.");
  const draft = without(body, Object.keys(ADDED));
  if (!Array.isArray(draft.scenes)) return draft;
  return { ...draft, scenes: draft.scenes.map((scene) => (isRecord(scene) ? toSceneDraft(scene) : scene)) };
}

function toSceneDraft(scene: Record<string, unknown>): Record<string, unknown> {
  const draft = without(scene, ["duration_is", "thumbnail", "clip"]);
  return draft.duration === null ? without(draft, ["duration"]) : draft;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const without = (record: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
