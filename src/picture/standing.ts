import type { Compositor, DrawCommand } from "./compositor/compositor.ts";
import type { Uploaded } from "./compositor/upload.ts";
import type { Raster } from "./layer.ts";
import type { Overlay } from "./overlay.ts";

type Kept = { uploaded: Uploaded; seenSec: number };

const KEPT_SEC = 1;

/** Draws overlays, keeping their rasters in the compositor's memory as long as they are seen and a second longer. */
export class Standing {
  readonly #overlays: Overlay[];
  readonly #compositor: Compositor;
  readonly #kept = new Map<Raster, Kept>();

  constructor(overlays: Overlay[], compositor: Compositor) {
    this.#overlays = overlays;
    this.#compositor = compositor;
  }

  /** What stands over the picture at a time from the start of the scene. */
  commands(timeSec: number): DrawCommand[] {
    const commands = this.#overlays.flatMap((overlay) =>
      overlay.at(timeSec).map(({ raster, ...place }) => ({ ...place, picture: this.#keep(raster, timeSec) })),
    );
    this.#free((kept) => timeSec - kept.seenSec > KEPT_SEC);
    return commands;
  }

  close(): void {
    this.#free(() => true);
  }

  #keep(raster: Raster, timeSec: number): Uploaded {
    const kept = this.#kept.get(raster) ?? { uploaded: this.#compositor.upload(raster), seenSec: timeSec };
    kept.seenSec = timeSec;
    this.#kept.set(raster, kept);
    return kept.uploaded;
  }

  #free(isOld: (kept: Kept) => boolean): void {
    for (const [raster, kept] of this.#kept) {
      if (!isOld(kept)) continue;
      this.#compositor.free(kept.uploaded);
      this.#kept.delete(raster);
    }
  }
}
