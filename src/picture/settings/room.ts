import type { SettingDesign } from "../layer.ts";
import { desk } from "./room/desk.ts";
import { hearthside } from "./room/hearthside.ts";

/** Rooms, as they may be seen. */
export const room: SettingDesign[] = [hearthside, desk];
