import type { SettingDesign } from "../layer.ts";
import { particles } from "./abstract/particles.ts";
import { ribbons } from "./abstract/ribbons.ts";

/** Pictures of no place, for words that name none. */
export const abstract: SettingDesign[] = [ribbons, particles];
