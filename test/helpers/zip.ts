/** A file of an archive. */
export type ZippedFile = { name: string; content: Uint8Array };

/** The files of a ZIP (APPNOTE.TXT 6.3.10) that are stored as they are, found by its central directory; throws where it and the files do not agree. */
export function readZip(bytes: Uint8Array): ZippedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("There is no end of a central directory.");
  const files: ZippedFile[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("The central directory is broken.");
    const [method, crc, size] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    const name = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const content = readLocal(bytes, view, view.getUint32(at + 42, true), size);
    if (method !== 0 || Bun.hash.crc32(content) !== crc) throw new Error(`${name} is not what the directory says.`);
    files.push({ name, content });
    at += 46 + nameLength + extra + comment;
  }
  if (at !== end) throw new Error("The central directory is longer than it says.");
  return files;
}

function readLocal(bytes: Uint8Array, view: DataView, at: number, size: number): Uint8Array {
  if (view.getUint32(at, true) !== 0x04034b50) throw new Error("A file does not lie where the directory says.");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return bytes.subarray(start, start + size);
}
