/** What must be built into FFmpeg, by the list that names it (`ffmpeg -encoders` and so on). */
export const NEEDS = {
  encoders: ["libx264", "aac", "mjpeg"],
  decoders: ["h264", "aac", "mjpeg", "png", "webp"],
  filters: [
    ...["scale", "crop", "fps", "format", "setsar", "transpose", "hflip", "vflip", "blackdetect", "freezedetect"],
    ...["aresample", "apad", "atrim", "ebur128", "silencedetect"],
  ],
  muxers: ["mp4", "mjpeg", "rawvideo", "f32le", "null"],
  demuxers: ["mov", "concat", "ffmetadata", "rawvideo", "wav", "image2pipe", "jpeg_pipe", "png_pipe"],
  bsfs: ["setts"],
} as const;

/** A list that FFmpeg prints of what it can do. */
export type NeedKind = keyof typeof NEEDS;

/** One thing that FFmpeg needs, and whether this one has it. */
export type Need = { kind: NeedKind; name: string; found: boolean };

/** The names in the output of `ffmpeg -encoders`, `-filters`, `-muxers`, … */
export function parseNames(output: string): Set<string> {
  const names = output.split("\n").map((line) => /^\s*(?:[A-Z.|]+\s+)?([\w,-]+)/.exec(line)?.[1] ?? "");
  return new Set(names.flatMap((name) => [name, ...name.split(",")]));
}
