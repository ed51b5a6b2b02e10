import type { Mood } from "../../domain/storyboard.ts";
import type { MoodStyle } from "./mood-style.ts";
import { calm } from "./moods/calm.ts";
import { dramatic } from "./moods/dramatic.ts";
import { melancholic } from "./moods/melancholic.ts";
import { mysterious } from "./moods/mysterious.ts";
import { playful } from "./moods/playful.ts";
import { uplifting } from "./moods/uplifting.ts";

/** Every mood has its music. */
export const MOOD_STYLES: Record<Mood, MoodStyle> = { calm, uplifting, dramatic, mysterious, playful, melancholic };
