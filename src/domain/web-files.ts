/** One file of the pages as browsers get it: `path` below the server's base, its bytes compressed both ways. */
export type WebFile = { path: string; type: string; brotli: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer> };

type Entry = { path: string; type: string; brotli: number; gzip: number };

/** All files in one: the length of a list in JSON (4 bytes, little-endian), the list, then what is in it, one after the other. */
export function packWebFiles(files: readonly WebFile[]): Uint8Array<ArrayBuffer> {
  const entries: Entry[] = files.map(({ path, type, brotli, gzip }) => ({ path, type, brotli: brotli.length, gzip: gzip.length }));
  const list = new TextEncoder().encode(JSON.stringify(entries));
  const parts = [list, ...files.flatMap(({ brotli, gzip }) => [brotli, gzip])];
  const bytes = new Uint8Array(4 + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(bytes.buffer).setUint32(0, list.length, true);
  let at = 4;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Opens what `packWebFiles` has made. */
export function openWebFiles(bytes: Uint8Array<ArrayBuffer>): WebFile[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  let at = 4 + length;
  const take = (size: number) => {
    at += size;
    return bytes.subarray(at - size, at);
  };
  const entries = JSON.parse(new TextDecoder().decode(bytes.subarray(4, at))) as Entry[];
  return entries.map(({ path, type, brotli, gzip }) => ({ path, type, brotli: take(brotli), gzip: take(gzip) }));
}
