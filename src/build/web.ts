import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { WebFile } from "../domain/web-files.ts";

// Set-up finds what the pages are made from by these addresses.
const ENTRIES = {
  main: new URL("../web/main.tsx", import.meta.url),
  theme: new URL("../web/theme.ts", import.meta.url),
  style: new URL("../web/style/main.css", import.meta.url),
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
  webp: "image/webp",
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

/**
 * The pages as browsers get them. Files in `assets/` are named by a hash of what is in them; for each page there is a shell `PAGE.html` that also
 * loads that page's part, with `<base href="/">` for the server to change, and `PAGE.first.html` that asks for its first data as well.
 */
export async function buildWeb(): Promise<WebFile[]> {
  const { parts, imports } = await bundle();
  const text = (name: string) => parts.find(({ path }) => path.startsWith(`assets/${name}-`))!.path;
  const shell = readFileSync(SHELL, "utf8")
    .replace("%theme%", text("theme"))
    .replace("%style%", text("style"))
    .replace("%main%", text("main"));
  const pages = readdirSync(`${folder}/pages`).flatMap((name) => (name.endsWith(".tsx") ? [name.slice(0, -4)] : []));
  const shells = pages.flatMap((page): Built[] => {
    const scripts = listPreloads(text(page), imports).map((path) => `<link rel="modulepreload" href="${path}">`);
    const data = (FIRST_ASKED[page] ?? []).map(
      (path) => `<link rel="preload" as="fetch" crossorigin href="${path.replaceAll("&", "&amp;")}">`,
    );
    const put = (links: string[]) =>
      new TextEncoder().encode(shell.replace("%preload%", scripts.join("\n    ")).replace("%data%", links.join("\n    ")));
    return [
      { path: `${page}.html`, bytes: put([]) },
      { path: `${page}.first.html`, bytes: put(data) },
    ];
  });
  const still = [
    { path: "manifest.webmanifest", bytes: readFileSync(MANIFEST) },
    { path: "icon.svg", bytes: readFileSync(ICON) },
    ...(await drawIcons()),
  ];
  return [...parts, ...shells, ...still].map(compress).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function bundle(): Promise<{ parts: Built[]; imports: Map<string, string[]> }> {
  const result = await Bun.build({
    entrypoints: Object.values(ENTRIES).map(({ pathname }) => pathname),
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
    result.outputs.map(async (output) => {
      const bytes = new Uint8Array(await output.arrayBuffer());
      return { path: output.path.replace(/^\.\//, "").replace(/\/main-([^/]+\.css)$/, "/style-$1"), bytes };
    }),
  );
  const outputs = Object.entries(result.metafile?.outputs ?? {});
  const statics = outputs.map(([path, { imports }]): [string, string[]] => [
    path.replace(/^\.\//, ""),
    imports.filter(({ kind }) => kind === "import-statement").map((found) => found.path.replace(/^\.\//, "")),
  ]);
  return { parts, imports: new Map(statics) };
}

/** A part with all that it imports at once. */
function listPreloads(path: string, imports: Map<string, string[]>, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  return [path, ...(imports.get(path) ?? []).flatMap((next) => listPreloads(next, imports, seen))].filter(
    (found) => !/\/main-/.test(found),
  );
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
