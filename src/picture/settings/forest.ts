import type { SettingDesign } from "../layer.ts";
import { amongTrunks } from "./forest/among-trunks.ts";
import { clearing } from "./forest/clearing.ts";
import { path } from "./forest/path.ts";
import { pond } from "./forest/pond.ts";

/** Woods, as they may be seen. */
export const forest: SettingDesign[] = [clearing, amongTrunks, pond, path];
