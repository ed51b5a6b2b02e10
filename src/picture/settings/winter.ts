import { ADRIFT, suited } from "./suited.ts";
import { hills } from "./winter/hills.ts";
import { lane } from "./winter/lane.ts";
import { tarn } from "./winter/tarn.ts";

/** Winter, as it may be seen. */
export const winter = suited([hills, lane, tarn], {
  without: /^(snowflake|cloud-with-snow)$/,
  places: [{ things: ADRIFT, designs: [tarn] }],
});
