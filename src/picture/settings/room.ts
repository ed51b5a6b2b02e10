import { desk } from "./room/desk.ts";
import { hearthside } from "./room/hearthside.ts";
import { ADRIFT, suited } from "./suited.ts";

/** Rooms, as they may be seen. */
export const room = suited([hearthside, desk], { without: ADRIFT });
