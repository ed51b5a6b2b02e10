import { KinoraError } from "../domain/error.ts";
import type { Ended } from "../system/process.ts";

const DISK_FULL = /No space left on device|Disk quota exceeded/;
const USEFUL = /error|invalid|fail|cannot|could not|unable|denied|no such|not found|unknown|unsupported|refused/i;

/** How a run of FFmpeg that went wrong is said. `what` names the work: "Encoding a scene". */
export function ffmpegFailure(what: string, ended: Ended): KinoraError {
  if (DISK_FULL.test(ended.stderr)) return diskFull(what);
  if (ended.aborted) return new KinoraError("cancelled", "Cancelled.");
  if (ended.timedOut) return ffmpegHung(what);
  const how = ended.signal ? `FFmpeg was ended by ${ended.signal}` : `FFmpeg stopped with status ${ended.code}`;
  const said = lastUsefulLine(ended.stderr);
  return new KinoraError("ffmpeg_failed", `${what}: ${how}${said ? ` and said: ${said}` : ""}. Try again, or run: kinora doctor`);
}

/** FFmpeg neither took input nor ended, and was killed. */
export function ffmpegHung(what: string): KinoraError {
  return new KinoraError("ffmpeg_hung", `${what}: FFmpeg made no progress and was stopped. Try again, or run: kinora doctor`);
}

/** FFmpeg ended well by its own account, but what it left is not what was asked for; a full disk is told apart by what it printed. */
export function outputInvalid(what: string, why: string, stderr = ""): KinoraError {
  if (DISK_FULL.test(stderr)) return diskFull(what);
  return new KinoraError(
    "ffmpeg_output_invalid",
    `${what}: FFmpeg left a file that is not right (${why}). Try again, or run: kinora doctor`,
  );
}

/** The last line that tells a reason, without FFmpeg's addresses; at most 300 characters. */
export function lastUsefulLine(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const line = lines.findLast((one) => USEFUL.test(one)) ?? lines.at(-1) ?? "";
  return line
    .replace(/^\[[^\]]* @ 0x[0-9a-f]+\]\s*/, "")
    .replace(/[.\s]+$/, "")
    .slice(0, 300);
}

function diskFull(what: string): KinoraError {
  return new KinoraError("disk_full", `${what}: the disk is full. Free some space and run the same command again.`);
}
