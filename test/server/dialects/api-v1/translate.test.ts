import { describe, expect, test } from "bun:test";
import type { JobStatus, WaitingFor } from "../../../../src/domain/job-record.ts";
import { toVideoJobStatus } from "../../../../src/server/dialects/api-v1/job-answers.ts";
import { toSubmission } from "../../../../src/server/dialects/api-v1/translate.ts";
import { VOICES } from "../../serving.ts";

const LEAST = { user_id: "u1", title: "Rivers", script_content: "Rivers begin small." };
const translate = (more: object = {}, around: object = {}) => toSubmission({ video_request: { ...LEAST, ...more }, ...around }, VOICES);
const filmOf = (more: object) => {
  const { request } = translate(more);
  return request.kind === "generate" ? request.film : undefined;
};

test("the least that is asked makes a film of the script, with who asked", () => {
  const { request, priority, origin } = translate();
  expect(priority).toBe(5);
  expect(origin).toEqual({
    dialect: "api-v1",
    userId: "u1",
    details: { script_id: null, platform: null, voice_provider: null, voice_name: null, notes: [] },
  });
  expect(request).toMatchObject({
    kind: "generate",
    review: false,
    runAt: null,
    film: { script: "Rivers begin small.", title: "Rivers", aspect: "16:9", quality: "720p", style: "cinematic" },
  });
  expect(request.kind === "generate" && "duration_target" in request.film).toBe(false);
});

const FILMS: [asked: object, film: object][] = [
  [{ platform: "youtube" }, { aspect: "16:9", duration_target: 60 }],
  [{ platform: "tiktok" }, { aspect: "9:16", duration_target: 30 }],
  [{ platform: "instagram" }, { aspect: "9:16", duration_target: 30 }],
  [{ platform: "facebook" }, { aspect: "1:1", duration_target: 60 }],
  [
    { platform: "tiktok", duration: 12.5 },
    { aspect: "9:16", duration_target: 12.5 },
  ],
  [{ duration: 20 }, { aspect: "16:9", duration_target: 20 }],
  [{ language: "fr" }, { language: "fr" }],
  [{ voice_name: "flite-slt" }, { voice: "flite-slt" }],
  [{ voice_name: "en-US-female" }, { voice: "en-US-female" }],
  [{ voice_provider: "espeak" }, { voice: "espeak-en" }],
  [{ voice_provider: "espeak", voice_name: "espeak-en" }, { voice: "espeak-en" }],
];
test.each(FILMS)("%j becomes %j", (asked, film) => expect(filmOf(asked)).toMatchObject(film));

const NOTES: [asked: object, note: string][] = [
  [{ voice_provider: "elevenlabs", voice_name: "Rachel" }, '"elevenlabs" is not configured'],
  [{ voice_provider: "azure" }, '"azure" is not configured'],
  [{ voice_name: "Rachel" }, 'no voice "Rachel"'],
  [{ voice_provider: "flite", voice_name: "espeak-en" }, 'no voice "espeak-en"'],
];
test.each(NOTES)("%j falls back, with a note", (asked, note) => {
  expect(filmOf(asked)).not.toHaveProperty("voice");
  expect(translate(asked).origin.details.notes).toEqual([expect.stringContaining(note)]);
});

test("what only this dialect knows is kept", () =>
  expect(translate({ script_id: "s1", platform: "youtube" }, { priority: 9 })).toMatchObject({
    priority: 9,
    origin: { details: { script_id: "s1", platform: "youtube" } },
  }));

const REFUSED: [body: unknown, paths: string[]][] = [
  [null, [""]],
  [[], [""]],
  ["x", [""]],
  [{}, ["video_request"]],
  [{ video_request: {} }, ["video_request.user_id", "video_request.title", "video_request.script_content"]],
  [{ video_request: { ...LEAST, user_id: " " } }, ["video_request.user_id"]],
  [{ video_request: { ...LEAST, title: "" } }, ["video_request.title"]],
  [{ video_request: { ...LEAST, title: "x".repeat(201) } }, ["video_request.title"]],
  [{ video_request: { ...LEAST, script_content: " \n" } }, ["video_request.script_content"]],
  [{ video_request: { ...LEAST, script_content: "x".repeat(60_001) } }, ["video_request.script_content"]],
  [{ video_request: { ...LEAST, script_content: 7 } }, ["video_request.script_content"]],
  [{ video_request: { ...LEAST, platform: "betamax" } }, ["video_request.platform"]],
  [{ video_request: { ...LEAST, duration: 9 } }, ["video_request.duration"]],
  [{ video_request: { ...LEAST, duration: "30" } }, ["video_request.duration"]],
  [{ video_request: { ...LEAST, language: "!!" } }, ["video_request.language"]],
  [{ video_request: { ...LEAST, callback_url: "https://a.example/" } }, ["video_request.callback_url"]],
  [{ video_request: LEAST, priority: 11 }, ["priority"]],
  [{ video_request: LEAST, user: 1 }, ["user"]],
];
describe("refused is", () => {
  test.each(REFUSED)("%j", (body, paths) => {
    const faults = paths.map((path) => expect.objectContaining({ path }));
    expect(() => toSubmission(body, VOICES)).toThrow(expect.objectContaining({ code: "invalid_request", faults }));
  });
});

const STATUSES: [status: JobStatus, waitingFor: WaitingFor | null, said: string][] = [
  ["pending", "slot", "pending"],
  ["pending", "time", "pending"],
  ["pending", "approval", "pending"],
  ["pending", "retry", "retrying"],
  ["scene_planning", null, "processing"],
  ["rendering", null, "processing"],
  ["completed", null, "success"],
  ["failed", null, "failure"],
  ["cancelled", null, "cancelled"],
];
test.each(STATUSES)("%s, waiting for %s, is %s", (status, waitingFor, said) =>
  expect<string>(toVideoJobStatus({ status, waitingFor })).toBe(said),
);
