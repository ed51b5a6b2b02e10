import { z } from "zod";
import type { ErrorCode } from "../domain/error.ts";
import type { QuerySchema } from "./query.ts";

/** One call of an endpoint, with its query read. */
export type Call<Query> = {
  request: Request;
  /** What stands in the path, decoded. */
  params: Record<string, string>;
  query: Query;
  /** The body as JSON. Throws `unsupported_media_type`, `too_large` or `invalid_request`. */
  json: () => Promise<unknown>;
};

/** A header as it is documented. */
export type HeaderNote = { description: string; example: string };

/** One way in which an endpoint answers when all goes well. Without a schema the content is no JSON; without a type there is none. */
export type AnswerNote = {
  description: string;
  type?: string;
  schema?: z.ZodType;
  example?: unknown;
  headers?: Record<string, HeaderNote>;
};

/** A method of a path: what it takes, what it answers, what it does. The documentation is made from it. */
export type Endpoint<Schema extends QuerySchema = QuerySchema> = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As in `/mcp/status/:id`, without a slash at the end. */
  path: string;
  summary: string;
  description?: string;
  tag: string;
  /** The name of the operation, for generated clients. */
  name: string;
  /** True for pages, which are no part of the API. */
  isPage?: boolean;
  query?: Schema;
  /** True for files that take long to send: who reads slowly is given more time before the connection is closed. */
  isDownload?: boolean;
  /** Pages take any query. */
  anyQuery?: boolean;
  params?: Record<string, { description: string; example: string }>;
  headers?: Record<string, HeaderNote & { required: boolean }>;
  body?: { schema: z.ZodType; description: string; examples: Record<string, unknown> };
  answers: Record<number, AnswerNote>;
  /** How it can fail beyond what every endpoint can. */
  errors: readonly ErrorCode[];
  handle: (call: Call<z.infer<Schema>>) => Response | Promise<Response>;
};

/** No parameter at all. */
export const NoQuery = z.object({});

/** Ties the query's schema to what the handler is given. */
export function endpoint<Schema extends QuerySchema = typeof NoQuery>(definition: Endpoint<Schema>): Endpoint {
  return definition as unknown as Endpoint;
}

/** An answer in JSON. What a job is at changes by the moment, so nobody is to keep it. */
export function answerJson(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
}
