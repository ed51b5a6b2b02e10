import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { WebFile } from "../domain/web-files.ts";

// Set-up finds what the pages are made from by these addresses.
const ENTRIES = {
  main: new URL("../web/main.tsx", import.meta.url),
  theme: new URL("../web/theme.ts", import.meta.url),
  style: new URL("../web/style/style.css", import.meta.url),
};
const folder = dirname(ENTRIES.main.pathname);
const SHELL = new URL("../web/index.html", import.meta.url);
const MANIFEST = new URL("../../public/manifest.webmanifest", import.meta.url);
const ICON = new URL("../../public/icon.svg", import.meta.url);

/** Pictures of the icon for those that take no SVG, by name, with their width in pixels. */
const ICONS = { "icon-192.png": 192, "icon-512.png": 512, "apple-touch-icon.png": 180 };

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  avif: "image/avif",
  webmanifest: "application/manifest+json",
};

/** What pages ask the API for at once when they are opened without a query: it comes while the scripts do. */
const FIRST_ASKED: Record<string, string[]> = {
  dashboard: ["mcp/analytics?range=7d", "mcp/jobs?sort_by=updated_at&limit=8"],
  jobs: ["mcp/jobs?limit=25"],
  create: ["mcp/voices", "mcp/styles"],
  analytics: ["mcp/analytics?range=30d", "mcp/styles"],
  settings: ["mcp/settings", "mcp/voices", "mcp/styles"],
};

type Built = { path: string; bytes: Uint8Array };
type Bundle = { parts: Built[] /** Where entries are, by their names. */; entries: Map<string, string>; imports: Map<string, string[]> };

/**
 * The pages as browsers get them. Files in `assets/` are named by a hash of what is in them; for each page there is a shell `PAGE.html` that also
 * loads that page's part, with `<base href="/">` for the server to change, and `PAGE.first.html` that asks for its first data as well.
 */
export async function buildWeb(): Promise<WebFile[]> {
  const pages = readdirSync(`${folder}/pages`).flatMap((name) => (name.endsWith(".tsx") ? [name.slice(0, -4)] : []));
  const styled = pages.filter((page) => existsSync(`${folder}/style/page-${page}.css`));
  const built = await bundle(styled);
  const still = [
    { path: "manifest.webmanifest", bytes: readFileSync(MANIFEST) },
    { path: "icon.svg", bytes: readFileSync(ICON) },
    ...(await drawIcons()),
  ];
  const shells = pages.flatMap((page) => writeShells(page, built, styled));
  return [...built.parts, ...shells, ...still].map(compress).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A page's shells: both name its parts and its styles, and where other pages' styles are. */
function writeShells(page: string, { entries, imports }: Bundle, styled: string[]): Built[] {
  const at = (name: string) => entries.get(name) ?? "";
  const others = styled.filter((other) => other !== page).map((other) => `<meta name="style-${other}" content="${at(`page-${other}`)}">`);
  const scripts = listPreloads(at(page), imports).filter((path) => path !== at("main"));
  const links = [...others, ...scripts.map((path) => `<link rel="modulepreload" href="${path}">`)];
  const data = (FIRST_ASKED[page] ?? []).map(
    (path) => `<link rel="preload" as="fetch" crossorigin href="${path.replaceAll("&", "&amp;")}">`,
  );
  const shell = readFileSync(SHELL, "utf8")
    .replace("%theme%", at("theme"))
    .replace("%style%", at(styled.includes(page) ? `whole-${page}` : "style"))
    .replace("%main%", at("main"));
  const put = (first: string[]) =>
    new TextEncoder().encode(shell.replace("%links%", links.join("\n    ")).replace("%data%", first.join("\n    ")));
  return [
    { path: `${page}.html`, bytes: put([]) },
    { path: `${page}.first.html`, bytes: put(data) },
  ];
}

async function bundle(styled: readonly string[]): Promise<Bundle> {
  const styles = styled.map((page) => `${folder}/style/page-${page}.css`);
  const result = await Bun.build({
    entrypoints: [...Object.values(ENTRIES).map(({ pathname }) => pathname), ...styles],
    target: "browser",
    format: "esm",
    minify: true,
    splitting: true,
    metafile: true,
    root: folder,
    naming: { entry: "assets/[name]-[hash].[ext]", chunk: "assets/[name]-[hash].[ext]", asset: "assets/[name]-[hash].[ext]" },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  if (!result.success) throw new AggregateError(result.logs, "The pages do not compile.");
  const parts = await Promise.all(
    result.outputs.map(async (output) => ({ path: bare(output.path), bytes: new Uint8Array(await output.arrayBuffer()) })),
  );
  const outputs = Object.entries(result.metafile?.outputs ?? {});
  const statics = outputs.map(([path, { imports }]): [string, string[]] => [
    bare(path),
    imports.filter(({ kind }) => kind === "import-statement").map((found) => bare(found.path)),
  ]);
  const entries = outputs.flatMap(([path, { entryPoint }]) => (entryPoint ? [[nameOf(entryPoint), bare(path)] as const] : []));
  const styleEntries = parts.flatMap(({ path }) =>
    path.endsWith(".css") ? [[path.replace(/^assets\/(.*)-[^-]+$/, "$1"), path] as const] : [],
  );
  const named = new Map([...styleEntries, ...entries]);
  const wholes = styled.map((page) => joinStyles(page, [named.get("style"), named.get(`page-${page}`)], parts));
  for (const { page, file } of wholes) named.set(`whole-${page}`, file.path);
  return { parts: [...parts, ...wholes.map(({ file }) => file)], entries: named, imports: new Map(statics) };
}

/** What every page looks like and what one does, in one file: the first page that is opened comes with a file less. */
function joinStyles(page: string, paths: (string | undefined)[], parts: readonly Built[]): { page: string; file: Built } {
  const bytes = Buffer.concat(paths.map((path) => parts.find((part) => part.path === path)!.bytes));
  return { page, file: { path: `assets/whole-${page}-${Bun.hash(bytes).toString(36).slice(0, 8)}.css`, bytes } };
}

const bare = (path: string): string => path.replace(/^\.\//, "");
const nameOf = (entry: string): string => entry.replace(/^.*\//, "").replace(/\.[^.]+$/, "");

/** A part with all that it imports at once. */
function listPreloads(path: string, imports: Map<string, string[]>, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  return [path, ...(imports.get(path) ?? []).flatMap((next) => listPreloads(next, imports, seen))];
}

async function drawIcons(): Promise<Built[]> {
  await initWasm(await Bun.file("node_modules/@resvg/resvg-wasm/index_bg.wasm").arrayBuffer()).catch(() => undefined);
  const svg = readFileSync(ICON, "utf8");
  return Object.entries(ICONS).map(([path, width]) => ({
    path,
    bytes: new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng(),
  }));
}

function compress({ path, bytes }: Built): WebFile {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return {
    path,
    type: TYPES[ending] ?? "application/octet-stream",
    brotli: new Uint8Array(brotliCompressSync(bytes, quality)),
    gzip: new Uint8Array(gzipSync(bytes, { level: 9 })),
  };
}
