import { Elysia } from "elysia";
import { z } from "zod";
import { type ErrorCode, KinoraError } from "../domain/error.ts";
import type { AnswerNote, Endpoint, HeaderNote } from "./endpoint.ts";
import { PHRASES, Problem, STATUS_OF, toProblem } from "./errors.ts";
import { describeFields, tidySchema } from "./openapi-schema.ts";

const TAGS = {
  Films: "Make films and fetch them",
  Jobs: "See and steer what is being made",
  Storyboards: "Read and edit the scenes of a film",
  Events: "Hear what happens",
  "Video jobs": "The same engine in the words of an earlier job API: a script goes in, a video comes out",
  Server: "Preferences, settings, and what the server stands on",
  Analytics: "See how it went, in figures and reports",
  Health: "See whether all is well",
};
const ALWAYS: ErrorCode[] = ["invalid_request", "internal"];

type Parameter = { name: string; in: string; required?: boolean; description?: string; example?: unknown; schema: Record<string, unknown> };
type Operation = { operationId: string; parameters?: Parameter[] };
export type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

/** The API as an OpenAPI 3.1 document. Made when it is asked for: the plugin and its routes are no part of what serves. */
export async function buildDocument(endpoints: readonly Endpoint[], version: string, basePath = ""): Promise<Document> {
  const { toOpenAPISchema } = await import("@elysiajs/openapi/openapi");
  const shown = endpoints.filter(({ isPage }) => !isPage);
  const app = new Elysia({ aot: false });
  for (const endpoint of shown) {
    const hooks = { ...(endpoint.query && { query: endpoint.query }), detail: { ...toDetail(endpoint), operationId: endpoint.name } };
    app.route(endpoint.method, endpoint.path, () => "", hooks as object);
  }
  const { paths } = toOpenAPISchema(app as never) as unknown as { paths: Document["paths"] };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  for (const operation of operations) completeParameters(operation, shown.find(({ name }) => name === operation.operationId)!);
  return {
    openapi: "3.1.0",
    ...{ info: toInfo(version), servers: [{ url: basePath || "/", description: "This server" }], security: [] },
    ...{ tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })) },
    paths,
    components: { schemas: toSchemas(shown) },
  };
}

const toInfo = (version: string) => ({
  title: "Kinora",
  version,
  description:
    "Words in, films out. Errors are problem details (RFC 9457) with a code; times are RFC 3339 in UTC, lengths seconds. Addresses in answers are below the server's.",
  license: { name: "GNU General Public License v3.0 or later", identifier: "GPL-3.0-or-later" },
});

function toDetail({ summary, description, tag, body, answers, errors }: Endpoint): object {
  const examples = Object.entries(body?.examples ?? {}).map(([name, value]) => [name, { value }]);
  return {
    summary,
    ...(description && { description }),
    tags: [tag],
    ...(body && {
      requestBody: {
        description: body.description,
        required: true,
        content: { "application/json": { schema: refTo(nameOf(body.schema)), examples: Object.fromEntries(examples) } },
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, toAnswer(answer)])),
      ...toErrors(errors),
    },
  };
}

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function toAnswer({ description, type, schema, example, headers }: AnswerNote): object {
  const content = schema ? { schema: refTo(nameOf(schema)), ...(example !== undefined && { example }) } : { schema: { type: "string" } };
  return {
    description,
    ...(headers && { headers: Object.fromEntries(Object.entries(headers).map(([name, note]) => [name, toHeader(note)])) }),
    ...(type && { content: { [type]: type === "application/problem+json" ? { schema: refTo("Problem") } : content } }),
  };
}

const toHeader = ({ description, example }: HeaderNote) => ({ description, schema: { type: "string" }, example });

/** Every way to fail, by its status. */
function toErrors(codes: readonly ErrorCode[]): Record<string, object> {
  const byStatus = Object.groupBy([...new Set([...ALWAYS, ...codes])], (code) => STATUS_OF[code]);
  return Object.fromEntries(Object.entries(byStatus).map(([status, group]) => [status, toErrorAnswer(Number(status), group!)]));
}

function toErrorAnswer(status: number, codes: ErrorCode[]): object {
  const example = toProblem(new KinoraError(codes[0]!, EXAMPLES[codes[0]!] ?? `${PHRASES[status]}.`), "/mcp/jobs");
  const wait = { "Retry-After": { description: "When to try again, s", schema: { type: "integer" }, example: 30 } };
  return {
    description: `${PHRASES[status]}: ${codes.map((code) => `\`${code}\``).join(", ")}`,
    ...((status === 429 || status === 503) && { headers: wait }),
    content: { "application/problem+json": { schema: refTo("Problem"), example } },
  };
}

const EXAMPLES: Partial<Record<ErrorCode, string>> = {
  invalid_request: "limit: must be digits.",
  not_found: "There is no job 0199f3a0-7c1e-7b3a-9c55-2f1d6e8a4b10.",
  wrong_state: "The film is not finished. Ask /mcp/status how far it is.",
  disk_full: "The disk is nearly full. Free some space and try again.",
};

/** Says of each parameter what it is; headers are added here. */
function completeParameters(operation: Operation, { params = {}, headers = {} }: Endpoint): void {
  const given = (operation.parameters ?? []).map((parameter): Parameter => {
    const { description, examples, repeatable, ...schema } = tidySchema(parameter.schema) as Record<string, unknown>;
    const note = params[parameter.name] ?? { description, example: (examples as unknown[] | undefined)?.[0] };
    return { ...parameter, description: note.description as string, ...(note.example !== undefined && { example: note.example }), schema };
  });
  const added = Object.entries(headers).map(([name, { required, description, example }]): Parameter => {
    return { name, in: "header", required, description, example, schema: { type: "string" } };
  });
  const parameters = [...given, ...added];
  if (parameters.length > 0) operation.parameters = parameters;
}

function nameOf(schema: z.ZodType): string {
  const name = schema.meta()?.title;
  if (!name) throw new Error("A schema of the API has no title.");
  return name;
}

/** Every schema that is named, as JSON Schema; those that occur in others are referred to. */
function toSchemas(endpoints: readonly Endpoint[]): Record<string, object> {
  const answers = [Problem, ...endpoints.flatMap(({ answers }) => Object.values(answers).flatMap(({ schema }) => schema ?? []))];
  const bodies = endpoints.flatMap(({ body }) => body?.schema ?? []);
  return { ...convert(answers, "output"), ...convert(bodies, "input") };
}

function convert(schemas: z.ZodType[], io: "input" | "output"): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const schema of new Set(schemas)) registry.add(schema, { id: nameOf(schema) });
  const converted = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` }).schemas;
  return Object.fromEntries(Object.entries(converted).map(([name, schema]) => [name, describeFields(tidySchema(schema))]));
}
