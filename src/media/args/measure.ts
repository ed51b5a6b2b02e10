const RUN = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+info"];

/** Decodes every frame of a film and looks for black and frozen stretches. */
export function measurePictureArgs(film: string): string[] {
  const filters = "blackdetect=d=0.1:pix_th=0.01,freezedetect=n=-60dB:d=1";
  return [...RUN, "-progress", "pipe:1", "-threads", "2", "-i", `file:${film}`, "-map", "0:v:0", "-vf", filters, "-f", "null", "-"];
}

/** Decodes all sound of a film, measures it, and gives its samples as interleaved stereo floats on standard output. */
export function measureSoundArgs(film: string): string[] {
  const filters = "ebur128=peak=true:framelog=verbose,silencedetect=n=-60dB:d=3";
  const split = `[0:a:0]asplit=2[measured][samples];[measured]${filters}[done]`;
  return [
    ...RUN,
    "-i",
    `file:${film}`,
    "-filter_complex",
    split,
    "-map",
    "[done]",
    "-f",
    "null",
    "-",
    "-map",
    "[samples]",
    "-ac",
    "2",
    "-f",
    "f32le",
    "pipe:1",
  ];
}

/** Lists the streams of a film as JSON. */
export const streamsArgs = (film: string): string[] => [
  "-v",
  "error",
  "-show_streams",
  "-show_format",
  "-of",
  "json",
  "-i",
  `file:${film}`,
];

/** Lists every packet of a film: stream, time and length in seconds, by commas. */
export const packetsArgs = (film: string): string[] => [
  ...["-v", "error", "-show_entries", "packet=stream_index,pts_time,duration_time", "-of", "csv=p=0", "-i", `file:${film}`],
];
