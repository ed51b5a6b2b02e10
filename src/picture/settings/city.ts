import type { SettingDesign } from "../layer.ts";
import { bridge } from "./city/bridge.ts";
import { rooftop } from "./city/rooftop.ts";
import { street } from "./city/street.ts";
import { waterfront } from "./city/waterfront.ts";

/** The city, as it may be seen. */
export const city: SettingDesign[] = [waterfront, street, rooftop, bridge];
