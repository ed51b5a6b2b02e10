import type { Aspect } from "../../../domain/frame.ts";

/** What films on a platform are like: their shape, and the length to aim at when none is asked for, s. */
export const PLATFORMS = {
  youtube: { aspect: "16:9", durationSec: 60 },
  youtube_shorts: { aspect: "9:16", durationSec: 45 },
  tiktok: { aspect: "9:16", durationSec: 30 },
  instagram: { aspect: "9:16", durationSec: 30 },
  instagram_feed: { aspect: "1:1", durationSec: 30 },
  facebook: { aspect: "1:1", durationSec: 60 },
  linkedin: { aspect: "1:1", durationSec: 60 },
  snapchat: { aspect: "9:16", durationSec: 30 },
  pinterest: { aspect: "9:16", durationSec: 30 },
  twitter: { aspect: "16:9", durationSec: 45 },
  x: { aspect: "16:9", durationSec: 45 },
  vimeo: { aspect: "16:9", durationSec: 60 },
  web: { aspect: "16:9", durationSec: undefined },
} as const satisfies Record<string, { aspect: Aspect; durationSec: number | undefined }>;

export type Platform = keyof typeof PLATFORMS;
export const PLATFORM_NAMES = Object.keys(PLATFORMS) as [Platform, ...Platform[]];
