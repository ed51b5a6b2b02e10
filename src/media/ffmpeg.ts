/** The two programs that media work is done with, and what the first says it is. */
export type Ffmpeg = { ffmpeg: string; ffprobe: string; version: string };

/** Variables for every run: no report files, no colours, messages in English. */
export const FFMPEG_ENV: Record<string, string | undefined> = {
  FFREPORT: undefined,
  FFMPEG_DATADIR: undefined,
  AV_LOG_FORCE_COLOR: undefined,
  AV_LOG_FORCE_NOCOLOR: "1",
  LC_ALL: "C",
};
