import { describe, expect, test } from "bun:test";
import SwaggerParser from "@apidevtools/swagger-parser";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { apiV1 } from "../../src/server/dialects/api-v1/routes.ts";
import { mcp } from "../../src/server/dialects/mcp/routes.ts";
import type { Endpoint } from "../../src/server/endpoint.ts";
import { health } from "../../src/server/health.ts";
import type { ServerMeans } from "../../src/server/means.ts";
import { media } from "../../src/server/media.ts";
import { tidySchema } from "../../src/server/openapi-schema.ts";
import { fakeService } from "./fake-service.ts";
import { ask, serve } from "./serving.ts";

type Schema = { [key: string]: unknown };
type Operation = {
  operationId: string;
  summary?: string;
  parameters?: { name: string; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { examples?: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { example?: unknown; schema?: Schema }> }>;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

const { url } = serve();
const text = await (await ask(url, "GET /openapi.json")).text();
const read = () => JSON.parse(text) as Document;

async function lint(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, config, absoluteRef: "/openapi.json" });
  return problems.map(({ message, location }) => `${message} ${location[0]?.pointer ?? ""}`);
}

describe("the OpenAPI document", () => {
  test("passes swagger-parser, which finds what is wrong in another", async () => {
    expect(read().openapi).toBe("3.1.0");
    await SwaggerParser.validate(read() as never);
    const broken = read();
    broken.paths["/mcp/jobs"]!.get!.responses = { "200": {} } as never;
    await expect(SwaggerParser.validate(broken as never)).rejects.toThrow();
  });

  test("passes Redocly's rules, which find what is wrong in another", async () => {
    expect(await lint(text)).toEqual([]);
    expect(await lint(text.replace('"operationId":"getStatus"', '"operationId":"getResult"'))).not.toEqual([]);
    expect(await lint(text.replace('"job_id":"', '"job_id":7,"x":"'))).not.toEqual([]);
  });

  test("has its schemas in one place, none of a validator's inner life, and is always the same", async () => {
    expect(text).not.toMatch(/\$defs|"~standard"|"_zod"|repeatable|"\$schema"|9007199254740991,"description":"[^"]*(seed|page)/);
    expect(await (await ask(url, "GET /openapi.json")).text()).toBe(text);
    expect(text.length).toBeLessThan(250_000);
  });

  test("says of every field, parameter and answer what it is", () => {
    const { paths, components } = read();
    expect(Object.entries(components.schemas).flatMap(([name, schema]) => findSilent(schema, name))).toEqual([]);
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const parameters = operations.flatMap(({ operationId, parameters = [] }) =>
      parameters.map((parameter) => ({ operationId, ...parameter })),
    );
    expect(parameters.filter(({ description }) => !description)).toEqual([]);
    expect(
      operations.filter(({ summary, responses }) => !summary || Object.values(responses).some(({ description }) => !description)),
    ).toEqual([]);
  });

  test("has every call of the contract, with how it fails", () => {
    const { paths } = read();
    const said = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => `${method} ${path} ${Object.keys(responses).join(" ")}`),
    );
    expect(said).toEqual(expect.arrayContaining(CALLS));
    expect(paths).not.toHaveProperty("/docs");
    expect(paths).not.toHaveProperty("/");
  });
});

