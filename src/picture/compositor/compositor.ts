import type { FrameSize } from "../../domain/frame.ts";
import type { Area, Raster } from "../layer.ts";
import type { Clip } from "../overlay.ts";
import { Arena } from "./arena.ts";
import { type CompositorProgram, startProgram, type WasmSource } from "./program.ts";
import { type Uploaded, type UploadOptions, uploadRaster } from "./upload.ts";

/** One thing to draw: `x`, `y` is the raster's top left corner in output pixels (sub-pixel), `scale` about it, `opacity` 0..1; `within` is in output pixels, `clip` in the raster's own. */
export type DrawCommand = { picture: Uploaded; x: number; y: number; scale?: number; opacity?: number; clip?: Clip; within?: Area };

/** A frame: the picture; the picture that gives way to it and how far (0: not begun, 1: gone); what stands over both. All back to front. */
export type FrameContent = { picture: DrawCommand[]; before?: DrawCommand[]; share?: number; above?: DrawCommand[] };

const COMMAND_BYTES = 128;
const FULL = 32767;

/** Opens a compositor. One a thread is enough: its memory is used again by scene after scene. */
export async function openCompositor(wasm: WasmSource): Promise<Compositor> {
  return new Compositor(await startProgram(wasm));
}

/** Puts premultiplied rasters together and gives I420 frames (BT.709, limited range). */
export class Compositor {
  readonly #program: CompositorProgram;
  readonly #arena: Arena;
  #size: FrameSize = { width: 0, height: 0 };
  #capacity = 512;
  #space = 0;
  #commands = 0;
  #out = 0;

  constructor(program: CompositorProgram) {
    this.#program = program;
    this.#arena = new Arena(program.memory, program.heapBase());
  }

  /** Bytes taken from the system so far; never less later. */
  get memoryBytes(): number {
    return this.#program.memory.buffer.byteLength;
  }

  /** Bytes in use by rasters and working space. */
  get usedBytes(): number {
    return this.#arena.used;
  }

  /** Sets the size of the frames, both sides even. */
  resize(size: FrameSize): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = { ...size };
    this.#layOut();
  }

  /** Takes a raster into the compositor's memory. `free` it when it is no longer drawn. */
  upload(raster: Raster, options?: UploadOptions): Uploaded {
    return uploadRaster(this.#program, this.#arena, raster, options);
  }

  free(uploaded: Uploaded): void {
    for (const block of uploaded.blocks.splice(0)) this.#arena.release(block);
  }

  /** Puts other pixels into a raster that was uploaded wholly opaque, by rows of its own width. For the frames of a clip. */
  replace(uploaded: Uploaded, pixels: Uint8Array): void {
    const { width, height } = uploaded.box;
    const memory = new Uint8Array(this.#program.memory.buffer);
    const stride = (width + 2) * 4;
    for (let y = 0; y < height; y++) {
      memory.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), uploaded.blocks[0]! + (y + 1) * stride + 4);
    }
  }

  /** Draws a frame. What is returned is a view that lasts until the next `render`, `upload` or `resize`. */
  render(content: FrameContent): Uint8Array<ArrayBuffer> {
    const { picture, before = [], above = [] } = content;
    this.#reserve(picture.length + before.length + above.length);
    const share = content.before ? Math.round(Math.min(1, Math.max(0, content.share ?? 1)) * FULL) : FULL;
    let at = this.#commands;
    const counts = [picture, before, above].map((list) => {
      const from = at;
      for (const command of list) at = this.#write(at, command);
      return (at - from) / COMMAND_BYTES;
    }) as [number, number, number];
    this.#program.render(this.#out, this.#commands, ...counts, share);
    return new Uint8Array(this.#program.memory.buffer as ArrayBuffer, this.#out, this.#frameBytes);
  }

  get #frameBytes(): number {
    return (this.#size.width * this.#size.height * 3) / 2;
  }

  #reserve(commands: number): void {
    if (commands <= this.#capacity) return;
    while (this.#capacity < commands) this.#capacity *= 2;
    this.#layOut();
  }

  #layOut(): void {
    for (const block of [this.#space, this.#commands, this.#out]) this.#arena.release(block);
    this.#space = this.#arena.alloc(this.#program.spaceFor(this.#size.width, this.#capacity));
    this.#commands = this.#arena.alloc(this.#capacity * COMMAND_BYTES);
    this.#out = this.#arena.alloc(this.#frameBytes);
    this.#program.open(this.#size.width, this.#size.height, this.#capacity, this.#space);
  }

  // Writes one command unless nothing of it can be seen, and says where the next one goes.
  #write(at: number, command: DrawCommand): number {
    const { picture } = command;
    const opacity = Math.round(Math.min(1, command.opacity ?? 1) * FULL);
    const scale = (command.scale ?? 1) * picture.unit;
    if (picture.record === 0 || !(opacity >= 128) || !(scale > 0.001)) return at;
    const { box } = picture;
    const x = command.x + box.x * scale;
    const y = command.y + box.y * scale;
    if (!Number.isFinite(x + y + scale)) return at;
    const sides = clipSides(command, scale, this.#size);
    if (picture.repeats) sides.meet(x, y, x + box.width * scale, y + box.height * scale);
    else sides.meet(x - scale, y - scale, x + (box.width + 1) * scale, y + (box.height + 1) * scale);
    if (sides.left >= sides.right || sides.top >= sides.bottom) return at;
    const words = new Int32Array(this.#program.memory.buffer, at, 6);
    words[0] = picture.record;
    words[1] = sides.left;
    words[2] = sides.top;
    words[3] = sides.right;
    words[4] = sides.bottom;
    words[5] = opacity;
    const numbers = new Float64Array(this.#program.memory.buffer, at + 24, 3);
    numbers[0] = x;
    numbers[1] = y;
    numbers[2] = scale;
    return at + COMMAND_BYTES;
  }
}

/** The output pixels that may be drawn on: those whose centres lie within every rectangle met. */
class Sides {
  left = 0;
  top = 0;
  right: number;
  bottom: number;

  constructor(size: FrameSize) {
    this.right = size.width;
    this.bottom = size.height;
  }

  meet(left: number, top: number, right: number, bottom: number): void {
    this.left = Math.max(this.left, Math.ceil(left - 0.5));
    this.top = Math.max(this.top, Math.ceil(top - 0.5));
    this.right = Math.min(this.right, Math.ceil(right - 0.5));
    this.bottom = Math.min(this.bottom, Math.ceil(bottom - 0.5));
  }
}

function clipSides(command: DrawCommand, scale: number, size: FrameSize): Sides {
  const sides = new Sides(size);
  const { clip, within } = command;
  if (within) sides.meet(within.x, within.y, within.x + within.width, within.y + within.height);
  if (!clip) return sides;
  const left = command.x + clip.x * scale;
  const top = clip.height === undefined ? 0 : command.y + (clip.y ?? 0) * scale;
  sides.meet(left, top, left + clip.width * scale, clip.height === undefined ? size.height : top + clip.height * scale);
  return sides;
}
