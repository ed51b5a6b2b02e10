import { readingSpeed } from "../../domain/caption.ts";
import type { QualityCheck, QualityExpectation, QualitySpan } from "../../domain/quality.ts";
import { hasClick } from "./clicks.ts";
import type { FilterFindings } from "./filter-lines.ts";
import { type PacketTimes, unevenSteps } from "./packets.ts";
import { cueSpeed, parseSrt } from "./srt-cues.ts";

/** A stream as ffprobe's JSON has it. */
export type ProbedStream = Record<string, string | number | undefined> & { index: number; codec_type: string };

/** All that was measured on a film's file. */
export type Measured = {
  durationSec: number;
  streams: ProbedStream[];
  faststart: boolean;
  packets: PacketTimes;
  framesDecoded: number;
  picture: FilterFindings;
  sound: FilterFindings;
  /** Interleaved stereo samples around each join. */
  joins: Float32Array[];
  /** The delivered captions; absent when there are none. */
  srt?: string;
};

const AAC_FRAME_SEC = 1024 / 48_000;
const round = (value: number, digits: number): number => (Number.isFinite(value) ? Number(value.toFixed(digits)) : value);

/** Measurements against what the film was meant to be, one check a property. Pure. */
export function judge(measured: Measured, want: QualityExpectation): QualityCheck[] {
  const { picture, sound } = measured;
  const own = want.ownMedia;
  return [
    ...lengthChecks(measured, want),
    ...streamChecks(measured, want),
    loudness("integrated loudness", sound.integratedLufs, "LUFS", "-14.0 ± 0.5", (value) => Math.abs(value + 14) <= 0.5001, want),
    loudness("true peak", sound.truePeakDb, "dBTP", "at most -1.0", (value) => value <= -1, want),
    spans("black spans", picture.black, own),
    spans("frozen spans", picture.frozen, own),
    spans("silent spans", sound.silent, own || want.mayPause || want.silent),
    ...joinChecks(measured, want),
    ...(measured.srt === undefined ? [] : captionChecks(measured.srt, want)),
  ];
}

function check(name: string, value: number | string, unit: string, limit: string, passed: boolean): QualityCheck {
  return { name, value, unit, limit, passed };
}

function spans(name: string, found: QualitySpan[], informational: boolean | undefined): QualityCheck {
  const result = check(name, found.length, "", "none", found.length === 0);
  return { ...result, ...(found.length > 0 ? { spans: found } : {}), ...(informational ? { informational: true } : {}) };
}

function lengthChecks({ durationSec, picture, framesDecoded, packets, streams }: Measured, want: QualityExpectation): QualityCheck[] {
  const frames = packets.get(indexOf(streams, "video"))?.length ?? 0;
  const wanted = Math.round(want.durationSec * want.fps);
  const target = want.targetSec;
  const room = Math.max(1, 0.02 * (target ?? 0));
  const onTarget = target === undefined ? [] : [[`${target} ± ${round(room, 2)}`, Math.abs(durationSec - target) <= room] as const];
  return [
    ...onTarget.map(([limit, passed]) => check("duration", round(durationSec, 3), "s", limit, passed)),
    check("frames", frames, "", String(wanted), frames === wanted),
    check("frames decoded", framesDecoded, "", String(wanted), framesDecoded === wanted),
    check("decoding errors", picture.errors.length, "", "none", picture.errors.length === 0),
  ];
}

function streamChecks({ streams, faststart }: Measured, { size, fps, silent: expected }: QualityExpectation): QualityCheck[] {
  const video = streams.find(({ codec_type }) => codec_type === "video");
  const audio = streams.find(({ codec_type }) => codec_type === "audio");
  const colour = [video?.color_primaries, video?.color_transfer, video?.color_space, video?.color_range];
  const isVideo = [
    video?.codec_name,
    video?.profile,
    video?.pix_fmt,
    ...colour,
    `${video?.width}x${video?.height}`,
    video?.avg_frame_rate,
  ].join(" ");
  const wantVideo = `h264 High yuv420p bt709 bt709 bt709 tv ${size.width}x${size.height} ${fps}/1`;
  const isAudio = [audio?.codec_name, audio?.profile, audio?.sample_rate, audio?.channels].join(" ");
  const silent = expected && !audio;
  return [
    check("video stream", isVideo, "", wantVideo, isVideo === wantVideo),
    check("audio stream", silent ? "none" : isAudio, "", "aac LC 48000 2", silent || isAudio === "aac LC 48000 2"),
    check("faststart", faststart ? "yes" : "no", "", "yes", faststart),
  ];
}

