import { z } from "zod";
import { CAPTION_CHOICES, MUSIC_CHOICES, QUALITY_CHOICES } from "../../../domain/choices.ts";
import { Style } from "../../../domain/job.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";

const VoicesAnswer = z
  .object({
    voices: z
      .array(
        z.object({
          id: z.string().describe("The name that a request asks for it by"),
          provider: z.string().describe("Who has it"),
          name: z.string().describe("Its name, as people read it"),
          languages: z.array(z.string()).describe("What it speaks, BCP 47; `*` for any"),
          note: z.string().nullable().describe("How it sounds"),
        }),
      )
      .describe("The best first: the first that speaks a language reads it by default"),
  })
  .meta({ title: "Voices", description: "The voices that can be asked for" });

const ChoicesAnswer = z
  .object({
    styles: z
      .array(
        z.object({
          id: Style.describe("The style"),
          name: z.string().describe("Its name, as people read it"),
          description: z.string().describe("What it looks like, in a sentence"),
        }),
      )
      .describe("How films look and are told"),
    languages: z
      .array(
        z.object({
          id: z.string().describe("BCP 47"),
          name: z.string().describe("Its name in itself"),
          voice: z.string().describe("Who reads it where no voice is asked for"),
        }),
      )
      .describe("The languages of films"),
    captions: z.array(z.string()).describe("Looks of captions, with `auto` for the style's own and `off`"),
    music: z.array(z.string()).describe("Moods of music, with `auto` for the film's own and `off`"),
    qualities: z.array(z.string()).describe("The short side of the picture, the smallest first"),
  })
  .meta({ title: "Choices", description: "What a request can choose from" });

const EXAMPLE_VOICES: z.infer<typeof VoicesAnswer> = {
  voices: [
    { id: "flite-slt", provider: "flite", name: "Slt, English, female", languages: ["en"], note: "American, clear and calm" },
    { id: "espeak-es", provider: "espeak", name: "eSpeak, Spanish, neutral", languages: ["es"], note: "Spanish, clear" },
  ],
};

const EXAMPLE_CHOICES: z.infer<typeof ChoicesAnswer> = {
  styles: [{ id: "cinematic", name: "Cinematic", description: "Wide landscapes with slow parallax" }],
  languages: [{ id: "es", name: "Español", voice: "espeak-es" }],
  captions: ["auto", "cinematic", "off"],
  music: ["auto", "calm", "off"],
  qualities: ["480p", "720p"],
};

/** `GET /mcp/voices` and `GET /mcp/styles`: what a request can choose from. */
export const choices = ({ voices, styles, languages }: Pick<ServerMeans, "voices" | "styles" | "languages">) => [
  endpoint({
    method: "GET",
    path: "/mcp/voices",
    name: "listVoices",
    tag: "Films",
    summary: "List the voices",
    answers: { 200: { description: "Every voice", type: "application/json", schema: VoicesAnswer, example: EXAMPLE_VOICES } },
    errors: [],
    handle: () => answerJson({ voices }),
  }),
  endpoint({
    method: "GET",
    path: "/mcp/styles",
    name: "listStyles",
    tag: "Films",
    summary: "List styles, languages and what else films can be",
    answers: { 200: { description: "What there is", type: "application/json", schema: ChoicesAnswer, example: EXAMPLE_CHOICES } },
    errors: [],
    handle: () => answerJson({ styles, languages, captions: CAPTION_CHOICES, music: MUSIC_CHOICES, qualities: QUALITY_CHOICES }),
  }),
];
