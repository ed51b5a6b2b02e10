import { z } from "zod";
import type { Film } from "../../../domain/artifacts.ts";
import { KinoraError } from "../../../domain/error.ts";
import { mediaUrl } from "../../../domain/event.ts";
import { frameSize, Quality } from "../../../domain/frame.ts";
import { type JobRecord, phaseOf } from "../../../domain/job-record.ts";
import type { QualityReport } from "../../../domain/quality.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { Id } from "./job-answers.ts";

const Download = z.object({
  format: z.enum(["mp4", "webm"]).describe("The file's format"),
  quality: Quality.describe("The short side of the picture in lines"),
  width: z.int().min(2).describe("Width of the picture, pixels"),
  height: z.int().min(2).describe("Height of the picture, pixels"),
  bytes: z.int().min(0).describe("Size of the file, bytes"),
  url: z.string().describe("Where it is"),
});

const Subtitles = z.object({
  language: z.string().describe("BCP 47"),
  vtt_url: z.string().describe("As WebVTT"),
  srt_url: z.string().describe("As SubRip"),
});

const CreditAnswer = z.object({
  what: z.string().describe("What is owed for"),
  author: z.string().describe("To whom"),
  url: z.string().nullable().describe("Where it comes from"),
  licence: z.string().describe("Under which licence"),
});

const Check = z.object({
  name: z.string().describe("What was measured"),
  value: z.union([z.number(), z.string()]).describe("What came out, in `unit`"),
  unit: z.string().describe("The value's unit"),
  limit: z.string().describe("What it is held against"),
  passed: z.boolean().describe("Whether it keeps to the limit"),
  informational: z.boolean().describe("True when it is only reported and does not count"),
});

const ResultAnswer = z
  .object({
    job_id: Id,
    video_url: z.string().describe("The film"),
    hls_url: z.string().nullable().describe("The film as a stream; null as long as there is none"),
    thumbnail_url: z.string().describe("A picture of the film, JPEG"),
    duration: z.number().describe("Length of the film, s"),
    downloads: z.array(Download).describe("Every file of the film"),
    subtitles: z.array(Subtitles).describe("Its words, by language"),
    storyboard_thumbnails: z
      .object({
        sprite_url: z.string().describe("Small pictures in one"),
        vtt_url: z.string().describe("Which of them belongs to which time"),
      })
      .nullable()
      .describe("Pictures to show on the scrubber; null as long as there are none"),
    credits: z.array(CreditAnswer).describe("Whom the film owes something to"),
    quality_report: z
      .object({
        passed: z.boolean().describe("Whether everything that counts passed"),
        checks: z.array(Check).describe("What was measured"),
      })
      .describe("What was measured on the finished file"),
    notes: z.array(z.string()).describe("What could not be done as asked, and why"),
  })
  .meta({ title: "FilmResult", description: "A finished film" });
type ResultAnswer = z.infer<typeof ResultAnswer>;

const exampleUrl = (file: string) => mediaUrl(EXAMPLE_ID, 1, file);
const EXAMPLE: ResultAnswer = {
  job_id: EXAMPLE_ID,
  video_url: exampleUrl("film.mp4"),
  hls_url: null,
  thumbnail_url: exampleUrl("film.jpg"),
  duration: 60,
  downloads: [{ format: "mp4", quality: "720p", width: 1280, height: 720, bytes: 12_345_678, url: `${exampleUrl("film.mp4")}?download=1` }],
  subtitles: [{ language: "en", vtt_url: exampleUrl("film.vtt"), srt_url: exampleUrl("film.srt") }],
  storyboard_thumbnails: null,
  credits: [{ what: "Emoji pictures", author: "Microsoft", url: "https://github.com/microsoft/fluentui-emoji", licence: "MIT" }],
  quality_report: {
    passed: true,
    checks: [{ name: "loudness", value: -14, unit: "LUFS", limit: "-14 ± 1", passed: true, informational: false }],
  },
  notes: [],
};

/** `GET /mcp/result/:id`: the film of a finished job. */
export const result = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/mcp/result/:id",
    name: "getResult",
    tag: "Films",
    summary: "Get the finished film",
    params: JOB_ID,
    answers: { 200: { description: "The film", type: "application/json", schema: ResultAnswer, example: EXAMPLE } },
    errors: ["not_found", "wrong_state"],
    handle({ params }) {
      const { job } = service.view(params.id!);
      const film = filmOf(job);
      return answerJson(toResult(job, film));
    },
  });

/** The film of a job. Throws `wrong_state` while there is none. */
function filmOf({ status, error, film }: JobRecord): Film {
  if (status === "completed" && film) return film;
  const why =
    phaseOf(status) !== "over"
      ? "The film is not finished. Ask /mcp/status how far it is."
      : status === "completed"
        ? "This job makes no film."
        : `There is no film: the job ${status === "failed" ? `failed. ${error ?? ""}` : "was cancelled."}`.trim();
  throw new KinoraError("wrong_state", why);
}

/** The addresses of a film's files: they are named as they are stored. */
export function filmUrls({ id, revision }: Pick<JobRecord, "id" | "revision">, { video, poster, vtt, srt }: Film) {
  const url = (path: string) => mediaUrl(id, revision, path.slice(path.lastIndexOf("/") + 1));
  return { video: url(video), poster: url(poster), vtt: url(vtt), srt: url(srt) };
}

function toResult(job: JobRecord, film: Film): ResultAnswer {
  const urls = filmUrls(job, film);
  const { language, credits } = film;
  const { aspect, quality } = job.request.kind === "generate" ? job.request.film : ({ aspect: "16:9", quality: "720p" } as const);
  return {
    job_id: job.id,
    video_url: urls.video,
    hls_url: null,
    thumbnail_url: urls.poster,
    duration: film.durationSec,
    downloads: [{ format: "mp4", quality, ...frameSize(aspect, quality), bytes: film.bytes, url: `${urls.video}?download=1` }],
    subtitles: [{ language, vtt_url: urls.vtt, srt_url: urls.srt }],
    storyboard_thumbnails: null,
    credits: credits.map(({ what, author, url = null, licence }) => ({ what, author, url, licence })),
    quality_report: toReport(film.report),
    notes: film.notes,
  };
}

const toReport = ({ passed, checks }: QualityReport): ResultAnswer["quality_report"] => ({
  passed,
  checks: checks.map(({ name, value, unit, limit, passed, informational = false }) => ({
    name,
    value,
    unit,
    limit,
    passed,
    informational,
  })),
});
