import type { SettingDesign } from "../layer.ts";
import { pane } from "./rain/pane.ts";
import { street } from "./rain/street.ts";

/** Rain, as it may be seen. */
export const rain: SettingDesign[] = [street, pane];
