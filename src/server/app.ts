import { Elysia } from "elysia";
import { KinoraError } from "../domain/error.ts";
import { splitAddress, trimSlashes } from "./address.ts";
import { readJson, refuseBody } from "./body.ts";
import { compressAnswer } from "./compress.ts";
import { apiV1 } from "./dialects/api-v1/routes.ts";
import { mcp } from "./dialects/mcp/routes.ts";
import { answerJson, type Call, type Endpoint, endpoint, NoQuery } from "./endpoint.ts";
import { answerProblem, isUnforeseen } from "./errors.ts";
import { health } from "./health.ts";
import type { ServerMeans } from "./means.ts";
import { media } from "./media.ts";
import { buildDocument, type Document } from "./openapi.ts";
import { pages } from "./pages.ts";
import { decodeText, readQuery } from "./query.ts";
import { timed } from "./timing.ts";

/**
 * Everything that Kinora answers over HTTP, with what `more` adds to the API. Opens no port. Below a base path all of it is answered twice, with and
 * without: some proxies take the path away before they ask, others do not.
 */
export function createApp(means: ServerMeans, more: readonly Endpoint[] = []): Elysia {
  const api = [...mcp(means), ...apiV1(means), ...more, ...health(means), media(means)];
  const endpoints = [...api, document(api, means), ...pages(means)];
  const app = new Elysia({ normalize: false, systemRouter: false, handler: { standardHostname: false } })
    .onRequest(({ request, set }) => {
      set.headers["x-content-type-options"] = "nosniff";
      checkAddress(request);
    })
    .onError(({ error, request, code }) => answerFailure(code === "NOT_FOUND" ? unknownAddress(request) : error, request, means));
  const groups = Map.groupBy(endpoints, ({ path }) => path);
  for (const base of new Set(["", means.settings.base_path]))
    for (const [path, group] of groups) addPath(app as unknown as Router, base + path, group, means);
  return app as unknown as Elysia;
}

/** What is used of Elysia's routing, without the types that grow with every route. */
type Router = {
  server: Elysia["server"];
  route(method: string, path: string, handle: (context: Context) => unknown, hook: object): unknown;
};
type Context = { request: Request; params: Record<string, string> };

/** How long nothing may be taken of a download until its connection is closed. */
const DOWNLOAD_IDLE_SEC = 240;

/** One path with all that it answers: its methods, HEAD beside GET, OPTIONS, and for others which there are. */
function addPath(app: Router, path: string, endpoints: Endpoint[], means: ServerMeans): void {
  const methods = endpoints.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const allow = [...methods, "OPTIONS"].join(", ");
  const hook = { parse: "none" };
  for (const endpoint of endpoints) {
    const answer = timed(endpoint, (context: Context) => run(endpoint, context, means), means.analytics.answered);
    const handle = (context: Context) => {
      if (endpoint.isDownload) app.server?.timeout(context.request, DOWNLOAD_IDLE_SEC);
      return answer(context);
    };
    app.route(endpoint.method, path, handle, hook);
    if (endpoint.method === "GET") app.route("HEAD", path, handle, hook);
  }
  app.route("OPTIONS", path, () => new Response(null, { status: 204, headers: { allow } }), hook);
  app.route(
    "ALL",
    path,
    ({ request }) => answerProblem(wrongMethod(request.method, allow), splitAddress(request.url).path, { headers: { allow } }),
    hook,
  );
}

async function run(endpoint: Endpoint, { request, params }: Context, { settings }: ServerMeans): Promise<Response> {
  const { path, search } = splitAddress(request.url);
  if (endpoint.isPage && endpoint.path !== "/" && path.endsWith("/")) return dropSlash(path, search);
  const query = endpoint.anyQuery ? {} : readQuery(search, endpoint.query ?? NoQuery);
  const most = settings.limits.body;
  if (!endpoint.body && endpoint.method !== "GET") await refuseBody(request, most);
  const call = { request, params: params ?? {}, query, json: () => readJson(request, most) } as Call<never>;
  const answer = belowBase(await endpoint.handle(call), settings.base_path);
  return endpoint.isPage ? answer : compressAnswer(answer, request);
}

/** Addresses in a page are meant from where it lies. Told from there too, so that it is right whatever a proxy has taken away. */
function dropSlash(path: string, search: string): Response {
  const name = trimSlashes(path).replace(/^.*\//, "");
  return new Response(null, { status: 308, headers: { location: `../${name}${search}` } });
}

/** An answer whose `location` begins with the base path. */
function belowBase(response: Response, base: string): Response {
  const location = base === "" ? null : response.headers.get("location");
  if (location?.startsWith("/")) response.headers.set("location", base + location);
  return response;
}

/** `/openapi.json`, made when it is first asked for. */
function document(api: Endpoint[], { version, settings }: ServerMeans): Endpoint {
  let made: Promise<Document> | undefined;
  return endpoint({
    method: "GET",
    path: "/openapi.json",
    name: "getDocument",
    tag: "Pages",
    summary: "This document",
    isPage: true,
    anyQuery: true,
    answers: { 200: { description: "The API as OpenAPI 3.1", type: "application/json" } },
    errors: [],
    async handle() {
      made ??= buildDocument(api, version, settings.base_path);
      return answerJson(await made, { headers: { "cache-control": "no-cache" } });
    },
  });
}

const ANY_METHOD = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
const wrongMethod = (method: string, allow: string) =>
  new KinoraError("method_not_allowed", `${method} is not for this address, but ${allow}.`);
const unknownAddress = ({ method }: Request) =>
  method === "TRACE"
    ? wrongMethod(method, ANY_METHOD)
    : new KinoraError("not_found", "There is nothing at this address. /docs says what there is.");

/** Refuses what is no address of a server, or is wrongly encoded. */
function checkAddress({ url, method }: Request): void {
  if (method === "CONNECT") throw wrongMethod(method, ANY_METHOD);
  if (url.includes("%")) decodeText(url);
}

function answerFailure(error: unknown, request: Request, { settings, logFailure }: ServerMeans): Response {
  const { path } = splitAddress(request.url);
  if (isUnforeseen(error)) logFailure(sayFailure(error), { method: request.method, path });
  return answerProblem(error, path, { headers: headersOf(error, settings) });
}

const sayFailure = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** What some failures say in headers. Limits: draft-ietf-httpapi-ratelimit-headers-07. */
function headersOf(error: unknown, { limits }: ServerMeans["settings"]): Record<string, string> {
  if (!(error instanceof KinoraError)) return {};
  if (error.code === "method_not_allowed") return { allow: ANY_METHOD };
  if (error.code === "too_large") return { connection: "close" };
  if (error.code !== "rate_limited") return {};
  const reset = String(Math.max(1, Math.ceil(error.retryAfterSec ?? 1)));
  return { "ratelimit-limit": String(limits.jobs_per_hour), "ratelimit-remaining": "0", "ratelimit-reset": reset };
}
