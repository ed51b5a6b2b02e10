import { suited } from "./suited.ts";
import { hills } from "./winter/hills.ts";
import { lane } from "./winter/lane.ts";

/** Winter, as it may be seen. */
export const winter = suited([hills, lane], { without: /^(snowflake|cloud-with-snow)$/ });
