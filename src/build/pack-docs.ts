import type { DataName } from "../domain/data.ts";
import type { Pack } from "./pack.ts";

const SWAGGER = "node_modules/swagger-ui-dist";

// Set-up finds what a packer is made from by these addresses.
const FILES = {
  "docs.html": new URL("../../public/docs.html", import.meta.url),
  "docs-start.js": new URL("../../public/docs-start.js", import.meta.url),
  "swagger-ui.js": `${SWAGGER}/swagger-ui-bundle.js`,
  "swagger-ui.css": `${SWAGGER}/swagger-ui.css`,
} satisfies Partial<Record<DataName, URL | string>>;

/** The documentation with Swagger UI. */
export const pack: Pack = async () => {
  const files = Object.entries(FILES).map(async ([name, from]) => [name, await Bun.file(from).bytes()]);
  return Object.fromEntries(await Promise.all(files));
};
