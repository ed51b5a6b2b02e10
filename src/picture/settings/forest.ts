import { amongTrunks } from "./forest/among-trunks.ts";
import { clearing } from "./forest/clearing.ts";
import { path } from "./forest/path.ts";
import { pond } from "./forest/pond.ts";
import { suited } from "./suited.ts";

/** Woods, as they may be seen. */
export const forest = suited([clearing, amongTrunks, pond, path], {
  without: /^(evergreen-tree|deciduous-tree|wood)$/,
  places: [{ things: "water", designs: [pond] }],
});
