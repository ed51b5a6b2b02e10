import type { SettingDesign } from "../layer.ts";
import { kelp } from "./underwater/kelp.ts";
import { reef } from "./underwater/reef.ts";

/** Under water, as it may be seen. */
export const underwater: SettingDesign[] = [reef, kelp];
