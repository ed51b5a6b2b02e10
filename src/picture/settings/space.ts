import type { SettingDesign } from "../layer.ts";
import { galaxy } from "./space/galaxy.ts";
import { moonscape } from "./space/moonscape.ts";
import { nebula } from "./space/nebula.ts";
import { sun } from "./space/sun.ts";
import { ringedWorld, risingStar } from "./space/worlds.ts";

/** Space, as it may be seen. */
export const space: SettingDesign[] = [ringedWorld, moonscape, nebula, galaxy, risingStar, sun];
