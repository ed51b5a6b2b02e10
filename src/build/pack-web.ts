import { packWebFiles } from "../domain/web-files.ts";
import type { Pack } from "./pack.ts";
import { buildWeb } from "./web.ts";

/** The dashboard. */
export const pack: Pack = async () => ({ "web.bin": packWebFiles(await buildWeb()) });
