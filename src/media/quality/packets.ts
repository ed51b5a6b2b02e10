import type { QualitySpan } from "../../domain/quality.ts";

/** When packets of one stream are due, in seconds, rising. */
export type PacketTimes = Map<number, Float64Array>;

/** Reads ffprobe's packet list: stream, time, length. */
export function parsePackets(csv: string): PacketTimes {
  const byStream = new Map<number, number[]>();
  for (const line of csv.split("\n")) {
    const [stream, time] = line.split(",");
    if (!/^\d+$/.test(stream ?? "") || !/^-?[\d.]+$/.test(time ?? "")) continue;
    const times = byStream.get(Number(stream)) ?? [];
    byStream.set(Number(stream), times);
    times.push(Number(time));
  }
  return new Map([...byStream].map(([stream, times]) => [stream, Float64Array.from(times).sort()]));
}

/** Where the step between two packets is not `stepSec`, to within a tenth of a millisecond. */
export function unevenSteps(times: Float64Array, stepSec: number): QualitySpan[] {
  const uneven: QualitySpan[] = [];
  for (let at = 1; at < times.length; at++) {
    const [start, end] = [times[at - 1]!, times[at]!];
    if (Math.abs(end - start - stepSec) > 1e-4) uneven.push({ start, end });
  }
  return uneven;
}
