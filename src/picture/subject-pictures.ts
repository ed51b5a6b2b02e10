/** The SVG of a built-in subject picture by name, or undefined when there is none of that name. */
export type SubjectSvg = (picture: string) => string | undefined;

/** Where each picture lies in the packed bytes that follow the index: offset and length. */
type Index = Record<string, [offset: number, length: number]>;

const HEAD_BYTES = 4;

/** Packs pictures by name, each compressed on its own: the index's length (u32, little-endian), the index as JSON, the pictures. */
export function packSubjectPictures(pictures: Record<string, string>): Uint8Array<ArrayBuffer> {
  const index: Index = {};
  const packed: Uint8Array[] = [];
  let offset = 0;
  for (const [name, svg] of Object.entries(pictures)) {
    const bytes = Bun.zstdCompressSync(svg, { level: 19 });
    index[name] = [offset, bytes.length];
    packed.push(bytes);
    offset += bytes.length;
  }
  const names = new TextEncoder().encode(JSON.stringify(index));
  const head = new Uint8Array(HEAD_BYTES);
  new DataView(head.buffer).setUint32(0, names.length, true);
  return new Uint8Array(Buffer.concat([head, names, ...packed]));
}

/** Opens what `packSubjectPictures` made. Reads the index alone; a picture is unpacked when it is asked for. */
export function openSubjectPictures(bytes: Uint8Array<ArrayBuffer>): SubjectSvg {
  const names = HEAD_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_BYTES, names))) as Index;
  return (picture) => {
    if (!Object.hasOwn(index, picture)) return undefined;
    const [offset, length] = index[picture]!;
    return new TextDecoder().decode(Bun.zstdDecompressSync(bytes.subarray(names + offset, names + offset + length)));
  };
}

/** What of a picture's 32 x 32 square is drawn upon: its sides in parts of the square. */
export type Extent = { left: number; top: number; right: number; bottom: number };

const SQUARE = 32;

/** The extent that a packed picture tells of in its `data-box`; the whole square when it tells none. */
export function extentOf(svg: string): Extent {
  const sides = /^<svg[^>]*data-box="([\d. ]+)"/.exec(svg)?.[1]?.split(" ").map(Number);
  const [left = 0, top = 0, right = SQUARE, bottom = SQUARE] = sides ?? [];
  return { left: left / SQUARE, top: top / SQUARE, right: right / SQUARE, bottom: bottom / SQUARE };
}
