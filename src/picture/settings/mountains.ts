import type { SettingDesign } from "../layer.ts";
import { peak } from "./mountains/peak.ts";
import { range } from "./mountains/range.ts";
import { ridges } from "./mountains/ridges.ts";
import { valley } from "./mountains/valley.ts";

/** Mountains, as they may be seen. */
export const mountains: SettingDesign[] = [range, valley, peak, ridges];
