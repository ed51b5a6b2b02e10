/** The oldest FFmpeg that has all we use. */
export const OLDEST = "5.1";

/** What a program says it is. Builds from the sources between releases have no number and count as new. */
export type ProgramVersion = { text: string; newEnough: boolean };

/** Reads the first line of `ffmpeg -version` or `ffprobe -version`; undefined when it is neither. */
export function parseVersion(output: string): ProgramVersion | undefined {
  const text = /^ff(?:mpeg|probe) version (\S+)/.exec(output)?.[1];
  if (text === undefined) return undefined;
  const release = /^n?(\d{1,3})\.(\d+)/.exec(text);
  if (!release) return { text, newEnough: true };
  const [major, minor] = [Number(release[1]), Number(release[2])];
  const [oldMajor, oldMinor] = OLDEST.split(".").map(Number) as [number, number];
  return { text, newEnough: major > oldMajor || (major === oldMajor && minor >= oldMinor) };
}