const CALLS = [
  "get /mcp/preferences 200 400 500",
  "put /mcp/preferences 200 400 413 415 500 503",
  "get /mcp/settings 200 400 500",
  "put /mcp/settings 200 400 409 413 415 500 503",
  "get /mcp/about 200 400 500",
  "delete /mcp/cache 200 400 413 415 500",
  "get /mcp/analytics 200 400 500",
  "get /mcp/analytics/{section} 200 400 404 500",
  "get /mcp/reports/{period} 200 400 404 500",
  "post /mcp/generate 202 400 413 415 422 429 500 503",
  "get /mcp/status/{id} 200 400 404 500",
  "get /mcp/jobs 200 400 500",
  "post /mcp/cancel/{id} 200 400 404 409 413 415 500",
  "post /mcp/retry/{id} 202 400 404 409 413 415 500 503",
  "get /mcp/result/{id} 200 400 404 409 500",
  "get /mcp/storyboard/{id} 200 304 400 404 409 500",
  "put /mcp/storyboard/{id} 200 400 404 409 412 413 415 428 500 503",
  "post /mcp/storyboard/{id}/approve 202 400 404 409 413 415 500 503",
  "post /mcp/prefetch/{id} 202 400 404 409 413 415 500",
  "get /mcp/logs/{id} 200 400 404 500",
  "get /mcp/logs/{id}/summary 200 400 404 500",
  "get /mcp/logs/{id}/matches 200 400 404 500",
  "get /mcp/events 200 400 500",
  "get /mcp/voices 200 400 500",
  "get /mcp/queue 200 400 500",
  "post /mcp/bulk 200 400 413 415 500",
  "get /mcp/export 200 400 404 500",
  "get /mcp/films 200 400 404 409 500",
  "post /mcp/estimate 200 400 413 415 500",
  "get /mcp/request/{id} 200 400 404 500",
  "get /mcp/attempts/{id} 200 400 404 500",
  "get /mcp/styles 200 400 500",
  "get /mcp/voices/{id}/sample 200 206 304 400 404 500 503",
  "post /api/v1/jobs 201 400 413 415 422 429 500 503",
  "get /api/v1/jobs 200 400 500",
  "get /api/v1/jobs/{id} 200 400 404 500",
  "delete /api/v1/jobs/{id} 200 400 404 409 413 415 500",
  "get /api/v1/jobs/stats/counts 200 400 500",
  "get /api/v1/jobs/health 200 400 500 503",
  "get /health 200 400 500",
  "get /ready 200 400 500 503",
];

/** Fields that nothing is said of. */
function findSilent(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((part, index) => findSilent(part, `${path}.${index}`));
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: Record<string, Schema> };
  const silent = Object.entries(properties).filter(([, field]) => !field.description && !field.$ref);
  return [
    ...silent.map(([name]) => `${path}.${name}`),
    ...Object.entries(schema).flatMap(([key, value]) => (key === "example" ? [] : findSilent(value, `${path}.${key}`))),
  ];
}

describe("an example", () => {
  const means = { service: fakeService(), version: "1", noop: false, voices: [], nowUs: () => 0 } as unknown as ServerMeans;
  const endpoints: Endpoint[] = [...mcp(means), ...apiV1(means), ...health(means), media(means)];

  const bodies = endpoints.flatMap(({ name, body }) =>
    Object.values(body?.examples ?? {}).map((example) => ({ name, schema: body!.schema, example })),
  );
  test.each(bodies.map((row) => [row.name, row] as const))("of what %s takes is taken", (_, { schema, example }) =>
    expect(schema.safeParse(example).error?.issues).toBeUndefined(),
  );

  const answers = endpoints.flatMap(({ name, answers }) =>
    Object.values(answers).flatMap(({ schema, example }) => (schema ? [{ name, schema, example }] : [])),
  );
  test.each(answers.map((row) => [row.name, row] as const))("of what %s answers is there and fits", (_, { schema, example }) =>
    expect(schema.safeParse(example).error?.issues).toBeUndefined(),
  );
});

test("a schema is freed of what says nothing", () =>
  expect(
    tidySchema({
      $schema: "x",
      type: "object",
      properties: {
        a: { type: "integer", maximum: Number.MAX_SAFE_INTEGER, minimum: 0 },
        b: { format: "uuid", pattern: "^x$" },
        c: { pattern: "^x$" },
      },
    }),
  ).toEqual({ type: "object", properties: { a: { type: "integer", minimum: 0 }, b: { format: "uuid" }, c: { pattern: "^x$" } } }));
