import { QUIET } from "./scene.ts";

/** One frame of a film, `atSec` from its start, as a JPEG (full range, BT.601 as JFIF has it). */
export function posterArgs(film: string, atSec: number, out: string): string[] {
  const colours = "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd+bitexact";
  return [
    ...QUIET,
    ...["-ss", atSec.toFixed(3), "-i", `file:${film}`, "-map", "0:v:0", "-frames:v", "1", "-vf", `${colours},format=yuvj420p`],
    ...["-c:v", "mjpeg", "-q:v", "3", "-threads", "1", "-flags:v", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1"],
    ...["-f", "mjpeg", "-y", `file:${out}`],
  ];
}
