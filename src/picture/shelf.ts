import type { PictureSpec } from "../domain/picture.ts";
import type { Compositor } from "./compositor/compositor.ts";
import type { Uploaded } from "./compositor/upload.ts";
import type { Drawing, Layer, Raster } from "./layer.ts";
import type { Rasteriser } from "./raster.ts";

type Kept = { uploaded: Uploaded; users: number };

const MOST_DESIGNS = 3;

/**
 * What a thread keeps from scene to scene: drawings in the compositor's memory and the last designs. A drawing that several scenes
 * show is rasterised once; one that none shows any more stays until `tidy`. So a scene that follows in the same thread finds the
 * scene before it, which it shows giving way, ready.
 */
export class Shelf {
  readonly compositor: Compositor;
  readonly #rasteriser: Rasteriser;
  readonly #kept = new Map<string | Raster, Kept>();
  readonly #designs = new Map<string, Layer[]>();

  constructor(compositor: Compositor, rasteriser: Rasteriser) {
    this.compositor = compositor;
    this.#rasteriser = rasteriser;
  }

  /** The layers of a picture, designed by `design` unless it is one of the last three. */
  layers(picture: PictureSpec, design: () => Layer[]): Layer[] {
    const key = JSON.stringify({ ...picture, cards: [] });
    const layers = this.#designs.get(key) ?? design();
    this.#designs.delete(key);
    this.#designs.set(key, layers);
    for (const old of [...this.#designs.keys()].slice(0, -MOST_DESIGNS)) this.#designs.delete(old);
    return layers;
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
    if (kept) kept.users--;
  }

  /** Frees what no scene shows. */
  tidy(): void {
    for (const [key, { uploaded, users }] of this.#kept) {
      if (users > 0) continue;
      this.#kept.delete(key);
      this.compositor.free(uploaded);
    }
  }

  #upload(drawing: Drawing): Uploaded {
    const { raster, unit, soft } = this.#rasteriser.draw(drawing);
    return this.compositor.upload(raster, { unit, soft });
  }
}

/** What is painted is known by identity, what is written by what it says. */
const keyOf = ({ svg, width, height, scale = 1, bitmap }: Drawing): string | Raster => bitmap ?? `${width} ${height} ${scale} ${svg}`;
