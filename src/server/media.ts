import { stat } from "node:fs/promises";
import { z } from "zod";
import { KinoraError } from "../domain/error.ts";
import { splitAddress } from "./address.ts";
import { endpoint } from "./endpoint.ts";
import { answerProblem } from "./errors.ts";
import { isFresh } from "./etag.ts";
import { EXAMPLE_ID } from "./job-path.ts";
import type { ServerMeans } from "./means.ts";
import { oneOf } from "./query.ts";

const TYPES: Record<string, string> = {
  mp4: "video/mp4",
  m4s: "video/iso.segment",
  webm: "video/webm",
  m3u8: "application/vnd.apple.mpegurl",
  ts: "video/mp2t",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  vtt: "text/vtt; charset=utf-8",
  srt: "application/x-subrip; charset=utf-8",
  ass: "text/x-ssa; charset=utf-8",
  json: "application/json",
};
const typeOf = (name: string): string => TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";

const MediaQuery = z.object({ download: oneOf(["1", "0"]).default("0").describe("1 has browsers save the file instead of showing it") });

/** `GET /media/:id/:revision/:name`: a job's files, whole or in part. */
export const media = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/media/:id/:revision/:name",
    name: "getMedia",
    tag: "Films",
    summary: "Get a file of a film",
    description: "Whole, or a part of it with `Range`.",
    params: {
      id: { description: "The job's id, a UUIDv7", example: EXAMPLE_ID },
      revision: { description: "The film's revision, from 1", example: "1" },
      name: { description: "The file's name", example: "film.mp4" },
    },
    query: MediaQuery,
    headers: {
      Range: { required: false, description: "Which bytes (RFC 9110, 14)", example: "bytes=0-1023" },
      "If-None-Match": { required: false, description: "An ETag that you have: unchanged answers 304", example: '"k3v9x2"' },
    },
    answers: {
      200: { description: "The file", type: "*/*", headers: { ETag: { description: "Changes with the file", example: '"k3v9x2"' } } },
      206: { description: "The part that was asked for", type: "*/*" },
      304: { description: "It is as you have it" },
      416: { description: "The file has no such part", type: "application/problem+json" },
    },
    errors: ["invalid_request", "not_found"],
    async handle({ params, query, request }) {
      const { id = "", revision = "", name = "" } = params;
      const path = /^[1-9]\d{0,8}$/.test(revision) ? service.file(id, Number(revision), name) : undefined;
      const found = path === undefined ? undefined : await lookAt(path);
      if (path === undefined || !found) throw new KinoraError("not_found", "There is no such file.");
      return answerFile({ path, name, ...found }, request, query.download === "1" ? `kinora-${id}-${name}` : undefined);
    },
  });

async function lookAt(path: string): Promise<{ size: number; changed: Date } | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { size: found.size, changed: found.mtime } : undefined;
}

type DiskFile = { path: string; name: string; size: number; changed: Date };

/** A file on the disk. The runtime answers `Range` and `If-Range` by itself. */
function answerFile({ path, name, size, changed }: DiskFile, { method, headers, url }: Request, saveAs: string | undefined): Response {
  const tag = `${size.toString(36)}-${Math.floor(changed.getTime()).toString(36)}`;
  const about: Record<string, string> = {
    etag: `"${tag}"`,
    "last-modified": changed.toUTCString(),
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
  };
  if (isUnchanged(headers, tag, changed)) return new Response(null, { status: 304, headers: about });
  if (method === "GET" && !headers.has("if-range") && isBeyond(headers.get("range"), size))
    return answerBeyond(splitAddress(url).path, size);
  about["content-disposition"] = saveAs ? `attachment; filename="${saveAs.replaceAll(/[^\w.-]/g, "_")}"` : "inline";
  return new Response(Bun.file(path), { headers: { ...about, "content-type": typeOf(name) } });
}

/** RFC 9110, 13.2.2: the date counts only where no tag is named. */
function isUnchanged(headers: Headers, tag: string, changed: Date): boolean {
  if (headers.has("if-none-match")) return isFresh(headers, tag);
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return Number.isFinite(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}

/** Whether a single range begins after the end. */
function isBeyond(range: string | null, size: number): boolean {
  const [, start] = /^bytes=(\d+)-\d*$/.exec(range ?? "") ?? [];
  return start !== undefined && Number(start) >= size;
}

function answerBeyond(path: string, size: number): Response {
  const problem = new KinoraError("invalid_request", `The file has ${size.toLocaleString("en")} bytes; the range begins after them.`);
  return answerProblem(problem, path, { status: 416, headers: { "content-range": `bytes */${size}` } });
}
