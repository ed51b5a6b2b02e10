import type { Cue } from "./caption.ts";
import type { ScenePicture } from "./picture.ts";
import type { QualityReport } from "./quality.ts";
import type { Spoken } from "./speech.ts";
import type { Credit, Storyboard } from "./storyboard.ts";
import type { Timeline } from "./timeline.ts";

/** A finished film and what lies beside it, by path. */
export type Film = {
  video: string;
  srt: string;
  vtt: string;
  poster: string;
  details: string;
  durationSec: number;
  bytes: number;
  report: QualityReport;
  notes: string[];
  title: string;
  /** BCP 47. */
  language: string;
  /** Whom the film owes something to. */
  credits: Credit[];
};

/** What each stage of a create job leaves for the later ones. Scenes stand in the storyboard's order everywhere. */
export type Artifacts = {
  plan: Storyboard;
  /** Content digests of the user's own files, by path as the storyboard has it. */
  assets: { digests: Record<string, string> };
  /** One voice a scene; undefined for a scene without words. */
  speech: { spoken: (Spoken | undefined)[]; notes: string[] };
  timeline: Timeline;
  mix: { file: string; silent: boolean; loudnessLufs: number };
  captions: { pictures: ScenePicture[]; filmCues: Cue[]; srt: string; vtt: string; notes: string[] };
  render: { files: string[] };
  deliver: Film;
};
