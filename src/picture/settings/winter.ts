import type { SettingDesign } from "../layer.ts";
import { hills } from "./winter/hills.ts";
import { lane } from "./winter/lane.ts";

/** Winter, as it may be seen. */
export const winter: SettingDesign[] = [hills, lane];
