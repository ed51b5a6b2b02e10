import type { SettingDesign } from "../layer.ts";
import { beach } from "./ocean/beach.ts";
import { coast } from "./ocean/coast.ts";
import { greatSky } from "./ocean/great-sky.ts";
import { lowSun } from "./ocean/low-sun.ts";
import { openSea } from "./ocean/open-sea.ts";

/** The sea, as it may be seen. */
export const ocean: SettingDesign[] = [openSea, lowSun, beach, coast, greatSky];
