import { OUTDOORS } from "../habitats.ts";
import { desk } from "./room/desk.ts";
import { hearthside } from "./room/hearthside.ts";
import { ADRIFT, suited } from "./suited.ts";

/** Rooms, as they may be seen. */
export const room = suited([hearthside, desk], { without: new RegExp(`${ADRIFT.source}|${OUTDOORS.source}`) });
