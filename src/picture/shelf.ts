import type { Compositor } from "./compositor/compositor.ts";
import type { Uploaded } from "./compositor/upload.ts";
import type { Drawing } from "./layer.ts";
import type { Rasteriser } from "./raster.ts";

type Kept = { uploaded: Uploaded; users: number };

/** Drawings in the compositor's memory. The same drawing, asked for by several scenes, is rasterised and kept once. */
export class Shelf {
  readonly compositor: Compositor;
  readonly #rasteriser: Rasteriser;
  readonly #kept = new Map<string, Kept>();

  constructor(compositor: Compositor, rasteriser: Rasteriser) {
    this.compositor = compositor;
    this.#rasteriser = rasteriser;
  }

  /** The drawing in memory; give it back with `release` as often as it was taken. */
  take(drawing: Drawing): Uploaded {
    const key = keyOf(drawing);
    const kept = this.#kept.get(key) ?? { uploaded: this.#upload(drawing), users: 0 };
    kept.users++;
    this.#kept.set(key, kept);
    return kept.uploaded;
  }

  release(drawing: Drawing): void {
    const key = keyOf(drawing);
    const kept = this.#kept.get(key);
    if (!kept || --kept.users > 0) return;
    this.#kept.delete(key);
    this.compositor.free(kept.uploaded);
  }

  #upload(drawing: Drawing): Uploaded {
    const { raster, unit, soft } = this.#rasteriser.draw(drawing);
    return this.compositor.upload(raster, { unit, soft });
  }
}

const keyOf = ({ svg, width, height, scale = 1 }: Drawing): string => `${width} ${height} ${scale} ${svg}`;
