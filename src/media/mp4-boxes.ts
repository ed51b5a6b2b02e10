import type { FileHandle } from "node:fs/promises";

/** A box of an ISO base media file: `body` is what follows its header. ISO/IEC 14496-12, 4.2. */
export type Box = { type: string; body: DataView };

/** A top-level box as it lies in the file. */
export type FileBox = { type: string; offset: number; size: number; headerSize: number };

/** The fourcc at `at`. */
export function fourcc(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** The boxes inside `view` from `start`. Throws RangeError where sizes do not fit. */
export function boxesIn(view: DataView, start = 0): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= view.byteLength; ) {
    const { size, headerSize, type } = header(view, at, view.byteLength - at);
    boxes.push({ type, body: new DataView(view.buffer, view.byteOffset + at + headerSize, size - headerSize) });
    at += size;
  }
  return boxes;
}

/** The first box at the end of a path of types, or undefined. */
export function findBox(view: DataView, ...path: string[]): DataView | undefined {
  let here: DataView | undefined = view;
  for (const type of path) here = here && boxesIn(here).find((box) => box.type === type)?.body;
  return here;
}

/** The top-level boxes of a file, read by their headers alone. A box that ends behind the file's end throws RangeError. */
export async function boxesOfFile(file: FileHandle): Promise<FileBox[]> {
  const length = (await file.stat()).size;
  const boxes: FileBox[] = [];
  const head = new DataView(new ArrayBuffer(16));
  for (let offset = 0; offset < length; ) {
    await file.read(head, 0, 16, offset);
    const { type, size, headerSize } = header(head, 0, length - offset);
    boxes.push({ type, offset, size, headerSize });
    offset += size;
  }
  return boxes;
}

function header(view: DataView, at: number, room: number): { type: string; size: number; headerSize: number } {
  const short = view.getUint32(at);
  const headerSize = short === 1 ? 16 : 8;
  const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? room : short;
  if (size < headerSize || size > room) throw new RangeError(`a box of ${size} bytes where ${room} are left`);
  return { type: fourcc(view, at + 4), size, headerSize };
}
