import type { DataName } from "../domain/data.ts";
import { endpoint } from "./endpoint.ts";
import { isFresh } from "./etag.ts";
import type { ServerMeans } from "./means.ts";

/** Where the page answers; everything else that is unknown is not found. */
const PAGE_PATHS = ["/", "/jobs", "/jobs/:id", "/create", "/analyze", "/analytics", "/settings"];

type File = { path: string; data: DataName; type: string; policy?: string };

const HTML = "text/html; charset=utf-8";
const NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PAGE_POLICY = `${NOTHING_ELSE}; style-src 'self'; img-src 'self' data:`;
const DOCS_POLICY = `${NOTHING_ELSE}; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'`;

/** Everything that is shown in a browser, from inside the program: nothing is asked of anyone else. */
const FILES: File[] = [
  ...PAGE_PATHS.map((path): File => ({ path, data: "page.html", type: HTML, policy: PAGE_POLICY })),
  { path: "/page.css", data: "page.css", type: "text/css; charset=utf-8" },
  { path: "/docs", data: "docs.html", type: HTML, policy: DOCS_POLICY },
  { path: "/swagger", data: "docs.html", type: HTML, policy: DOCS_POLICY },
  { path: "/docs/start.js", data: "docs-start.js", type: "text/javascript; charset=utf-8" },
  { path: "/docs/swagger-ui.js", data: "swagger-ui.js", type: "text/javascript; charset=utf-8" },
  { path: "/docs/swagger-ui.css", data: "swagger-ui.css", type: "text/css; charset=utf-8" },
];

/** The page and the documentation, opened when they are asked for. */
export const pages = ({ data, version }: Pick<ServerMeans, "data" | "version">) => FILES.map((file) => page(file, data, version));

const page = ({ path, data, type, policy }: File, open: ServerMeans["data"], version: string) =>
  endpoint({
    method: "GET",
    path,
    name: path,
    tag: "Pages",
    summary: path,
    isPage: true,
    anyQuery: true,
    answers: { 200: { description: "The page", type } },
    errors: [],
    async handle({ request }) {
      const bytes = await open(data);
      const tag = `${version}-${Bun.hash(bytes).toString(36)}`;
      const headers: Record<string, string> = {
        etag: `"${tag}"`,
        "cache-control": "no-cache",
        ...(policy && { "content-security-policy": policy, "referrer-policy": "no-referrer" }),
      };
      if (isFresh(request.headers, tag)) return new Response(null, { status: 304, headers });
      return new Response(bytes, { headers: { ...headers, "content-type": type } });
    },
  });
