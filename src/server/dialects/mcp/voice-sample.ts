import { z } from "zod";
import { primaryLanguage } from "../../../domain/language-tag.ts";
import { endpoint, type HeaderNote } from "../../endpoint.ts";
import { isFresh, quoteTag } from "../../etag.ts";
import type { ServerMeans } from "../../means.ts";

const SampleQuery = z.object({
  language: z
    .string()
    .max(35, { error: "must be a language tag such as en" })
    .refine((tag) => primaryLanguage(tag) !== "und", { error: "must be a language tag such as en" })
    .optional()
    .describe("One that the voice speaks, BCP 47; by default its first"),
});

/** A week: a voice hardly ever comes to sound different. */
const KEEP_SEC = 604_800;
const ETAG: Record<string, HeaderNote> = { ETag: { description: "Changes with the sample", example: '"k3v9x2"' } };

/** `GET /mcp/voices/:id/sample`: how a voice sounds. */
export const voiceSample = ({ samples }: Pick<ServerMeans, "samples">) =>
  endpoint({
    method: "GET",
    path: "/mcp/voices/:id/sample",
    name: "getVoiceSample",
    tag: "Films",
    summary: "Hear a voice",
    description: "A sentence of a few seconds. It is spoken when it is first asked for, within 15 s, and kept.",
    params: { id: { description: "The voice, as `/mcp/voices` names it", example: "flite-slt" } },
    query: SampleQuery,
    headers: { "If-None-Match": { required: false, description: "An ETag that you have: unchanged answers 304", example: '"k3v9x2"' } },
    answers: {
      200: { description: "The sample: mono, 16 bits, 48 kHz", type: "audio/wav", headers: ETAG },
      206: { description: "The part that was asked for with `Range`", type: "audio/wav" },
      304: { description: "It is as you have it", headers: ETAG },
    },
    errors: ["invalid_request", "not_found", "queue_closed"],
    async handle({ params, query, request }) {
      const { file, tag } = await samples.find(params.id!, query.language);
      const about = { etag: quoteTag(tag), "cache-control": `private, max-age=${KEEP_SEC}`, "accept-ranges": "bytes" };
      if (isFresh(request.headers, tag)) return new Response(null, { status: 304, headers: about });
      return new Response(Bun.file(file), { headers: { ...about, "content-type": "audio/wav" } });
    },
  });
