import { gunzipSync } from "node:zlib";
import type { DataName } from "../domain/data.ts";
import { KinoraError } from "../domain/error.ts";
import { openWebFiles, type WebFile } from "../domain/web-files.ts";
import { splitAddress } from "./address.ts";
import { takes } from "./compress.ts";
import { type Endpoint, endpoint } from "./endpoint.ts";
import { isFresh } from "./etag.ts";
import type { ServerMeans } from "./means.ts";

type Means = Pick<ServerMeans, "data" | "version" | "settings">;

/** Where the shell answers, with the page that it loads at once; everything else that is unknown is not found. */
const SHELLS: Record<string, string> = {
  "/": "dashboard",
  "/jobs": "jobs",
  "/jobs/:id": "job",
  "/create": "create",
  "/analyze": "analyze",
  "/analytics": "analytics",
  "/settings": "settings",
};

/** What the shell asks for by these names; what is in `/assets` is named by its content. */
const NAMED = ["icon.svg", "icon-192.png", "icon-512.png", "apple-touch-icon.png", "manifest.webmanifest"];

const HTML = "text/html; charset=utf-8";
const NOBODY = "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const SHELL_POLICY = `default-src 'self'; media-src 'self' blob:; worker-src 'self'; img-src 'self' data:; connect-src 'self'; ${NOBODY}`;
const DOCS_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'";

const DOCS: { path: string; data: DataName; type: string; policy?: string }[] = [
  { path: "/docs", data: "docs.html", type: HTML, policy: DOCS_POLICY },
  { path: "/swagger", data: "docs.html", type: HTML, policy: DOCS_POLICY },
  { path: "/docs/start.js", data: "docs-start.js", type: "text/javascript; charset=utf-8" },
  { path: "/docs/swagger-ui.js", data: "swagger-ui.js", type: "text/javascript; charset=utf-8" },
  { path: "/docs/swagger-ui.css", data: "swagger-ui.css", type: "text/css; charset=utf-8" },
];

const A_YEAR = "public, max-age=31536000, immutable";

/** Everything that is shown in a browser, from inside the program and opened when it is asked for: nothing is asked of anyone else. */
export function pages(means: Means): Endpoint[] {
  const files = openPages(means);
  const shown = (path: string, name: string) =>
    page(path, async ({ request }) => answerFile(request, await files(name), { "cache-control": "no-cache" }));
  return [
    ...Object.entries(SHELLS).map(([path, name]) =>
      page(path, async ({ request }) => {
        const shell = splitAddress(request.url).search === "" ? `${name}.first.html` : `${name}.html`;
        return answerFile(request, await files(shell), { "cache-control": "no-cache" });
      }),
    ),
    ...NAMED.map((name) => shown(`/${name}`, name)),
    page("/assets/:file", async ({ request, params }) =>
      answerFile(request, await files(`assets/${params.file}`), { "cache-control": A_YEAR }),
    ),
    ...DOCS.map(({ path, data, type, policy }) =>
      page(path, async ({ request }) => {
        const bytes = await means.data(data);
        return answerBytes(request, bytes, `${means.version}-${Bun.hash(bytes).toString(36)}`, { "content-type": type, ...guard(policy) });
      }),
    ),
  ];
}

const page = (path: string, handle: Endpoint["handle"]): Endpoint =>
  endpoint({
    method: "GET",
    path,
    name: path,
    tag: "Pages",
    summary: path,
    isPage: true,
    anyQuery: true,
    answers: { 200: { description: "The page", type: HTML } },
    errors: [],
    handle,
  });

const guard = (policy: string | undefined): Record<string, string> =>
  policy
    ? { "content-security-policy": policy, "referrer-policy": "no-referrer", "cache-control": "no-cache" }
    : { "cache-control": "no-cache" };

type Page = WebFile & { tag: string };

/** Answers a file of the pages by its name; shells know the path that the server is below. */
function openPages({ data, settings }: Means): (name: string) => Promise<Page> {
  let opened: Promise<Map<string, Page>> | undefined;
  const open = async () => {
    const files = openWebFiles(await data("web.bin")).map((file) => (file.type === HTML ? putBelow(file, settings.base_path) : file));
    return new Map(files.map((file) => [file.path, { ...file, tag: Bun.hash(file.brotli).toString(36) }]));
  };
  return async (name) => {
    opened ??= open();
    const file = (await opened).get(name);
    if (!file) throw new KinoraError("not_found", "There is no such file of the pages: they may have changed. Load the page anew.");
    return file;
  };
}

function putBelow(file: WebFile, basePath: string): WebFile {
  if (basePath === "") return file;
  const shell = new TextDecoder().decode(gunzipSync(file.gzip)).replace('<base href="/">', `<base href="${basePath}/">`);
  const gzip = new Uint8Array(Bun.gzipSync(new TextEncoder().encode(shell)));
  return { ...file, gzip, brotli: new Uint8Array(0) };
}

/** A file as the browser takes it: browsers take brotli over HTTPS and from this machine, gzip everywhere. */
function answerFile(request: Request, { type, brotli, gzip, tag }: Page, more: Record<string, string>): Response {
  const { headers: asked } = request;
  const way = brotli.length > 0 && takes(asked, "br") ? "br" : takes(asked, "gzip") ? "gzip" : "identity";
  const bytes = way === "br" ? brotli : way === "gzip" ? gzip : new Uint8Array(gunzipSync(gzip));
  const headers = {
    ...more,
    "content-type": type,
    vary: "accept-encoding",
    ...(way !== "identity" && { "content-encoding": way }),
    ...(type === HTML && { "content-security-policy": SHELL_POLICY, "referrer-policy": "no-referrer" }),
  };
  return answerBytes(request, bytes, `${tag}-${way}`, headers);
}

function answerBytes(request: Request, bytes: Uint8Array<ArrayBuffer>, tag: string, headers: Record<string, string>): Response {
  const tagged = { ...headers, etag: `"${tag}"` };
  if (isFresh(request.headers, tag)) return new Response(null, { status: 304, headers: tagged });
  return new Response(bytes, { headers: tagged });
}
