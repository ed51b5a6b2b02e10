import type { Diagnosis } from "../domain/diagnosis.ts";
import { KinoraError } from "../domain/error.ts";
import { type FfmpegSearch, findFfmpeg, HOW_TO_MEND } from "./find.ts";
import { inspectProgram } from "./inspect.ts";
import { NEEDS, type NeedKind } from "./needs.ts";

const NAMES: Record<NeedKind, string> = {
  encoders: "FFmpeg's encoders",
  decoders: "FFmpeg's decoders",
  filters: "FFmpeg's filters",
  muxers: "FFmpeg's output formats",
  demuxers: "FFmpeg's input formats",
  bsfs: "FFmpeg's bitstream filters",
};

/** Looks for FFmpeg as `findFfmpeg` does and tells what was found. Throws only when cancelled. */
export async function diagnoseFfmpeg(search: FfmpegSearch): Promise<Diagnosis[]> {
  try {
    const { ffmpeg, ffprobe, version } = await findFfmpeg(search);
    const { needs } = await inspectProgram(ffmpeg, search.signal);
    const kinds = (Object.keys(NEEDS) as NeedKind[]).map((kind) => {
      const missing = needs.filter((need) => need.kind === kind && !need.found).map(({ name }) => name);
      return {
        name: NAMES[kind],
        ok: missing.length === 0,
        found: missing.length === 0 ? NEEDS[kind].join(", ") : `without ${missing.join(", ")}`,
        mend: HOW_TO_MEND,
      };
    });
    return [{ name: "FFmpeg", ok: true, found: `${version} at ${ffmpeg}` }, { name: "ffprobe", ok: true, found: ffprobe }, ...kinds];
  } catch (error) {
    search.signal.throwIfAborted();
    if (!(error instanceof KinoraError)) throw error;
    return [{ name: "FFmpeg", ok: false, found: error.message.replace(` ${HOW_TO_MEND}`, ""), mend: HOW_TO_MEND }];
  }
}
