import { open } from "node:fs/promises";

/** What a picture file is by its first bytes: FFmpeg's demuxer for it, and how it must be turned (EXIF orientation, 1..8). */
export type PictureFormat = { demuxer: string; orientation: number };

/** First bytes in hex; a dot stands for any digit. */
const MAGIC: [demuxer: string, magic: RegExp][] = [
  ["jpeg_pipe", /^ffd8ff/],
  ["png_pipe", /^89504e470d0a1a0a/],
  ["webp_pipe", /^52494646.{8}57454250/],
  ["gif", /^47494638(?:37|39)61/],
  ["bmp_pipe", /^424d/],
  ["tiff_pipe", /^(?:49492a00|4d4d002a)/],
];
const HEAD_BYTES = 256 * 1024;

/** Looks at a file's first 256 KB; undefined when it is none of JPEG, PNG, WebP, GIF, BMP and TIFF. */
export async function sniffPicture(path: string): Promise<PictureFormat | undefined> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return pictureFormat(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** The same for bytes already read. */
export function pictureFormat(head: Buffer): PictureFormat | undefined {
  const start = head.toString("hex", 0, 16);
  const demuxer = MAGIC.find(([, magic]) => magic.test(start))?.[0];
  if (!demuxer) return undefined;
  return { demuxer, orientation: demuxer === "jpeg_pipe" ? jpegOrientation(head) : 1 };
}

/** The orientation in a JPEG's APP1 segment (Exif 2.32, 4.6.4, tag 0x0112); 1 when there is none. */
function jpegOrientation(head: Buffer): number {
  for (let at = 2; at + 4 <= head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const isExif = head[at + 1] === 0xe1 && head.toString("latin1", at + 4, at + 10) === "Exif\0\0";
    if (isExif) return tiffOrientation(head.subarray(at + 10, at + 2 + head.readUInt16BE(at + 2)));
    if (head[at + 1] === 0xda) break;
  }
  return 1;
}

function tiffOrientation(tiff: Buffer): number {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = tiff.length < 8 ? tiff.length : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + 12 * entry;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
