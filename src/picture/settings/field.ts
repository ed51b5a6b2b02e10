import type { SettingDesign } from "../layer.ts";
import { meadow } from "./field/meadow.ts";
import { wheat } from "./field/wheat.ts";

/** Open country, as it may be seen. */
export const field: SettingDesign[] = [wheat, meadow];
