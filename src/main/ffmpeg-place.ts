import { dirname, join } from "node:path";
import type { FfmpegSearch } from "../media/find.ts";

/** Where FFmpeg is looked for: FFMPEG_BIN, the data folder's copy, beside this program, PATH, and last the development package's. */
export const ffmpegSearch = (dataFolder: string, signal: AbortSignal): FfmpegSearch => ({
  env: process.env,
  folders: [join(dataFolder, "bin"), dirname(process.execPath)],
  lastFolders: [join(import.meta.dir, "../../node_modules/ffmpeg-static")],
  cache: join(dataFolder, "programs"),
  signal,
});
