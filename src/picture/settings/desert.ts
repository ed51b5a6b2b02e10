import type { SettingDesign } from "../layer.ts";
import { buttes } from "./desert/buttes.ts";
import { dunes } from "./desert/dunes.ts";
import { greatDune } from "./desert/great-dune.ts";
import { oasis } from "./desert/oasis.ts";
import { saltFlat } from "./desert/salt-flat.ts";

/** The desert, as it may be seen. */
export const desert: SettingDesign[] = [dunes, greatDune, buttes, oasis, saltFlat];
