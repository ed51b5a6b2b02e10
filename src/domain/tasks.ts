import type { Effort, FrameSize } from "./frame.ts";
import type { ScenePicture } from "./picture.ts";
import type { Spoken } from "./speech.ts";
import type { Mood, OwnSound } from "./storyboard.ts";

/** A stretch of the film with one mood; sections follow each other without a gap. */
export type MusicSection = { startSec: number; endSec: number; mood: Mood };

/** Where the music comes from: composed (`gain` is a factor on its usual level), the user's own file, or none. */
export type MusicSource =
  | { kind: "composed"; sections: MusicSection[]; seed: number; gain?: number }
  | { kind: "own"; path: string; gain: number }
  | { kind: "none" };

/** A voice as a task answers it: what is in the file, and what the user should know. */
export type VoiceTrack = Omit<Spoken, "file"> & { notes: string[] };

/** What a scene worker can do: for each task what it is given and what it answers. `file` is where the result is to be written, wholly or not at all. */
export type Tasks = {
  /** Speaks a text into a WAV file. */
  speak: { input: { text: string; voice: string; language: string; speed: number; file: string }; result: VoiceTrack };
  /** Takes the user's own sound for a scene and finds when its words are said. */
  listen: { input: { sound: OwnSound; text: string; language: string; durationSec?: number; file: string }; result: VoiceTrack };
  /** Draws and encodes one scene. */
  render: { input: { scene: ScenePicture; effort: Effort; file: string }; result: { frames: number; bytes: number } };
  /** Composes the music, mixes it with the voices and encodes the film's sound. */
  mix: {
    input: { durationSec: number; voices: { startSec: number; file: string }[]; music: MusicSource; language: string; file: string };
    result: { silent: boolean; loudnessLufs: number };
  };
  /** Draws one picture of every style, setting, palette and look of captions and puts them on one sheet, a JPEG. Answers its size and how many pictures it shows. */
  sheet: { input: { file: string }; result: FrameSize & { pictures: number } };
};

/** A task of a scene worker, by its name. */
export type TaskName = keyof Tasks;

/** A file of a task's: an MP4 of one scene, a WAV of one voice, the encoded sound of the film, a sheet of pictures. */
export const TASK_FILES: Record<TaskName, string> = { speak: "wav", listen: "wav", render: "mp4", mix: "m4a", sheet: "jpg" };
