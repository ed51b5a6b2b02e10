import { expect, test } from "bun:test";
import type { z } from "zod";
import type { JobDetails, JobReceipt, ListedJob } from "../../src/client/answers.ts";
import type { VideoJobRequest } from "../../src/client/create.ts";
import type { VideoJobAnswer } from "../../src/client/inner/from-answers.ts";
import type { Preferences } from "../../src/client/preferences.ts";
import type { About, ServerSetting } from "../../src/client/settings.ts";
import type { FilmRequest, ServerEvent } from "../../src/client/words.ts";
import type { AnyEvent } from "../../src/domain/event.ts";
import type { SettingView } from "../../src/domain/live-settings.ts";
import { PreferencesChange } from "../../src/domain/preferences.ts";
import { SubmitRequest } from "../../src/domain/submit.ts";
import { USUAL_PREFERENCES } from "../../src/domain/usual-preferences.ts";
import { EXAMPLE_JOB, type VideoJob } from "../../src/server/dialects/api-v1/job-answers.ts";
import { VideoJobRequest as ServerVideoJobRequest } from "../../src/server/dialects/api-v1/translate.ts";
import { EXAMPLE_RECEIPT, EXAMPLE_STATUS, type Receipt, type StatusAnswer } from "../../src/server/dialects/mcp/job-answers.ts";
import { EXAMPLE_LISTED } from "../../src/server/dialects/mcp/listed-job.ts";
import type { Surroundings } from "../../src/service/premises.ts";

// What the server says is assigned to what the client expects, and the other way for requests: the compiler sees to it that they agree.

const answers: [JobDetails, JobReceipt, VideoJobAnswer, ListedJob] = [
  EXAMPLE_STATUS satisfies StatusAnswer,
  EXAMPLE_RECEIPT satisfies Receipt,
  EXAMPLE_JOB satisfies VideoJob,
  EXAMPLE_LISTED,
];
const film: FilmRequest = { storyboard: { scenes: [{ narration: "Tea." }] }, priority: 3, captions: "pop", run_at: "2026-11-20T17:00:00Z" };
const script: VideoJobRequest = { video_request: { user_id: "u", title: "Tea", script_content: "Tea is a leaf.", platform: "youtube" } };
type AskedOfServer = z.input<typeof ServerVideoJobRequest>["video_request"];
const preferences: Preferences = USUAL_PREFERENCES;
const change: z.input<typeof PreferencesChange> = {} as Partial<Preferences>;
const surroundings: Omit<About, "started_at" | "base_path"> = {} as Omit<Surroundings, "startedUs">;
const setting: ServerSetting = {} as SettingView;
const names: Record<keyof AskedOfServer, true> & Record<keyof VideoJobRequest["video_request"], true> = {
  user_id: true,
  title: true,
  script_content: true,
  script_id: true,
  language: true,
  platform: true,
  duration: true,
  voice_provider: true,
  voice_name: true,
};
const event: ServerEvent = { event: "job_cancelled", job_id: "a" } satisfies AnyEvent;

test("requests that the client's types allow are taken by the server's schemas", () => {
  expect(SubmitRequest.safeParse(film).success).toBe(true);
  expect(ServerVideoJobRequest.safeParse(script).success).toBe(true);
  expect(Object.keys(ServerVideoJobRequest.shape.video_request.shape).sort()).toEqual(Object.keys(names).sort());
});

test("what the Settings page changes has the same words on both sides", () => {
  expect(PreferencesChange.parse(preferences)).toEqual(preferences as never);
  expect([change, surroundings, setting]).toHaveLength(3);
});

test("answers of the server are those that the client expects", () => {
  expect(answers).toHaveLength(4);
  expect(event.event).toBe("job_cancelled");
});
