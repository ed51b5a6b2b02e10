import type { SettingDesign } from "../layer.ts";
import { falls } from "./river/falls.ts";
import { meander } from "./river/meander.ts";

/** Rivers, as they may be seen. */
export const river: SettingDesign[] = [meander, falls];
