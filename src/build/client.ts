import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { spellOutTypes } from "./client-types.ts";

// bun src/build/client.ts [FOLDER]   the client library as a package for npm, by default in dist/client

const root = join(import.meta.dir, "../..");
const source = join(root, "src/client");
const out = process.argv[2] ?? join(root, "dist/client");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

const OPTIONS = [
  ["--target", "ES2022"],
  ["--lib", "ES2022,DOM,DOM.Iterable"],
  ["--module", "ESNext"],
  ["--moduleResolution", "bundler"],
  ["--jsx", "react-jsx"],
  ["--jsxImportSource", "preact"],
  ["--rootDir", join(root, "src")],
].flat();
const SWITCHES = [
  "--ignoreConfig",
  "--declaration",
  "--rewriteRelativeImportExtensions",
  "--verbatimModuleSyntax",
  "--strict",
  "--skipLibCheck",
];

/** Files right in a folder, without their endings: what is in folders below is not for others. */
const listModules = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replace(/\.tsx?$/, ""))
    .sort();

/** Every file as JavaScript with its types beside it, one to one, so that what is not used can be left out. */
function compile(): void {
  const compiled = `${out}.compiled`;
  const files = ["", "preact"].flatMap((folder) => listFiles(join(source, folder)));
  const tsc = Bun.spawnSync([
    process.execPath,
    join(root, "node_modules/typescript/lib/tsc.js"),
    ...files,
    "--outDir",
    compiled,
    ...OPTIONS,
    ...SWITCHES,
  ]);
  if (tsc.exitCode !== 0) throw new Error(`The client could not be compiled.\n${tsc.stdout}${tsc.stderr}`);
  cpSync(join(compiled, "client"), out, { recursive: true });
  rmSync(compiled, { recursive: true });
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** Declarations import as the JavaScript does; those that stood on the product's own schemas stand alone. */
async function mendDeclarations(): Promise<void> {
  for (const name of new Bun.Glob("**/*.d.ts").scanSync(out)) {
    const path = join(out, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/(from "\.[^"]*)\.tsx?"/g, '$1.js"'));
  }
  writeFileSync(join(out, "words.d.ts"), await spellOutTypes(root, join(source, "words.ts")));
}

/** The one way in, and the one for Preact. */
function writeEntries(): void {
  for (const folder of ["", "preact"]) {
    const lines = listModules(join(source, folder)).map((name) => `export * from "./${name}.js";\n`);
    for (const ending of ["js", "d.ts"]) writeFileSync(join(out, folder, `index.${ending}`), lines.join(""));
  }
}

function writePackage(): void {
  const way = (folder: string) => ({ types: `./${join(folder, "index.d.ts")}`, default: `./${join(folder, "index.js")}` });
  const about = {
    name: "kinora-client",
    version,
    description: "Makes and follows films on a Kinora server, from browsers, Bun and node",
    license: "MIT",
    type: "module",
    sideEffects: false,
    exports: { ".": way(""), "./preact": way("preact"), "./package.json": "./package.json" },
    engines: { node: ">=18" },
    peerDependencies: { preact: ">=10.19.0" },
    peerDependenciesMeta: { preact: { optional: true } },
    keywords: ["kinora", "video", "text-to-video", "client"],
  };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
  for (const name of ["README.md", "LICENSE"]) cpSync(join(source, name), join(out, name));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(dirname(out), { recursive: true });
compile();
await mendDeclarations();
writeEntries();
writePackage();
console.log(`${relative(process.cwd(), out) || "."}: kinora-client ${version}`);