function loudness(
  name: string,
  value: number | undefined,
  unit: string,
  limit: string,
  within: (value: number) => boolean,
  want: QualityExpectation,
) {
  const result = check(
    name,
    value === undefined ? "not measured" : Number.isFinite(value) ? value : "silence",
    unit,
    limit,
    value !== undefined && within(value),
  );
  return want.silent ? { ...result, informational: true } : result;
}

function joinChecks({ packets, streams, joins }: Measured, { fps, joinsSec, durationSec, ownMedia }: QualityExpectation): QualityCheck[] {
  const video = packets.get(indexOf(streams, "video")) ?? new Float64Array();
  const audio = packets.get(indexOf(streams, "audio")) ?? new Float64Array();
  const clicks = joinsSec.filter((_, index) => hasClick(joins[index] ?? new Float32Array()));
  const offsetMs = 1000 * audioOffsetSec(streams, video, audio);
  const lag = 1000 * (endOf(streams, "audio") - durationSec);
  return [
    spans("uneven picture packets", unevenSteps(video, 1 / fps), false),
    spans("uneven sound packets", unevenSteps(audio, AAC_FRAME_SEC), false),
    spans(
      "clicks at joins",
      clicks.map((at) => ({ start: at, end: at })),
      ownMedia,
    ),
    ...(audio.length === 0
      ? []
      : [
          check("A/V offset", round(offsetMs, 2), "ms", "at most 25", Math.abs(offsetMs) <= 25),
          check("A/V offset at the end", round(lag, 2), "ms", `at most ${round(1000 / fps, 1)}`, Math.abs(lag) <= 1000 / fps + 1),
        ]),
  ];
}

/** Sound against picture at the start, edit lists honoured: ffprobe's start times do that. */
function audioOffsetSec(streams: ProbedStream[], video: Float64Array, audio: Float64Array): number {
  const start = (type: string, times: Float64Array) =>
    Number(streams.find(({ codec_type }) => codec_type === type)?.start_time ?? times[0] ?? 0);
  return start("audio", audio) - start("video", video);
}

function endOf(streams: ProbedStream[], type: string): number {
  const stream = streams.find(({ codec_type }) => codec_type === type);
  return Number(stream?.start_time ?? 0) + Number(stream?.duration ?? 0);
}

const indexOf = (streams: ProbedStream[], type: string): number => streams.find(({ codec_type }) => codec_type === type)?.index ?? -1;

function captionChecks(srt: string, { language, leastCues = 0, durationSec }: QualityExpectation): QualityCheck[] {
  const cues = parseSrt(srt);
  const limit = readingSpeed(language);
  const speeds = cues.map(cueSpeed);
  const fastest = Math.max(0, ...speeds);
  const fast = cues.filter((_, index) => speeds[index]! > limit + 0.05).map(({ startSec, endSec }) => ({ start: startSec, end: endSec }));
  const bad = cues.filter(({ startSec, endSec }, index) => endSec <= startSec || startSec < (cues[index - 1]?.endSec ?? 0) - 1e-6);
  const late = cues.filter(({ endSec }) => endSec > durationSec + 0.001);
  const toSpan = ({ startSec, endSec }: { startSec: number; endSec: number }) => ({ start: startSec, end: endSec });
  return [
    check("captions", cues.length, "cues", `at least ${leastCues}`, cues.length >= leastCues),
    {
      ...check("caption speed", round(fastest, 1), "characters/s", `at most ${limit}`, fast.length === 0),
      ...(fast.length > 0 ? { spans: fast } : {}),
    },
    spans("overlapping captions", bad.map(toSpan), false),
    spans("captions behind the end", late.map(toSpan), false),
  ];
}
