import type { SettingDesign } from "../layer.ts";
import { aurora } from "./night-sky/aurora.ts";
import { galaxy } from "./night-sky/galaxy.ts";

/** The sky at night, as it may be seen. */
export const nightSky: SettingDesign[] = [galaxy, aurora];
